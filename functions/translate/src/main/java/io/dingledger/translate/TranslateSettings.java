package io.dingledger.translate;

import java.time.Duration;

/**
 * The times of the translate step.
 *
 * @param lease how long one worker may fetch and translate a document; longer than the function can
 *     run
 * @param watch after which a failed try, or a stored voucher that nobody has claimed, is looked at
 *     by the sweep
 * @param recheck after which an approval that still ran is looked at again, for its end may never
 *     be told
 */
public record TranslateSettings(Duration lease, Duration watch, Duration recheck) {
  /** The function's time-out is 180 s (template.yaml); a lease outlives it. */
  public static final TranslateSettings DEFAULT =
      new TranslateSettings(Duration.ofSeconds(195), Duration.ofMinutes(5), Duration.ofDays(7));
}
