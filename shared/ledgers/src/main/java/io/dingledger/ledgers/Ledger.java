package io.dingledger.ledgers;

import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;

/**
 * An accounting system that takes vouchers. No method throws for what the system does or fails to
 * do; every outcome has a type. Implementations never repeat a sending request by themselves, never
 * sleep, and may be used by several threads.
 *
 * <p>A voucher is taken back by another voucher, a red one with the purpose {@code REVERSE}: it is
 * asked for and sent like any other, so that there is one way only by which money moves. Where a
 * ledger takes no negative amounts the adapter changes the sides instead, and compares accordingly.
 */
public interface Ledger {
  /**
   * What {@link #longestSend} may be at most: the process that sends lives for 300 s, a request
   * that has left is not cut off, and the rest of that time is for asking.
   */
  Duration LONGEST_SEND = Duration.ofSeconds(270);

  /**
   * Tries the connection out, without writing: does the server answer, does it accept the
   * credentials, may the user add vouchers, is the book there, is the current period open?
   */
  Checkup test();

  /**
   * Reads master data, for mappings.
   *
   * <p>Outcomes: {@link MasterData.Entries}, {@link MasterData.NotOffered}, {@link
   * MasterData.Failed}.
   */
  MasterData read(MasterData.Kind kind);

  /**
   * What keeps a voucher from being booked twice by this connection. Who sends must heed it: a
   * voucher that may be there already is sent again to who can be asked, when he has not got it,
   * and to who removes repeats, but never to who is {@code SENT_ONCE}; and a booked voucher is
   * confirmed by asking only where {@link LedgerDescription.Guard#canBeAsked}.
   */
  default LedgerDescription.Guard guard() {
    return LedgerDescription.Guard.ASKED_FIRST;
  }

  /**
   * Asks whether the voucher's key is in the ledger.
   *
   * <p>Outcomes: {@link Asked.Absent}, {@link Asked.Found} with the same content, {@link
   * Asked.Different} content under the key, {@link Asked.Several} under the key, or {@link
   * Asked.Failed}; a failed question has no effect and says nothing about the voucher.
   *
   * <p>A receiver that can't be asked answers {@code Absent} always; its description says so, and
   * it gets the key as its idempotency key.
   */
  Asked ask(Voucher voucher);

  /**
   * Sends the voucher, once.
   *
   * <p>Outcomes: {@link Sent.Posted}; {@link Sent.Failed} with kind {@code AMBIGUOUS} or {@code
   * UNDELIVERED} when it may be in the ledger (time-out, reset, 5xx, unreadable answer), with
   * {@code DATA} or {@code PERIOD_CLOSED} when it was refused, with another kind when it is known
   * not to have been taken.
   *
   * @param voucher what to send
   * @param asked the answer of {@link #ask} for this voucher, just received
   * @throws IllegalArgumentException when the answer is about another voucher
   */
  Sent send(Voucher voucher, Asked.Absent asked);

  /**
   * Hangs a file on a voucher, once; a repeat may hang it there twice.
   *
   * <p>Outcomes: {@link Attached.Done}, {@link Attached.NotOffered}, {@link Attached.Failed}.
   */
  Attached attach(LedgerReference voucher, Attached.File file);

  /**
   * The longest that one {@link #send} can be under way, everything included. When it was called
   * longer ago than this, its request is over, whether or not anybody lived to see its end. Not
   * longer than {@link #LONGEST_SEND} with any values that the type's form accepts.
   */
  Duration longestSend();
}
