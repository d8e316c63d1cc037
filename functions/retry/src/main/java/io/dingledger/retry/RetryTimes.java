package io.dingledger.retry;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;

/**
 * The waits of the retry policy that an installation may set; the reasons for them are at {@link
 * Span}.
 *
 * @param longestDelay doubling delays grow to no more
 * @param doubtDelay the same for a voucher in doubt
 * @param probe how often what is parked for a connection is looked at
 * @param periodProbe how often what is parked for a closed period is looked at
 * @param look how often a voucher that is parked for its connection looks at the ledger's gate
 */
public record RetryTimes(
    Duration longestDelay,
    Duration doubtDelay,
    Duration probe,
    Duration periodProbe,
    Duration look) {
  /** As it is when nobody sets anything. */
  public static final RetryTimes USUAL = of(Times.USUAL);

  /** As these times say. */
  public static RetryTimes of(Times times) {
    return new RetryTimes(
        times.of(Span.RETRY_LONGEST_DELAY),
        times.of(Span.RETRY_DOUBT_DELAY),
        times.of(Span.RETRY_PROBE),
        times.of(Span.RETRY_PERIOD_PROBE),
        times.of(Span.RETRY_LOOK));
  }
}
