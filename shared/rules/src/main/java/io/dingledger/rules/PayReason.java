package io.dingledger.rules;

import io.dingledger.model.failure.ReasonCode;

/** Why a rule book leaves a document of attendance, or a month of pay, to a person. */
public enum PayReason implements ReasonCode {
  /** Nobody knows how much overtime fell before midnight and how much after. */
  OVERTIME_UNSPLIT(
      "RULE-OVERTIME-UNSPLIT",
      "加班 {0} 至 {1} 共 {2} 小时，与时钟相差的 {3} 小时不一致，又没有每天的明细，无法拆到每一天。",
      "请在钉钉的加班单中填写每天的时长，或核对后手工处理。",
      "The overtime from {0} until {1} is {2} hours, the clock says {3}, and nothing says how much falls on which day.",
      "State the hours of each day in the overtime form, or handle it by hand."),
  /** More overtime is claimed than there is time between its beginning and its end. */
  OVERTIME_BEYOND_CLOCK(
      "RULE-OVERTIME-BEYOND-CLOCK",
      "加班 {0} 至 {1} 填写了 {2} 小时，而首尾之间只有 {3} 小时。",
      "请核对加班单的起止时间和时长，改正后重新提交，或手工处理。",
      "The overtime from {0} until {1} is given as {2} hours, but there are only {3} between them.",
      "Check beginning, end and hours, and have the form sent again, or handle it by hand."),
  /** The days of leave are not known. */
  LEAVE_UNSPLIT(
      "RULE-LEAVE-UNSPLIT",
      "请假 {0} 至 {1} 没有每天的明细，无法按天计算。",
      "请按考勤报表核对每天的时长，确认后手工处理。",
      "Nothing says how much of the leave from {0} until {1} falls on which day.",
      "Check each day against the attendance report and handle it by hand."),
  /** The days do not add up to the whole. */
  DAYS_DIFFER(
      "RULE-DAYS-DIFFER",
      "每天的明细合计 {0}，与总时长 {1} 不一致。",
      "请按考勤报表核对每天的时长，确认后手工处理。",
      "The days add up to {0}, but the whole is {1}.",
      "Check each day against the attendance report and handle it by hand."),
  /** Somebody whom the document names is not in the directory. */
  PERSON_UNKNOWN(
      "RULE-PERSON-UNKNOWN",
      "通讯录中找不到单据里的人员“{0}”，可能已离职或不在应用的可见范围内。",
      "请把该员工加入应用的通讯录权限范围，或手工处理。",
      "“{0}”, whom the document names, is not in the directory: left the company, or hidden from the app.",
      "Give the app access to this person, or handle it by hand."),
  /** A rule needs a person's kind of contract, and nobody has stated it. */
  CONTRACT_UNKNOWN(
      "RULE-CONTRACT-UNKNOWN",
      "规则要用到 {1}，但规则簿没有写明员工（userId {0}）的合同类型。",
      "请在规则簿的 people 中为该员工写明 contract。",
      "A rule needs {1}, but the rule book does not state the contract of the person (userId {0}).",
      "State contract for this person in people in the rule book."),
  /** A rule needs a calendar, and the book has none. */
  CALENDAR_MISSING(
      "RULE-CALENDAR-MISSING",
      "规则要用到 {0}，但规则簿没有 calendar。",
      "请在规则簿中添加 calendar，例如 base: CN。",
      "A rule needs {0}, but the rule book has no calendar.",
      "Add calendar to the rule book, for example base: CN."),
  /** A day of a year that the calendar does not have: never guessed. */
  CALENDAR_YEAR_UNKNOWN(
      "RULE-CALENDAR-YEAR-UNKNOWN",
      "日历 {1} 没有 {0} 这一天所在的年份，无法判断它是工作日、休息日还是法定节假日。",
      "请等该年的放假安排发布并更新，或在规则簿的 calendar.days 中写明这一天。",
      "The calendar {1} does not have the year of {0}, so what day it is cannot be told.",
      "Wait until that year is published and loaded, or state the day in calendar.days in the rule book."),
  /** No tier holds a number. */
  TIER_OUTSIDE(
      "RULE-TIER-OUTSIDE",
      "{0}：{3} 等于 {4}，不在规则簿的表“{2}”的任何一档之内。",
      "请核对单据，或在规则簿中补充这一档。",
      "{1}: {3} is {4}, which lies outside of all tiers of the table “{2}”.",
      "Check the document, or add the tier to the rule book."),
  /** No row of a decision table fits. */
  DECISION_UNKNOWN(
      "RULE-DECISION-UNKNOWN",
      "{0}：规则簿的决策表“{2}”没有适用的行（{3}）。",
      "请核对单据，或在规则簿中补充一行。",
      "{1}: no row of the decision table “{2}” fits ({3}).",
      "Check the document, or add a row to the rule book."),
  /** No factor for a text. */
  FACTOR_UNKNOWN(
      "RULE-FACTOR-UNKNOWN",
      "{0}：规则簿的倍数“{2}”没有为“{3}”规定倍数。",
      "请核对单据，或在规则簿的 multipliers 中补充。",
      "{1}: the multiplier “{2}” of the rule book has no factor for “{3}”.",
      "Check the document, or add it to multipliers in the rule book."),
  /** Nobody's rate is stated for the day. */
  PAY_RATE_UNKNOWN(
      "RULE-PAY-RATE-UNKNOWN",
      "{0}：规则簿的“{2}”没有员工（userId {3}）在 {4} 的数额（{5}）。",
      "请在规则簿的 rates 中补充该员工、其部门或所有人的数额和日期。",
      "{1}: “{2}” of the rule book has no amount for the person (userId {3}) on {4} ({5}).",
      "Add an amount and its dates to rates in the rule book, for the person, the department or everybody."),
  /** The pay items so far are not known. */
  USAGE_MISSING(
      "RULE-USAGE-MISSING",
      "规则要用到 {0}，但没有查到该员工此前的薪资项目。",
      "请重新处理这张单据。",
      "A rule needs {0}, but the person's earlier pay items were not looked up.",
      "Process the document again."),
  /** Something later has already been counted without this. */
  OUT_OF_ORDER(
      "RULE-OUT-OF-ORDER",
      "员工（userId {0}）在 {2} 的“{1}”来晚了：之后的 {3} 的薪资项目“{4}”已经按没有它的累计计算。",
      "请核对之后的薪资项目，需要时冲回重算，再手工处理这张单据。",
      "“{1}” of the person (userId {0}) on {2} comes late: the pay item “{4}” of {3} has already been made of totals without it.",
      "Check the later pay items, take them back where needed, and handle this document by hand."),
  /** A pay item cannot be below zero. */
  PAY_NEGATIVE(
      "RULE-PAY-NEGATIVE",
      "规则“{0}”为薪资项目“{1}”算出负数 {2}（{3}）。",
      "请核对单据中的数字，或修改规则；扣款也写正数，由 sign 决定方向。",
      "The rule “{0}” gives the pay item “{1}” the negative number {2} ({3}).",
      "Check the numbers of the document, or change the rule; deductions are written above zero, too."),
  /** Money of a month would be in no voucher. */
  GROUP_WITHOUT_LINE(
      "RULE-GROUP-WITHOUT-LINE",
      "{0}：{2} 的薪资项目“{3}”合计 {4}，没有规则为它生成分录。",
      "请在规则簿中为 payPeriod 添加处理这个薪资项目的规则。",
      "{1}: no rule makes a line of the pay item “{3}” of {2}, which sums up to {4}.",
      "Add a rule for payPeriod that handles this pay item to the rule book.");

  private final Texts texts;

  PayReason(String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
