package io.dingledger.dingtalk.client;

import java.time.Duration;
import java.time.Instant;

/**
 * At most twenty calls of an app in any second of this process (API1433: the standard edition's
 * limit, for each app and API). Pure: it tells when a call may start and neither waits nor looks at
 * a clock. Safe for concurrent use.
 */
final class Pace {
  /** The calls of one second. */
  static final int CALLS = 20;

  /** Who would have to wait longer is turned away. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private static final Duration SPAN = Duration.ofSeconds(1);

  /**
   * When a call may start.
   *
   * @param given whether it may at all; otherwise no place was taken
   * @param delay how long from now
   */
  record Turn(boolean given, Duration delay) {}

  private final Instant[] starts = new Instant[CALLS];
  private int oldest;

  /** Takes the next free place. */
  synchronized Turn next(Instant now) {
    Instant twentiethBefore = starts[oldest];
    Duration delay =
        twentiethBefore == null ? Duration.ZERO : Duration.between(now, twentiethBefore.plus(SPAN));
    // No place is ever given further ahead than this: the clock was set back.
    if (delay.isNegative() || delay.compareTo(LONGEST_WAIT.plus(SPAN)) > 0) {
      delay = Duration.ZERO;
    }
    if (delay.compareTo(LONGEST_WAIT) > 0) {
      return new Turn(false, delay);
    }
    starts[oldest] = now.plus(delay);
    oldest = (oldest + 1) % CALLS;
    return new Turn(true, delay);
  }
}
