package io.dingledger.dingtalk.callback;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why an event that is understood makes no work. Its place {@code {0}} is the event's type. */
public enum OutOfScopeReason implements ReasonCode {
  /** A task inside an approval; the instance's own events say how it ends. */
  TASK(
      "EVENT-TASK",
      "审批任务事件（{0}）：审批结果以审批实例事件为准。",
      "无需处理；可取消订阅审批任务事件以节省推送额度。",
      "A task inside an approval ({0}): the events of the instance itself say how it ends.",
      "Nothing to do; unsubscribing from task events saves quota.",
      "bpms_task_change",
      "workflow_task_change_broadcast",
      "workflow_task_change_directed"),
  /** A sign-in somewhere, which is no attendance. */
  CHECK_IN(
      "EVENT-CHECK-IN",
      "签到事件（{0}）：签到不是考勤打卡，不产生凭证。",
      "无需处理。",
      "A sign-in ({0}) is no attendance record and makes no voucher.",
      "Nothing to do.",
      "check_in"),
  /** Somebody became an administrator, or no longer is one. */
  ADMINISTRATORS(
      "EVENT-ADMINISTRATORS",
      "管理员变更事件（{0}）：与单据和人员档案无关。",
      "无需处理。",
      "A change of administrators ({0}) concerns neither documents nor people's records.",
      "Nothing to do.",
      "org_admin_add",
      "org_admin_remove"),
  /** DingTalk's roles and labels, which no rule uses. */
  ROLES(
      "EVENT-ROLES",
      "角色变更事件（{0}）：规则不使用钉钉角色。",
      "无需处理。",
      "A change of roles ({0}): no rule uses DingTalk's roles.",
      "Nothing to do.",
      "label_user_change",
      "label_conf_*",
      "org_role_*",
      "user_role_change"),
  /** The company's own entry changed. */
  COMPANY(
      "EVENT-COMPANY",
      "企业信息变更事件（{0}）：账套与规则由配置决定，不随企业信息变化。",
      "如企业更名或注销，请联系运维调整租户。",
      "A change of the company itself ({0}): book and rules come from the settings.",
      "If the company was renamed or dissolved, ask the operator to adjust the tenant.",
      "org_change",
      "org_update",
      "org_remove"),
  /** Shifts and groups: the judged results of a day are read afresh anyway. */
  SHIFTS(
      "EVENT-SHIFTS",
      "班次或考勤组变更事件（{0}）：每日结果会另行读取。",
      "无需处理。",
      "A change of shifts or attendance groups ({0}): each day's results are read by themselves.",
      "Nothing to do.",
      "attend_group_change",
      "attend_shift_change"),
  /** The columns of DingTalk's attendance report. */
  REPORT_COLUMNS(
      "EVENT-REPORT-COLUMNS",
      "考勤报表列变更事件（{0}）：不使用考勤报表列。",
      "无需处理。",
      "A change of the attendance report's columns ({0}), which are not used.",
      "Nothing to do.",
      "attendance_report_column_change"),
  /** The company's leave rules: approved leave says itself how long it is. */
  LEAVE_RULES(
      "EVENT-LEAVE-RULES",
      "假期规则变更事件（{0}）：请假时长以审批单为准。",
      "如规则簿依赖该假期类型，请核对规则簿。",
      "A change of leave rules ({0}): approved leave says itself how long it is.",
      "If the rule book names this kind of leave, check the rule book.",
      "leave_rule_change"),
  /** Somebody's leave balance, which is not money. */
  LEAVE_QUOTA(
      "EVENT-LEAVE-QUOTA",
      "假期余额变更事件（{0}）：余额不产生凭证。",
      "无需处理。",
      "A change of a leave balance ({0}), which makes no voucher.",
      "Nothing to do.",
      "leave_quota_update"),
  /** The life of a third-party app: tickets, authorisation codes, visibility. */
  APP_LIFE(
      "EVENT-APP-LIFE",
      "应用授权与票据类事件（{0}）：不涉及单据。",
      "无需处理。",
      "An event of an app's own life ({0}): tickets, authorisation and visibility, no document.",
      "Nothing to do.",
      "suite_ticket",
      "tmp_auth_code",
      "change_auth",
      "suite_relieve",
      "org_suite_*",
      "org_micro_app_*"),
  /** Orders in DingTalk's app market. */
  ORDERS(
      "EVENT-ORDERS",
      "应用市场订单事件（{0}）：不涉及单据。",
      "如需开通或停用服务，请由运营人员处理。",
      "An order in the app market ({0}), no document of the company.",
      "Opening and closing of service is done by the operator.",
      "market_*",
      "subscription_*"),
  /** Contacts outside the company. */
  EXTERNAL_CONTACTS(
      "EVENT-EXTERNAL-CONTACTS",
      "外部联系人变更事件（{0}）：凭证不使用外部联系人。",
      "无需处理。",
      "A change of contacts outside the company ({0}), whom no voucher names.",
      "Nothing to do.",
      "contact_*"),
  /** To-dos. */
  TODO(
      "EVENT-TODO",
      "待办事件（{0}）：不涉及单据。",
      "无需处理。",
      "A change of a to-do ({0}), no document.",
      "Nothing to do.",
      "todo_*"),
  /** Categories, projects, suppliers and the like of DingTalk's own finance app. */
  FINANCE_RECORDS(
      "EVENT-FINANCE-RECORDS",
      "智能财务基础资料变更事件（{0}）：科目与辅助核算以规则簿为准。",
      "如规则簿引用了被改名的项目、供应商或类别，请更新规则簿。",
      "A change of records in DingTalk's finance app ({0}): the rule book holds the mapping.",
      "If the rule book names a project, supplier or category that was renamed, update it.",
      "smart_finance_*"),
  /** It is about people or departments, but says of none which. */
  NAMES_NOBODY(
      "EVENT-NAMES-NOBODY",
      "通讯录事件（{0}）没有给出任何人员或部门。",
      "无需处理；每晚会重新读取通讯录。",
      "An event about people or departments ({0}) that names none.",
      "Nothing to do: people and departments are read again each night."),
  /** None that is known, and it names no approval. */
  UNKNOWN_TYPE(
      "EVENT-UNKNOWN-TYPE",
      "未知的事件类型（{0}），且未涉及审批单。",
      "无需处理；如该事件应产生凭证，请联系运维。",
      "An event of a type that is not known ({0}) and that names no approval.",
      "Nothing to do; if it should have made a voucher, call the operator.");

  private final Texts texts;
  private final List<String> types;

  OutOfScopeReason(
      String code,
      String chinese,
      String chineseCure,
      String english,
      String englishCure,
      String... types) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
    this.types = List.of(types);
  }

  /**
   * The reason why events of this type make no work; empty for a type that is not among these.
   *
   * @param type the event type in small letters
   */
  static Optional<OutOfScopeReason> ofType(String type) {
    return Arrays.stream(values()).filter(reason -> reason.covers(type)).findFirst();
  }

  /** The reason for an event of this type, with its texts. */
  Reason reason(String type) {
    return Reason.of(this, type);
  }

  @Override
  public Texts texts() {
    return texts;
  }

  private boolean covers(String type) {
    return types.stream()
        .anyMatch(
            known ->
                known.endsWith("*")
                    ? type.startsWith(known.substring(0, known.length() - 1))
                    : known.equals(type));
  }
}
