package io.dingledger.post;

import io.dingledger.ledgers.Ledger;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;

/** Finds the ledger of a tenant. */
public interface LedgerSource {
  /** The tenant's ledger, or why it can't be used (kind CONFIG). */
  Answer<Connected> of(Tenant tenant);

  /**
   * A ledger that can be asked and sent to.
   *
   * @param settlingTime how long after a request a voucher may still appear in look-ups
   * @param terms what holds for this connection
   */
  record Connected(Ledger ledger, Duration settlingTime, Terms terms) {
    /** A ledger without limits of its own, for tests and simulation. */
    public Connected(Ledger ledger, Duration settlingTime) {
      this(ledger, settlingTime, Terms.UNLIMITED);
    }
  }

  /**
   * What holds for a connection.
   *
   * @param type the registered type of ledger
   * @param fingerprint changes with any setting or secret, and tells none of them
   * @param limits how much it is given to do
   * @param attaches whether the explanation of a voucher is hung on it as a file
   */
  record Terms(String type, String fingerprint, LedgerGate.Limits limits, boolean attaches) {
    /** No limits that are ever felt. */
    public static final Terms UNLIMITED =
        new Terms("ledger", "", new LedgerGate.Limits(1000, 1_000_000), false);
  }
}
