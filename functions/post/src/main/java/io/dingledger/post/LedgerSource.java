package io.dingledger.post;

import io.dingledger.ledgers.Ledger;
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
   */
  record Connected(Ledger ledger, Duration settlingTime) {}
}
