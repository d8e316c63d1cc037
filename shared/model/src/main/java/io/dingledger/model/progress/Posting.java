package io.dingledger.model.progress;

import static io.dingledger.model.progress.PostingState.CLAIMED;
import static io.dingledger.model.progress.PostingState.CONFLICT;
import static io.dingledger.model.progress.PostingState.PARKED;
import static io.dingledger.model.progress.PostingState.POSTED;
import static io.dingledger.model.progress.PostingState.READY;
import static io.dingledger.model.progress.PostingState.REJECTED;
import static io.dingledger.model.progress.PostingState.SENDING;
import static io.dingledger.model.progress.PostingState.UNKNOWN;
import static io.dingledger.model.progress.PostingState.WITHDRAWN;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far one voucher has come on its way into the ledger: the state machine of exactly-once
 * posting. Pure: each step gives a new value, and a step that the protocol forbids throws.
 *
 * @param key the voucher's identity
 * @param purpose what the voucher does
 * @param state where it stands
 * @param fence grows with each claim; a worker with an older number may not write
 * @param leaseUntil until when the claim holds
 * @param firstSentAt when a request first left; once set, the voucher may be in the ledger
 * @param lastSentAt when a request last left
 * @param requestOverAt when the last request is certainly over, answered or not, by the clock of
 *     its worker; the ledger's settling time counts from here. Of a posted voucher that is still to
 *     be confirmed: when
 * @param sends how many requests have left that may have had an effect
 * @param reference the ledger's id and number, once posted
 * @param pending what stands before the next try
 */
