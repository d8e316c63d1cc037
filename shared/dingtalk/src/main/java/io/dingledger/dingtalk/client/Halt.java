package io.dingledger.dingtalk.client;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What DingTalk said that makes an app's next calls a waste: it blocks our address, or the
 * company's quota is gone. Until that is over, calls of this process are refused with the same
 * failure and not made. It never looks at a clock. Safe for concurrent use.
 */
final class Halt {
  /** How long no call at all is made to somebody who blocks us (facts of class THROTTLE_LONG). */
  static final Duration WHEN_BLOCKED = Duration.ofMinutes(5);

  /** How long no counted call is made; more calls may be bought at any time. */
  static final Duration WHEN_QUOTA_IS_GONE = Duration.ofHours(1);

  private Optional<Sign> ofAll = Optional.empty();
  private Optional<Sign> ofCounted = Optional.empty();

  private record Sign(Failure why, Instant begins, Instant ends) {
    /** A clock that was set back ends it, too. */
    boolean stands(Instant now) {
      return !now.isBefore(begins) && now.isBefore(ends);
    }
  }

  /**
   * Why a call would be a waste now.
   *
   * @param counted whether the call counts against the monthly quota
   */
  synchronized Optional<Failure> standing(boolean counted, Instant now) {
    return ofAll
        .filter(sign -> sign.stands(now))
        .or(() -> ofCounted.filter(sign -> counted && sign.stands(now)))
        .map(Sign::why);
  }

  /** Takes notice of what DingTalk answered. */
  synchronized void heard(Failure why, Instant now) {
    if (why.kind() == FailureKind.THROTTLE_LONG) {
      Instant ends = now.plus(why.retryAfter().orElse(WHEN_BLOCKED));
      ofAll = Optional.of(new Sign(why, now, ends));
    } else if (why.kind() == FailureKind.QUOTA) {
      ofCounted = Optional.of(new Sign(why, now, now.plus(WHEN_QUOTA_IS_GONE)));
    }
  }
}
