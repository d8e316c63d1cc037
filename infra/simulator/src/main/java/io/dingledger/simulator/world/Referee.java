package io.dingledger.simulator.world;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.Write;
import java.util.List;

/** Is told of everything that counts, at the moment when it happens, and says what was broken. */
public interface Referee {
  /** A voucher was just booked in a company's ledger. */
  void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked);

  /** The table just took these writes together. */
  void wrote(Scene scene, List<Write> writes);

  /** Nothing is under way any more, and nothing is due. */
  void rested(Scene scene);

  /** Every promise that was broken so far, in words, the first one first. */
  List<String> violations();
}
