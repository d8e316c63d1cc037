package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import java.time.Duration;
import java.util.Optional;

/** Makes classed failures. */
final class Failures {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;

  /** What a request was for; it decides what an unclear answer means. */
  enum Errand {
    LOGIN,
    ASK,
    SEND;

    /** What no answer, or an unreadable one, means. */
    FailureKind unclear() {
      return this == SEND ? FailureKind.AMBIGUOUS : FailureKind.TRANSIENT;
    }
  }

  private Failures() {}

  static Failure of(FailureKind kind, LedgerReason reason, Object... arguments) {
    return Failure.of(
        kind, KingdeeForm.TYPE, reason.code(), Reason.of(reason, arguments).chinese());
  }

  static Failure of(FailureKind kind, String code, String words) {
    return Failure.of(kind, KingdeeForm.TYPE, code, words);
  }

  /** Why an exchange gave no body to read; empty when it did. */
  static Optional<Failure> ofTransport(Exchange exchange, Errand errand) {
    return switch (exchange) {
      case Exchange.NeverLeft(LedgerReason reason, String why) ->
          Optional.of(
              of(
                  reason == LedgerReason.CERTIFICATE ? FailureKind.CONFIG : FailureKind.TRANSIENT,
                  reason,
                  why));
      case Exchange.NoAnswer(LedgerReason reason, String why) ->
          Optional.of(of(errand.unclear(), reason, why));
      case Exchange.Answered answered -> ofStatus(answered, errand);
    };
  }

  /** The vendor's SDK accepts 200 and 206 and nothing else. */
  private static Optional<Failure> ofStatus(Exchange.Answered answered, Errand errand) {
    int status = answered.status();
    if (status == 200 || status == 206) {
      return Optional.empty();
    }
    FailureKind kind = kind(status, errand);
    Optional<Duration> wait =
        kind == FailureKind.THROTTLE ? answered.retryAfter() : Optional.empty();
    return Optional.of(
        new Failure(kind, KingdeeForm.TYPE, "HTTP-" + status, "HTTP " + status, wait));
  }

  private static FailureKind kind(int status, Errand errand) {
    if (status == TOO_MANY_REQUESTS) {
      return FailureKind.THROTTLE;
    }
    boolean refusedByTheWebServer = status >= 400 && status < 500 && status != REQUEST_TIMEOUT;
    boolean redirectedElsewhere = status >= 300 && status < 400 && errand != Errand.SEND;
    return refusedByTheWebServer || redirectedElsewhere ? FailureKind.CONFIG : errand.unclear();
  }
}
