package io.dingledger.post;

import io.dingledger.ledgers.Ledger;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.Restored;
import java.time.Duration;
import java.util.Optional;

/** Finds the ledger of a tenant. */
public interface LedgerSource {
  /** The tenant's ledger, or why it can't be used (kind CONFIG). */
  Answer<Connected> of(Tenant tenant);

  /**
   * A ledger that can be asked and sent to.
   *
   * @param settlingTime how long after a request a voucher may still appear in look-ups
   * @param terms what holds for this connection
   * @param restored what our own table has forgotten of this tenant
   */
  record Connected(Ledger ledger, Duration settlingTime, Terms terms, Optional<Restored> restored) {
    /** Of a tenant whose table was never put back. */
    public Connected(Ledger ledger, Duration settlingTime, Terms terms) {
      this(ledger, settlingTime, terms, Optional.empty());
    }

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
