package io.dingledger.ledgers;

import io.dingledger.model.voucher.Voucher;
import java.time.Duration;

/**
 * An accounting system that takes vouchers. No method throws for what the system does or fails to
 * do; every outcome has a type. Implementations never repeat a sending request by themselves.
 */
public interface Ledger {
  /**
   * Asks whether the voucher's key is in the ledger.
   *
   * <p>Outcomes: {@link Asked.Absent}, {@link Asked.Found} with the same content, {@link
   * Asked.Different} content under the key, {@link Asked.Several} under the key, or {@link
   * Asked.Failed}; a failed question has no effect and says nothing about the voucher.
   */
  Asked ask(Voucher voucher);

  /**
   * Sends the voucher, once.
   *
   * <p>Outcomes: {@link Sent.Posted}; {@link Sent.Failed} with kind {@code AMBIGUOUS} when it may
   * be in the ledger (time-out, reset, 5xx, unreadable answer), with {@code DATA} or {@code
   * PERIOD_CLOSED} when it was refused, with another kind when it is known not to have been taken.
   *
   * @param voucher what to send
   * @param asked the answer of {@link #ask} for this voucher, just received
   * @throws IllegalArgumentException when the answer is about another voucher
   */
  Sent send(Voucher voucher, Asked.Absent asked);

  /**
   * The longest that one {@link #send} can be under way, everything included. When it was called
   * longer ago than this, its request is over, whether or not anybody lived to see its end.
   */
  Duration longestSend();
}
