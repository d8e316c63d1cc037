package io.dingledger.ledgers;

import io.dingledger.model.tenant.LedgerConnection;

/** A registered type of ledger. One folder holds its adapter; one line in {@link Ledgers} it. */
public interface LedgerType {
  /** Its form, its words and what it can guarantee. */
  LedgerDescription description();

  /**
   * The ledger behind a connection that {@link Ledgers#check} found no fault with. Calls nobody and
   * does not throw.
   */
  Ledger open(LedgerConnection connection, LedgerTools tools);
}
