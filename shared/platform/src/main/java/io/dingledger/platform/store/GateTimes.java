package io.dingledger.platform.store;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;

/**
 * How often a broken connection is tried.
 *
 * @param firstProbe the first time one voucher goes in to try; then twice as long each time
 * @param longestProbe the wait grows to no more
 * @param scouting scouts look at least this often whether somebody has changed the connection
 * @param uncalled those who need not come before they are called come after this time uncalled
 */
public record GateTimes(
    Duration firstProbe, Duration longestProbe, Duration scouting, Duration uncalled) {
  /** As these settings say. */
  public static GateTimes of(Times times) {
    return new GateTimes(
        times.of(Span.GATE_FIRST_PROBE),
        times.of(Span.GATE_LONGEST_PROBE),
        times.of(Span.GATE_SCOUTING),
        times.of(Span.GATE_UNCALLED));
  }
}
