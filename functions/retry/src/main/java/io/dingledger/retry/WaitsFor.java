package io.dingledger.retry;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Standing;

/** What a parked document waits for, in the words of both languages. */
public enum WaitsFor {
  /** The outside system answers again, and lets us in. */
  CONNECTION(
      "连接恢复",
      "如果连接设置有误,请管理员更正。",
      "connection",
      "If the connection's settings are wrong, ask the administrator to correct them."),
  /** The next month's calls. */
  QUOTA("每月调用额度恢复", "额度在下月初恢复。", "the monthly quota", "The quota is renewed with the month."),
  /** The ledger takes vouchers of that day again. */
  PERIOD(
      "会计期间打开",
      "请打开该会计期间,或决定如何处理这张单据。",
      "an open period",
      "Open the period, or decide what becomes of the document."),
  /** The outside system lets us call again. */
  BLOCK(
      "限制解除",
      "对方系统会自行解除限制。",
      "the block to be lifted",
      "The other system lifts the block by itself."),
  /** The operator resumes the tenant. */
  RESUMPTION(
      "运营方恢复该租户",
      "恢复之后会自动继续：./dev tenant resume。",
      "the operator to resume the tenant",
      "It goes on by itself once that is done: ./dev tenant resume."),
  /** DingTalk's next push of a suite ticket. */
  TICKET("下一个套件票据", "钉钉会自动推送新的票据。", "the next suite ticket", "DingTalk pushes it by itself."),
  /** The end of the posting of an earlier document. */
  PREDECESSOR(
      "原单据的凭证在账务系统中有结果",
      "原单据的凭证有结果后会自动继续;如果原单据需要人工处理,请先处理它。",
      "the earlier document's voucher to be settled",
      "It goes on by itself; if the earlier document waits for a person, see to that one first.");

  private final String chinese;
  private final String chineseAdvice;
  private final String english;
  private final String englishAdvice;

  WaitsFor(String chinese, String chineseAdvice, String english, String englishAdvice) {
    this.chinese = chinese;
    this.chineseAdvice = chineseAdvice;
    this.english = english;
    this.englishAdvice = englishAdvice;
  }

  /** What a document that failed so is parked for, if it is parked at all. */
  public static WaitsFor after(Failure failure) {
    return Standing.Suspension.isCauseOf(failure) ? RESUMPTION : after(failure.kind());
  }

  private static WaitsFor after(FailureKind kind) {
    return switch (kind) {
      case QUOTA -> QUOTA;
      case PERIOD_CLOSED -> PERIOD;
      case THROTTLE_LONG -> BLOCK;
      case TICKET -> TICKET;
      case PREDECESSOR -> PREDECESSOR;
      case TOKEN,
          THROTTLE,
          TRANSIENT,
          AMBIGUOUS,
          UNDELIVERED,
          NOT_READY,
          LOCKED,
          CONFIG,
          DATA,
          POISON ->
          CONNECTION;
    };
  }

  /** The thing, in Chinese. */
  public String chinese() {
    return chinese;
  }

  /** What brings it, in Chinese. */
  public String chineseAdvice() {
    return chineseAdvice;
  }

  /** The thing, in English. */
  public String english() {
    return english;
  }

  /** What brings it, in English. */
  public String englishAdvice() {
    return englishAdvice;
  }
}
