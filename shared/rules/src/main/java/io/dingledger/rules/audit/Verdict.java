package io.dingledger.rules.audit;

import io.dingledger.model.failure.Reason;

/** What recomputing an amount from its explanation gave. */
public sealed interface Verdict {
  /** The explanation gives exactly the stated amount. */
  record Agrees() implements Verdict {}

  /**
   * It gives another one.
   *
   * @param recomputed what it gives, for example {@code 12.50}
   * @param reason both amounts, in words
   */
  record Differs(String recomputed, Reason reason) implements Verdict {}

  /** The explanation cannot be followed. */
  record Cannot(Reason reason) implements Verdict {}

  /** Whether it is {@link Agrees}. */
  default boolean agrees() {
    return this instanceof Agrees;
  }
}
