package io.dingledger.platform.queue;

import java.time.Duration;

/** The delays that queues hold. */
final class Delays {
  private Delays() {}

  /** A delay in whole seconds, rounded up: never delivered too early. */
  static int seconds(Duration delay) {
    if (delay.isNegative() || delay.compareTo(MessageQueue.LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("a queue can't hold a delay of " + delay);
    }
    return Math.toIntExact(delay.plusNanos(999_999_999).toSeconds());
  }
}
