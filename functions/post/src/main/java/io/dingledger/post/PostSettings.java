package io.dingledger.post;

import java.time.Duration;

/**
 * The times of the posting protocol.
 *
 * @param lease how long a claim holds; longer than the function can run, so that a worker whose
 *     lease has run out is dead and can't send any more
 * @param watch after which a failed try is looked at by the sweep when the retry step never heard
 *     of it
 */
public record PostSettings(Duration lease, Duration watch) {
  /** The function's time-out is 300 s (template.yaml); a lease outlives it. */
  public static final PostSettings DEFAULT =
      new PostSettings(Duration.ofSeconds(330), Duration.ofMinutes(5));
}
