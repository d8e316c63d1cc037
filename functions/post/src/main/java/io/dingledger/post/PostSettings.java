package io.dingledger.post;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;

/**
 * The times of the posting protocol; the reasons for them are at {@link Span}.
 *
 * @param lease how long a claim holds; longer than the function can run, so that a worker whose
 *     lease has run out is dead and can't send any more
 * @param watch after which a failed try is looked at by the sweep when the retry step never heard
 *     of it
 * @param place how long a place at the gate is kept for a worker; longer than its claim, which
 *     begins a moment later
 */
public record PostSettings(Duration lease, Duration watch, Duration place) {
  /** As it is when nobody sets anything. */
  public static final PostSettings DEFAULT = of(Times.USUAL);

  /** As these times say. */
  public static PostSettings of(Times times) {
    return new PostSettings(
        times.of(Span.POST_LEASE), times.of(Span.POST_WATCH), times.of(Span.GATE_PLACE));
  }
}
