package io.dingledger.simulator.world;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.kernel.Chance;
import java.util.List;
import java.util.Optional;

/** Is told of everything that counts, at the moment when it happens, and says what was broken. */
public interface Referee {
  /** A voucher was just booked in a company's ledger. */
  void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked);

  /** The table just took these writes together. */
  void wrote(Scene scene, List<Write> writes);

  /** The running worker begins to ask the ledger: the answer is of a later moment, or of this. */
  default void asking(Scene scene, TenantSettings company, Voucher voucher) {}

  /** The ledger just answered the running worker. */
  default void asked(Scene scene, TenantSettings company, Voucher voucher, Asked answer) {}

  /** A request leaves the running worker for this company's ledger. */
  default void sending(Scene scene, TenantSettings company, Ledger ledger, Voucher voucher) {}

  /**
   * The call that sent it is over.
   *
   * @param answer what the worker was told; empty when it died meanwhile
   */
  default void sent(Scene scene, TenantSettings company, Voucher voucher, Optional<Sent> answer) {}

  /** DingTalk was just answered {@code success} for a push of this event. */
  default void accepted(Scene scene, TenantSettings company, Push push) {}

  /**
   * The running worker was given the pushes that DingTalk gave up on; the next call clears them.
   *
   * @param rows as DingTalk lists them
   */
  default void handedOut(Scene scene, String corpId, List<String> rows) {}

  /** A message is about to be taken out of a queue as done. */
  default void handled(Scene scene, String queue, String body) {}

  /** A worker of a function came to its end. */
  default void ended(Scene scene, String function, long worker) {}

  /** Something just went wrong. */
  default void struck(Scene scene, Chance.Struck struck) {}

  /** Nothing is under way any more, and nothing is due. */
  void rested(Scene scene);

  /** The run was given up before it came to rest. */
  default void restless(Scene scene, String why) {}

  /** Every promise that was broken so far, the first one first. */
  List<Violation> violations();
}
