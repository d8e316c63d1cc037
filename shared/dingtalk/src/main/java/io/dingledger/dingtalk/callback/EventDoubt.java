package io.dingledger.dingtalk.callback;

import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;

/**
 * Why an event, or a row of a third-party app's push, can't be read although it may matter: a
 * person looks at it. The place {@code {0}} is the event's type, where there is one.
 */
public enum EventDoubt implements ReasonCode {
  /** A push without an event type: nobody knows what it is about. */
  TYPE_MISSING(
      "EVENT-TYPE-MISSING",
      "推送没有事件类型，无法判断内容。",
      "请查看原始内容；若涉及已通过的审批单，请重新抓取该单据。",
      "The push names no event type, so nobody knows what it is about.",
      "Look at the content; if it is about an approved document, fetch that document again."),
  /** The type is not known, but the content names an approval. */
  TYPE_UNKNOWN(
      "EVENT-TYPE-UNKNOWN",
      "未知的事件类型（{0}），但内容涉及审批单。",
      "请核对该审批单是否已处理，并联系运维补充该事件类型。",
      "The event type {0} is not known, but the content names an approval.",
      "Check whether that approval was dealt with, and tell the operator of the new type."),
  /** An approval event without {@code processInstanceId}. */
  INSTANCE_MISSING(
      "EVENT-INSTANCE-MISSING",
      "审批事件（{0}）没有 processInstanceId。",
      "请在钉钉中找到对应审批单并重新抓取。",
      "The approval event ({0}) names no processInstanceId.",
      "Find the approval in DingTalk and fetch it again."),
  /** A {@code processInstanceId} that can't be one, or that looks like one of our own names. */
  INSTANCE_UNUSABLE(
      "EVENT-INSTANCE-UNUSABLE",
      "审批事件（{0}）的 processInstanceId 不是有效的标识。",
      "请查看原始内容，在钉钉中找到对应审批单并重新抓取。",
      "The processInstanceId of the approval event ({0}) is not an identifier.",
      "Look at the content, find the approval in DingTalk and fetch it again."),
  /** Two different {@code processInstanceId} in one event. */
  INSTANCE_AMBIGUOUS(
      "EVENT-INSTANCE-AMBIGUOUS",
      "审批事件（{0}）给出了两个不同的 processInstanceId。",
      "请查看原始内容，逐一核对这些审批单。",
      "The approval event ({0}) gives two different processInstanceId.",
      "Look at the content and check each of these approvals."),
  /** An attendance event without a single entry. */
  ENTRIES_MISSING(
      "EVENT-ENTRIES-MISSING",
      "考勤事件（{0}）没有可读的明细。",
      "请查看原始内容，必要时手工重读当日考勤。",
      "The attendance event ({0}) holds no entry that can be read.",
      "Look at the content; if need be, have the day's attendance read again."),
  /** An attendance entry without a person. */
  PERSON_UNUSABLE(
      "EVENT-PERSON-UNUSABLE",
      "考勤事件（{0}）有明细缺少有效的人员标识。",
      "请查看原始内容，手工重读相关人员的考勤。",
      "An entry of the attendance event ({0}) names no person.",
      "Look at the content and have these people's attendance read again."),
  /** An attendance entry without a day or time. */
  DAY_UNUSABLE(
      "EVENT-DAY-UNUSABLE",
      "考勤事件（{0}）有明细缺少有效的日期或时间。",
      "请查看原始内容，手工重读相关日期的考勤。",
      "An entry of the attendance event ({0}) has no day or time that can be read.",
      "Look at the content and have the attendance of these days read again."),
  /** More people and days than one event may ask to read. */
  SPAN_TOO_LONG(
      "EVENT-SPAN-TOO-LONG",
      "考勤事件（{0}）涉及的人员和日期超过单次处理上限。",
      "请分批手工重读相关日期的考勤。",
      "The attendance event ({0}) spans more people and days than one event may.",
      "Have the attendance of these days read again in portions."),
  /** Something inside names another company than the push itself. */
  OTHER_COMPANY(
      "EVENT-OTHER-COMPANY",
      "事件（{0}）的内容属于另一家企业。",
      "请勿据此处理；请联系运维核实。",
      "The content of the event ({0}) belongs to another company.",
      "Do not act on it; ask the operator to look at it."),
  /** A form was changed, but nobody says which. */
  FORM_MISSING(
      "EVENT-FORM-MISSING",
      "表单变更事件（{0}）没有给出表单编码。",
      "请核对规则簿用到的表单最近是否被修改。",
      "The form change event ({0}) does not say which form.",
      "Check whether a form of the rule book was changed lately."),
  /** Rows of a third-party app at the address of a company's own app. */
  ROWS_AT_OWN_APP(
      "EVENT-ROWS-AT-OWN-APP",
      "第三方应用的推送（{0}）到达了企业内部应用的回调地址。",
      "请在开放平台核对第三方应用的推送地址。",
      "A push of a third-party app ({0}) arrived at the address of a company's own app.",
      "Check the third-party app's push address in the developer console."),
  /** A row that is no JSON object, or a push without rows. */
  ROW_SHAPE(
      "ROW-SHAPE",
      "第三方应用推送中的数据行不是 JSON 对象。",
      "请保留原始内容并联系运维。",
      "A row of the third-party app's push is not a JSON object.",
      "Keep the content and call the operator."),
  /** A row's {@code biz_data} is no JSON object. */
  ROW_CONTENT(
      "ROW-CONTENT",
      "数据行（{0}）的 biz_data 不是 JSON 对象。",
      "请查看原始内容；若涉及审批单，请重新抓取。",
      "The biz_data of the row ({0}) is not a JSON object.",
      "Look at the content; if it is about an approval, fetch that approval again."),
  /** A row that belongs to another third-party app. */
  ROW_OTHER_SUITE(
      "ROW-OTHER-SUITE",
      "数据行（{0}）属于另一个第三方应用。",
      "请核对应用的 SuiteId、SuiteKey 与推送地址。",
      "The row ({0}) belongs to another third-party app.",
      "Check the app's suite id, suite key and push address."),
  /** A row that must name a company and does not. */
  ROW_COMPANY_MISSING(
      "ROW-COMPANY-MISSING",
      "数据行（{0}）没有给出企业 corp_id。",
      "请保留原始内容并联系运维。",
      "The row ({0}) does not name the company.",
      "Keep the content and call the operator."),
  /** A company's identifier that can't be one. */
  ROW_COMPANY_UNUSABLE(
      "ROW-COMPANY-UNUSABLE",
      "数据行（{0}）的 corp_id 不是有效的企业标识。",
      "请保留原始内容并联系运维。",
      "The company's identifier in the row ({0}) can't be one.",
      "Keep the content and call the operator."),
  /** A ticket row without a ticket. */
  ROW_TICKET_MISSING(
      "ROW-TICKET-MISSING",
      "票据数据行（{0}）没有 suiteTicket。",
      "等待下一次推送（约 5 小时）；若持续出现请联系运维。",
      "The ticket row ({0}) holds no suiteTicket.",
      "Wait for the next push, in about 5 hours; if it goes on, call the operator."),
  /** A row of authorisation or app state whose action is none that is known. */
  ROW_ACTION_UNKNOWN(
      "ROW-ACTION-UNKNOWN",
      "授权类数据行的动作（{0}）未知，无法判断企业是否仍授权。",
      "请在开放平台核对该企业的授权状态，并联系运维。",
      "The row is about an authorisation, but its action ({0}) is none that is known.",
      "Check in the developer console whether the company still authorises the app.");

  private final Texts texts;

  EventDoubt(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  /** The subject of an event of this type that can't be read for this reason. */
  EventSubject.Unreadable unreadable(String type) {
    return new EventSubject.Unreadable(reason(type));
  }

  /** This doubt about an event of this type, with its texts. */
  Reason reason(String type) {
    return Reason.of(this, type);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
