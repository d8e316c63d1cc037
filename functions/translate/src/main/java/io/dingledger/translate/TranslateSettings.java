package io.dingledger.translate;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;

/**
 * The times of the translate step; the reasons for them are at {@link Span}.
 *
 * @param lease how long one worker may fetch and translate a document; longer than the function can
 *     run
 * @param watch after which a failed try, or a stored voucher that nobody has claimed, is looked at
 *     by the sweep
 * @param recheck after which an approval that still ran is looked at again, for its end may never
 *     be told
 */
public record TranslateSettings(Duration lease, Duration watch, Duration recheck) {
  /** As it is when nobody sets anything. */
  public static final TranslateSettings DEFAULT = of(Times.USUAL);

  /** As these times say. */
  public static TranslateSettings of(Times times) {
    return new TranslateSettings(
        times.of(Span.TRANSLATE_LEASE),
        times.of(Span.TRANSLATE_WATCH),
        times.of(Span.TRANSLATE_RECHECK));
  }
}
