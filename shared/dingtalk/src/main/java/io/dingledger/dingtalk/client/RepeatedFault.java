package io.dingledger.dingtalk.client;

import io.dingledger.model.failure.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells a passing fault of DingTalk's token service from wrong identifiers: for a wrong company it
 * answers 500 {@code unknownError}, time and again (a probe log of wrong calls).
 */
final class RepeatedFault {
  /** From this one on in a row it is a suspicion … */
  static final int SUSPICIOUS = 3;

  /** … if the first of them is at least so long ago: a hiccup fails many calls within seconds. */
  static final Duration LASTING = Duration.ofMinutes(1);

  private int inARow;
  private Instant first = Instant.MIN;

  /** The failure, or the suspicion that it has become. */
  Failure judge(Failure failure, Instant now) {
    boolean silent =
        failure.code().equalsIgnoreCase("unknownError") || failure.code().equals("HTTP-500");
    if (!silent) {
      reset();
      return failure;
    }
    if (inARow++ == 0) {
      first = now;
    }
    boolean suspicious = inARow >= SUSPICIOUS && !now.isBefore(first.plus(LASTING));
    return suspicious ? DingTalkFault.TOKEN_SERVICE_FAILS.failure() : failure;
  }

  /** The service has answered otherwise. */
  void reset() {
    inARow = 0;
  }
}
