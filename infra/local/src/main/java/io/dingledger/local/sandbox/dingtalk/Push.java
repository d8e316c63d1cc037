package io.dingledger.local.sandbox.dingtalk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one event.
 *
 * @param eventId the event's identifier
 * @param deliveries the tries, first to last; the last one decides
 */
public record Push(String eventId, List<Delivery> deliveries) {
  public Push {
    deliveries = List.copyOf(deliveries);
  }

  /** Whether it was answered with an encrypted {@code success} in time. */
  public boolean isAccepted() {
    return deliveries.getLast().fault().isEmpty();
  }

  /**
   * One try.
   *
   * @param took how long the answer took
   * @param fault what was wrong with the answer; empty when nothing was
   */
  public record Delivery(Duration took, Optional<String> fault) {}
}
