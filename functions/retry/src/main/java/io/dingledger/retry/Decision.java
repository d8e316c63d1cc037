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
   * @param thing what is waited for
   * @param system the outside system that failed
   * @param until when it is looked at again
   */
  record Park(WaitsFor thing, String system, Instant until) implements Decision {
    /** What is waited for, in English words, for the record's history. */
    public String forWhat() {
      return thing.english() + " (" + system + ")";
    }
  }

  /** A person decides: a repeat would not help. */
  record Hold() implements Decision {}

  /** A person decides: it was tried often enough. */
  record GiveUp() implements Decision {}
}
