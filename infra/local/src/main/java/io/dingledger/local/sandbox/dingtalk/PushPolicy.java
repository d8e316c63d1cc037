package io.dingledger.local.sandbox.dingtalk;

import java.time.Duration;
import java.util.List;

/**
 * How pushes are repeated.
 *
 * @param deadline how long an answer may take; DingTalk's documents name 1200, 1500 and 2500 ms
 * @param waits how long to wait before the second, the third … delivery
 */
public record PushPolicy(Duration deadline, List<Duration> waits) {
  /** What DingTalk publishes, with the shortest of its deadlines. */
  public static final PushPolicy PUBLISHED =
      new PushPolicy(
          Duration.ofMillis(1200), List.of(Duration.ofSeconds(10), Duration.ofSeconds(30)));

  public PushPolicy {
    waits = List.copyOf(waits);
  }
}
