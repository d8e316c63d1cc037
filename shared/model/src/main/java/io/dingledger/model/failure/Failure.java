package io.dingledger.model.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a call to an outside system did not give what it was made for.
 *
 * @param kind what may be done about it
 * @param system who failed, for example {@code dingtalk} or {@code kingdee-cloud}
 * @param code the outside system's own code, or ours in capitals when it gave none
 * @param detail the outside system's words, shortened, without personal data or secrets
 * @param retryAfter how long the outside system asked us to wait
 */
public record Failure(
    FailureKind kind, String system, String code, String detail, Optional<Duration> retryAfter) {
  /** Longer texts of outside systems are cut to this many characters. */
  public static final int LONGEST_DETAIL = 300;

  public Failure {
    detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
  }

  /** A failure without a stated wait. */
  public static Failure of(FailureKind kind, String system, String code, String detail) {
    return new Failure(kind, system, code, detail, Optional.empty());
  }

  /** The same failure, with a wait of at least this long before the next try. */
  public Failure notBefore(Duration wait) {
    Duration longer = retryAfter.filter(stated -> stated.compareTo(wait) > 0).orElse(wait);
    return new Failure(kind, system, code, detail, Optional.of(longer));
  }
}
