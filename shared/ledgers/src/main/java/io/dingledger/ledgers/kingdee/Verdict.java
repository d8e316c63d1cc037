package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.ledgers.http.Errand;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.util.regex.Pattern;

/**
 * What a refusal means. {@code MsgCode} is coarse and often 0, so texts are looked at where the
 * code leaves a choice that matters.
 */
final class Verdict {
  static final int SESSION_LOST = 1;
  private static final int NO_PERMISSION = 2;
  private static final int EXCEPTION = 4;
  private static final int DATABASE = 6;
  private static final int LICENCE = 7;
  private static final int LOCK = 13;
  private static final int CALL_LIMIT = 14;
  private static final int ADMINISTRATOR = 15;

  private static final Pattern SESSION_TEXT = Pattern.compile("会话信息已丢失|会话已(过期|失效|超时)|请?重新登录");
  private static final Pattern REPEATED_TEXT = Pattern.compile("重复");
  private static final Pattern CLOSED_PERIOD_TEXT =
      Pattern.compile(
          "已[经]?结[账帐]|期间.{0,20}(关闭|结[账帐])|period.{0,40}closed", Pattern.CASE_INSENSITIVE);
  private static final Pattern SERVER_TROUBLE_TEXT =
      Pattern.compile("超时|死锁|time-?out|timed out|deadlock", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNKNOWN_NAME_TEXT = Pattern.compile("不存在");

  private Verdict() {}

  /** Whether an answer says, or may say, that the session is gone. */
  static boolean endsSession(KingdeeReply reply) {
    return switch (reply) {
      case KingdeeReply.Status status -> saysSessionLost(status);
      case KingdeeReply.ResponseError error -> true;
      case KingdeeReply.Page page -> true;
      case KingdeeReply.Rows rows -> false;
      case KingdeeReply.Unreadable unreadable -> false;
    };
  }

  /** Whether an answer says in so many words that the request was not looked at. */
  static boolean saysSessionLost(KingdeeReply reply) {
    return switch (reply) {
      case KingdeeReply.Status status ->
          !status.success()
              && (status.messageCode() == SESSION_LOST
                  || SESSION_TEXT.matcher(status.words()).find());
      case KingdeeReply.ResponseError(String words) -> SESSION_TEXT.matcher(words).find();
      case KingdeeReply.Page page -> false;
      case KingdeeReply.Rows rows -> false;
      case KingdeeReply.Unreadable unreadable -> false;
    };
  }

  /** What a refused Save means. */
  static Failure ofSend(KingdeeReply.Status status) {
    String words = status.words();
    if (saysSessionLost(status)) {
      return failure(FailureKind.TOKEN, status);
    }
    if (REPEATED_TEXT.matcher(words).find()) {
      return failure(FailureKind.AMBIGUOUS, status);
    }
    if (CLOSED_PERIOD_TEXT.matcher(words).find()) {
      return failure(FailureKind.PERIOD_CLOSED, status);
    }
    return failure(
        switch (status.messageCode()) {
          case NO_PERMISSION, LICENCE, ADMINISTRATOR -> FailureKind.CONFIG;
          case LOCK -> FailureKind.LOCKED;
          case CALL_LIMIT -> FailureKind.THROTTLE;
          case EXCEPTION, DATABASE -> FailureKind.AMBIGUOUS;
          default ->
              words.isBlank() || SERVER_TROUBLE_TEXT.matcher(words).find()
                  ? FailureKind.AMBIGUOUS
                  : FailureKind.DATA;
        },
        status);
  }

  /** What a refused query means. Its words come from the settings alone, never from a voucher. */
  static Failure ofAsk(KingdeeReply.Status status) {
    if (saysSessionLost(status)) {
      return failure(FailureKind.TOKEN, status);
    }
    return failure(
        switch (status.messageCode()) {
          case LOCK -> FailureKind.LOCKED;
          case CALL_LIMIT -> FailureKind.THROTTLE;
          case EXCEPTION, DATABASE -> FailureKind.TRANSIENT;
          case 0 ->
              UNKNOWN_NAME_TEXT.matcher(status.words()).find()
                  ? FailureKind.CONFIG
                  : FailureKind.TRANSIENT;
          default -> FailureKind.CONFIG;
        },
        status);
  }

  /** What an answer to a query means that has no rows to read. */
  static Failure ofNoRows(KingdeeReply reply) {
    return reply instanceof KingdeeReply.Status status && !status.success()
        ? ofAsk(status)
        : ofUnclear(reply, Errand.ASK);
  }

  /** What a refused log-in means. Its text may name the user, so only the code is passed on. */
  static Failure ofLogin(KingdeeReply.Status status) {
    FailureKind kind =
        switch (status.messageCode()) {
          case CALL_LIMIT -> FailureKind.THROTTLE;
          case 0, EXCEPTION, DATABASE, LOCK -> FailureKind.TRANSIENT;
          default -> FailureKind.CONFIG;
        };
    return KingdeeForm.FAILURES.of(
        kind, LedgerReason.LOGIN_REFUSED, "MsgCode " + status.messageCode());
  }

  /** What an answer means that is no outcome and no rows. */
  static Failure ofUnclear(KingdeeReply reply, Errand errand) {
    FailureKind kind = saysSessionLost(reply) ? FailureKind.TOKEN : errand.unclear();
    return switch (reply) {
      case KingdeeReply.Page page -> KingdeeForm.FAILURES.of(kind, LedgerReason.PAGE);
      case KingdeeReply.ResponseError error ->
          KingdeeForm.FAILURES.of(kind, LedgerReason.UNREADABLE, "response_error");
      case KingdeeReply.Unreadable(String why) ->
          KingdeeForm.FAILURES.of(kind, LedgerReason.UNREADABLE, why);
      case KingdeeReply.Rows rows -> KingdeeForm.FAILURES.of(kind, LedgerReason.UNREADABLE, "rows");
      case KingdeeReply.Status status ->
          KingdeeForm.FAILURES.of(kind, LedgerReason.UNREADABLE, "a status");
    };
  }

  private static Failure failure(FailureKind kind, KingdeeReply.Status status) {
    return KingdeeForm.FAILURES.said(kind, Integer.toString(status.messageCode()), status.words());
  }
}
