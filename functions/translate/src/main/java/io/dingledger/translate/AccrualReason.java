package io.dingledger.translate;

import io.dingledger.model.failure.ReasonCode;

/** What a person must know of pay items and of the months in which they are summed up. */
public enum AccrualReason implements ReasonCode {
  /** Arguments: pay items, the most that fit. */
  TOO_MANY_ITEMS(
      "PAY-TOO-MANY-ITEMS",
      "该单据涉及 {0} 个薪资项目，一次最多可保存 {1} 个。",
      "请把单据拆成几张，每张少几个人或少几天，然后重新提交。",
      "This document makes or takes back {0} pay items; at most {1} can be stored at once.",
      "Split the document into several, each with fewer people or days, and submit them again."),
  /** Arguments: month. */
  PERIOD_NOT_OVER(
      "PAY-PERIOD-NOT-OVER",
      "{0} 尚未结束，不能结账。",
      "请在该月结束之后再结账。",
      "{0} is not over yet, so it can't be closed.",
      "Close it when the month is over."),
  /** Arguments: month. */
  PERIOD_WITHOUT_RULES(
      "PAY-PERIOD-WITHOUT-RULES",
      "{0} 不能结账：规则簿没有写明薪资项目怎样生成凭证。",
      "请在规则簿的 vouchers 中添加 period，并为 payPeriod 编写规则。",
      "{0} can't be closed: the rule book does not say how pay items become vouchers.",
      "Add period to vouchers in the rule book, and rules for payPeriod."),
  /** Arguments: month, the earlier month. */
  EARLIER_PERIOD_OPEN(
      "PAY-EARLIER-PERIOD-OPEN",
      "{0} 不能结账：更早的 {1} 还有薪资项目，尚未结账。",
      "请先为 {1} 结账。",
      "{0} can't be closed: the earlier {1} has pay items and is still open.",
      "Close {1} first."),
  /** Arguments: month, the later month. */
  LATER_PERIOD_CLOSED(
      "PAY-LATER-PERIOD-CLOSED",
      "{0} 无需结账：之后的 {1} 已结账，{0} 没有薪资项目，迟到的项目会记入 {1} 之后的月份。",
      "无需处理。",
      "{0} need not be closed: the later {1} is closed, {0} has no pay items, and what comes late"
          + " for it is booked after {1}.",
      "Nothing to do."),
  /** Arguments: month, documents, days of attendance. */
  DOCUMENTS_STILL_OPEN(
      "PAY-DOCUMENTS-STILL-OPEN",
      "{0} 已结账，但当时还有 {1} 张该月的单据未处理完，{2} 个人日的考勤未读取。它们的薪资项目会作为调整记入之后的月份。",
      "请处理这些单据；如需计入工资，请在发薪前核对。",
      "{0} was closed while {1} of its documents were still open and {2} days of people's attendance"
          + " not yet read. Their pay items become adjustments in a later month.",
      "Deal with these documents; check before paying whether they matter for this month's pay.");

  private final Texts texts;

  AccrualReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }
}