public record Posting(
    VoucherKey key,
    Purpose purpose,
    PostingState state,
    long fence,
    Optional<Instant> leaseUntil,
    Optional<Instant> firstSentAt,
    Optional<Instant> lastSentAt,
    Optional<Instant> requestOverAt,
    int sends,
    Optional<LedgerReference> reference,
    Wait pending) {
  private static final Set<PostingState> CLAIMABLE = EnumSet.of(READY, UNKNOWN);
  private static final Set<PostingState> MOVABLE = EnumSet.of(READY, UNKNOWN, PARKED);
  private static final Set<PostingState> HELD_BY_A_WORKER = EnumSet.of(CLAIMED, SENDING);

  /** A voucher that was just stored. */
  public static Posting ready(VoucherKey key, Purpose purpose, Instant watchedUntil) {
    return new Posting(
        key,
        purpose,
        READY,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Wait.watchedUntil(watchedUntil));
  }

  /** Whether a worker may claim it now: it waits, or its worker's lease ran out. */
  public boolean isClaimable(Instant now) {
    return CLAIMABLE.contains(state) || (HELD_BY_A_WORKER.contains(state) && leaseRanOut(now));
  }

  /**
   * One worker takes it, for as long as the lease. The sweep looks at it when the lease has run
   * out.
   *
   * @throws IllegalStateException when it is not claimable
   */
  public Posting claimed(Instant now, Duration lease) {
    require(isClaimable(now), "claimed");
    Instant until = now.plus(lease);
    return new Posting(
        key,
        purpose,
        CLAIMED,
        fence + 1,
        Optional.of(until),
        firstSentAt,
        lastSentAt,
        overWithItsWorker(),
        sends,
        reference,
        pending.begun(until));
  }

  /**
   * The ledger has not got the key; the request leaves now. Nothing better being known, it is over
   * when the lease is.
   */
  public Posting sending(Instant now) {
    return sending(now, leaseUntil.orElse(now));
  }

  /**
   * The ledger has not got the key; the request leaves now.
   *
   * @param overAt when the request is certainly over, even if nobody lives to see its end
   */
  public Posting sending(Instant now, Instant overAt) {
    require(state == CLAIMED && !leaseRanOut(now), "sending");
    return new Posting(
        key,
        purpose,
        SENDING,
        fence,
        leaseUntil,
        Optional.of(firstSentAt.orElse(now)),
        Optional.of(now),
        Optional.of(overAt),
        sends + 1,
        reference,
        pending);
  }

  /** The last request has come to its end before it had to. */
  public Posting requestEnded(Instant now) {
    Optional<Instant> earlier = requestOverAt.filter(over -> over.isBefore(now));
    return new Posting(
        key,
        purpose,
        state,
        fence,
        leaseUntil,
        firstSentAt,
        lastSentAt,
        earlier.isPresent() ? earlier : Optional.of(now),
        sends,
        reference,
        pending);
  }

  /**
   * How long to wait until the ledger must have made up its mind about all requests; zero when it
   * has, or none ever left.
   *
   * <p>That this time has passed is not believed on the word of a clock, for a wrong one may be a
   * day ahead, and two clocks are never compared. How long the wait is comes from two times of one
   * worker, and that it is over from a message that was sent afterwards and held back for so long.
   * The clock is asked besides, as long as what it says is possible.
   *
   * @param settlingTime how long after a request a voucher may still appear in look-ups
   * @param waitedFor after how many requests the wait began that is over now; 0 for none
   */
  public Duration unsettled(Duration settlingTime, int waitedFor, Instant now) {
    if (!isPerhapsInLedger()) {
      return Duration.ZERO;
    }
    Instant over = requestOverAt.orElse(now);
    Duration took = Duration.between(lastSentAt.orElse(over), over);
    Duration whole = settlingTime.plus(took.isNegative() ? Duration.ZERO : took);
    if (waitedFor != sends) {
      return whole;
    }
    Duration byClock = Duration.between(now, over.plus(settlingTime));
    return byClock.isNegative() || byClock.compareTo(whole) > 0 ? Duration.ZERO : byClock;
  }

  /** The ledger holds it under this id and number. */
  public Posting posted(LedgerReference found) {
    require(HELD_BY_A_WORKER.contains(state), "posted");
    return released(POSTED, Optional.of(found), pending.ended());
  }

  /**
   * The ledger holds it, but more than one request was sent: it is asked once more when all of them
   * have settled, for a late one may have made a second voucher.
   *
   * @param confirmAt from when on the ledger is to be asked
   */
  public Posting postedUnconfirmed(LedgerReference found, Instant confirmAt) {
    require(HELD_BY_A_WORKER.contains(state), "posted");
    return new Posting(
        key,
        purpose,
        POSTED,
        fence,
        Optional.empty(),
        firstSentAt,
        lastSentAt,
        Optional.of(confirmAt),
        sends,
        Optional.of(found),
        pending.until(confirmAt));
  }

  /** Whether the ledger must be asked once more whether there is just one. */
  public boolean awaitsConfirmation() {
    return state == POSTED && pending.dueAt().isPresent();
  }

  /** The ledger still holds it, once. */
  public Posting confirmed() {
    require(awaitsConfirmation(), "confirmed");
    return released(POSTED, reference, pending.ended());
  }

  /** The ledger could not be asked yet. */
  public Posting confirmedLater(Instant dueAt) {
    require(awaitsConfirmation(), "confirmed later");
    return released(POSTED, reference, pending.until(dueAt));
  }

  /** The ledger does not hold exactly one any more. */
  public Posting unconfirmed(Failure why, Instant now) {
    require(awaitsConfirmation(), "unconfirmed");
    return released(CONFLICT, reference, pending.failed(why, now).ended());
  }

  /**
   * The try failed. A voucher that may be in the ledger becomes UNKNOWN, any other READY again; a
   * worker claims and asks either way.
   */
  public Posting failed(Failure why, Instant dueAt) {
    require(HELD_BY_A_WORKER.contains(state), "failed");
    return released(isPerhapsInLedger() ? UNKNOWN : READY, reference, pending.failed(why, dueAt));
  }

  /** Not yet: the settling time of an earlier request is still running. No try was lost. */
  public Posting settling(Instant dueAt) {
    require(state == CLAIMED && isPerhapsInLedger(), "settling");
    return released(UNKNOWN, reference, pending.until(dueAt));
  }

  /** The ledger holds the key with other content, or more than once. */
  public Posting inConflict(Failure why, Instant now) {
    require(HELD_BY_A_WORKER.contains(state), "in conflict");
    return released(CONFLICT, reference, pending.failed(why, now).ended());
  }

  /** The ledger refused for good. */
  public Posting rejected(Failure why, Instant now) {
    require(HELD_BY_A_WORKER.contains(state), "rejected");
    return released(REJECTED, reference, pending.failed(why, now).ended());
  }

  /**
   * Its worker is gone: the lease ran out before the worker said how it went. By the clock of who
   * says so, that is, which may be wrong: until its lease is over the worker may still send.
   */
  public Posting abandoned(Instant now, Instant dueAt) {
    require(HELD_BY_A_WORKER.contains(state) && leaseRanOut(now), "abandoned");
    return left(overWithItsWorker(), dueAt);
  }

  /** The process of its worker is known to have ended, whatever is left of the lease. */
  public Posting orphaned(Instant dueAt) {
    require(HELD_BY_A_WORKER.contains(state), "orphaned");
    return left(requestOverAt, dueAt);
  }

  /** Nobody could even begin to work on it. */
  public Posting undelivered(Failure why, Instant dueAt) {
    require(CLAIMABLE.contains(state), "undelivered");
    return released(state, reference, pending.failed(why, dueAt));
  }

  /**
   * Others are before it at the ledger's gate. No try was lost.
   *
   * @param at the moment kept for it
   * @param dueAt when the sweep looks at it
   */
  public Posting inLine(Instant at, Instant dueAt) {
    require(CLAIMABLE.contains(state), "put in line");
    return released(state, reference, pending.inLine(at, dueAt));
  }

  /** The ledger's gate is shut, for what others found broken. No try was lost. */
  public Posting shutOut(Failure why, String forWhat, Instant dueAt) {
    require(CLAIMABLE.contains(state), "shut out");
    return released(PARKED, reference, pending.shutOut(why, forWhat, dueAt));
  }

  /** Another time for the next try, decided by the retry policy. */
  public Posting again(Instant dueAt) {
    require(MOVABLE.contains(state), "tried again");
    return released(isPerhapsInLedger() ? UNKNOWN : READY, reference, pending.until(dueAt));
  }

  /** Waits for something named; looked at again at {@code dueAt}. */
  public Posting parked(String forWhat, Instant dueAt) {
    require(MOVABLE.contains(state), "parked");
    return released(PARKED, reference, pending.parked(forWhat, dueAt));
  }

  /** The machine stops trying; a person decides. */
  public Posting givenUp() {
    require(MOVABLE.contains(state), "given up");
    return released(isPerhapsInLedger() ? UNKNOWN : REJECTED, reference, pending.ended());
  }

  /**
   * It is never to be sent, for its document was withdrawn or replaced. Nobody need decide
   * anything.
   *
   * @throws IllegalStateException when the ledger may hold it: it is not {@link #isWithdrawable},
   *     and no worker holds it who has just asked
   */
  public Posting withdrawn() {
    require(state == CLAIMED || isWithdrawable(), "withdrawn");
    return released(WITHDRAWN, reference, pending.ended());
  }

  /** Whether the ledger is known not to hold it, and no worker is about to change that. */
  public boolean isWithdrawable() {
    return switch (state) {
      case READY, PARKED -> !isPerhapsInLedger();
      case REJECTED -> true;
      case CLAIMED, SENDING, POSTED, UNKNOWN, CONFLICT, WITHDRAWN -> false;
    };
  }

  /** Whether the machine is done with it: posted, withdrawn, or a person must decide. */
  public boolean isAtRest() {
    return pending.dueAt().isEmpty();
  }

  /** Whether a request ever left: then the voucher may be in the ledger. */
  public boolean isPerhapsInLedger() {
    return firstSentAt.isPresent();
  }

  private boolean leaseRanOut(Instant now) {
    return leaseUntil.map(until -> !now.isBefore(until)).orElse(true);
  }

  private Posting left(Optional<Instant> over, Instant dueAt) {
    return new Posting(
        key,
        purpose,
        isPerhapsInLedger() ? UNKNOWN : READY,
        fence,
        Optional.empty(),
        firstSentAt,
        lastSentAt,
        over,
        sends,
        reference,
        pending.until(dueAt));
  }

  /** Nobody saw the end of the request, and who sent it may have sent it late. */
  private Optional<Instant> overWithItsWorker() {
    return state == SENDING
        ? requestOverAt.map(over -> leaseUntil.filter(over::isBefore).orElse(over))
        : requestOverAt;
  }

  private Posting released(PostingState next, Optional<LedgerReference> found, Wait nextWait) {
    return new Posting(
        key,
        purpose,
        next,
        fence,
        Optional.empty(),
        firstSentAt,
        lastSentAt,
        requestOverAt,
        sends,
        found,
        nextWait);
  }

  private void require(boolean allowed, String step) {
    if (!allowed) {
      throw new IllegalStateException(key + " in " + state + " can't be " + step);
    }
  }
}
