package io.dingledger.ledgers.chanjet;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;

/** Our own codes around ledgers of Chanjet. */
public enum ChanjetReason implements ReasonCode {
  /** The book says that the voucher's period is closed; nothing was sent. */
  PERIOD_CLOSED(
      "LEDGER-CHANJET-PERIOD-CLOSED",
      "会计期间 {0} 已结账（账套已结至 {1}），凭证没有推送。",
      "请反结账，或把凭证改到未结账的期间。",
      "The period {0} is closed (the book is closed up to {1}); the voucher was not sent.",
      "Reopen the period, or move the voucher to an open one."),
  /** The query gives vouchers without their lines, so that nothing can be compared. */
  NO_LINES(
      "LEDGER-CHANJET-NO-LINES",
      "查询返回的凭证没有分录，无法核对内容。",
      "请修改查询设置，使返回的凭证带有科目与借贷金额。",
      "The query gives vouchers without lines, so their content cannot be compared.",
      "Change the query settings so that accounts and amounts come with the voucher.");

  private final Texts texts;

  ChanjetReason(
      String code, String chinese, String chineseCure, String english, String englishCure) {
    this.texts = new Texts(code, chinese, chineseCure, english, englishCure);
  }

  @Override
  public Texts texts() {
    return texts;
  }

  /** A failure of a type of ledger with this reason. */
  public Failure failure(FailureKind kind, String system, Object... arguments) {
    return Failure.of(kind, system, code(), Reason.of(this, arguments).chinese());
  }
}
