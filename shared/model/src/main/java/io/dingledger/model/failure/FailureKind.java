package io.dingledger.model.failure;

/**
 * Classes of failure. Each has one row in the retry policy; see {@code docs/retry-policy.md}.
 *
 * <p>Only {@link #AMBIGUOUS} and {@link #UNDELIVERED} may have had an effect. All others are known
 * to have had none.
 */
public enum FailureKind {
  /** The access token or session is no longer valid, and one renewal did not help. */
  TOKEN,
  /** Too many calls; wait seconds to minutes. */
  THROTTLE,
  /** Blocked for minutes: an IP ban or a page instead of an answer. */
  THROTTLE_LONG,
  /** The monthly quota is used up; each further call is wasted. */
  QUOTA,
  /** A passing fault of a call that is known to have had no effect. */
  TRANSIENT,
  /**
   * A writing call without a readable answer: it may have had its effect. The only cure is to ask.
   */
  AMBIGUOUS,
  /**
   * A receiver that can't be asked, and removes repeats by our key, did not confirm. It may have
   * the voucher; the cure is to send it again with the same key.
   */
  UNDELIVERED,
  /** The document is not yet as its event says. */
  NOT_READY,
  /** An earlier document, whose voucher is to be reversed, is itself still on its way. */
  PREDECESSOR,
  /** Another user holds a lock on the record. */
  LOCKED,
  /** Credentials, permissions, address lists: nothing works until an administrator acts. */
  CONFIG,
  /** The third-party ticket is missing; the next push brings it. */
  TICKET,
  /** The accounting period is closed. */
  PERIOD_CLOSED,
  /** The outside system refuses this very content; a repeat will not cure it. */
  DATA,
  /** Our own fault or a message that cannot be handled: it came out of a dead-letter queue. */
  POISON;

  /** Whether the call may have had its effect all the same. */
  public boolean mayHaveHadAnEffect() {
    return this == AMBIGUOUS || this == UNDELIVERED;
  }
}
