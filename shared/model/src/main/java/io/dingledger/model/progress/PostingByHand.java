package io.dingledger.model.progress;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person may do to a voucher on its way: have it tried again, and say whether the ledger has
 * it where no machine can tell. Pure, as {@link Posting} is; what the protocol forbids throws.
 */
public final class PostingByHand {
  private PostingByHand() {}

  /** Whether a person may have it tried again: no worker holds it, and its end is not known. */
  public static boolean isReplayable(Posting posting) {
    return switch (posting.state()) {
      case READY, UNKNOWN, PARKED, REJECTED -> true;
      case CLAIMED, SENDING, POSTED, CONFLICT, WITHDRAWN -> false;
    };
  }

  /**
   * A person has it tried again. The next worker asks first, as ever: what is in the ledger is
   * linked, and nothing is sent inside the settling time.
   *
   * @throws IllegalStateException when it is not {@link #isReplayable}
   */
  public static Posting replayed(Posting posting, Instant dueAt) {
    require(isReplayable(posting), posting, "replayed");
    return moved(
        posting,
        posting.isPerhapsInLedger() ? PostingState.UNKNOWN : PostingState.READY,
        posting.firstSentAt(),
        posting.reference(),
        posting.pending().anew(dueAt));
  }

  /** Whether machines have stopped because only a person can tell whether the ledger has it. */
  public static boolean isInDoubt(Posting posting) {
    return posting.state() == PostingState.CONFLICT
        || (posting.state() == PostingState.UNKNOWN && posting.isAtRest());
  }

  /**
   * A person says that the ledger holds it, under this id and number.
   *
   * @throws IllegalStateException when it is not {@link #isInDoubt}
   */
  public static Posting settledThere(Posting posting, LedgerReference said) {
    require(isInDoubt(posting), posting, "settled");
    return moved(
        posting,
        PostingState.POSTED,
        posting.firstSentAt(),
        Optional.of(said),
        posting.pending().ended());
  }

  /**
   * A person says that the ledger does not hold it: it counts as never sent, and the next worker
   * asks and sends. That all requests are over and settled is for the caller to see.
   *
   * @throws IllegalStateException when it is not {@link #isInDoubt}
   */
  public static Posting settledAbsent(Posting posting, Instant dueAt) {
    require(isInDoubt(posting), posting, "settled");
    return moved(
        posting,
        PostingState.READY,
        Optional.empty(),
        Optional.empty(),
        posting.pending().anew(dueAt));
  }

  /** Held by nobody; its fence and its requests stay as they are. */
  private static Posting moved(
      Posting posting,
      PostingState state,
      Optional<Instant> firstSentAt,
      Optional<LedgerReference> reference,
      Wait pending) {
    return new Posting(
        posting.key(),
        posting.purpose(),
        state,
        posting.fence(),
        Optional.empty(),
        firstSentAt,
        posting.lastSentAt(),
        posting.requestOverAt(),
        posting.sends(),
        reference,
        pending);
  }

  private static void require(boolean allowed, Posting posting, String step) {
    if (!allowed) {
      throw new IllegalStateException(
          posting.key() + " in " + posting.state() + " can't be " + step);
    }
  }
}
