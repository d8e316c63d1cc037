package io.dingledger.retry;

import java.time.Duration;
import java.time.Instant;

/** What is done about a failed try. There is no way to drop it. */
public sealed interface Decision {
  /** Try again after this delay. */
  record Again(Duration delay) implements Decision {}

  /**
   * Wait for something named, and look again at {@code until}.
   *
   * @param forWhat what is waited for, in words
   */
  record Park(String forWhat, Instant until) implements Decision {}

  /** A person decides: a repeat would not help. */
  record Hold() implements Decision {}

  /** A person decides: it was tried often enough. */
  record GiveUp() implements Decision {}
}
