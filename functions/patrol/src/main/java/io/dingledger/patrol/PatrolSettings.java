package io.dingledger.patrol;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;

/**
 * The times of the patrol; the reasons for them are at {@link Span}.
 *
 * @param numbers for telling voucher numbers, before the round itself
 * @param round after this time no further call is begun
 */
public record PatrolSettings(Duration numbers, Duration round) {
  /** As it is when nobody sets anything. */
  public static final PatrolSettings DEFAULT = of(Times.USUAL);

  /** As these times say. */
  public static PatrolSettings of(Times times) {
    return new PatrolSettings(times.of(Span.PATROL_NUMBERS), times.of(Span.PATROL_ROUND));
  }
}
