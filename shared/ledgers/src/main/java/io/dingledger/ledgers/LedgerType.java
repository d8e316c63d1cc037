package io.dingledger.ledgers;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import java.util.List;

/** A registered type of ledger. One folder holds its adapter; one line in {@link Ledgers} it. */
public interface LedgerType {
  /** Its form, its words and what it can guarantee. */
  LedgerDescription description();

  /**
   * What else is wrong with a connection whose settings are all acceptable, each by itself:
   * settings that contradict each other or do not fit together. Values of secrets are never part of
   * the reasons. Calls nobody and does not throw.
   */
  default List<Reason> check(LedgerConnection connection) {
    return List.of();
  }

  /**
   * The ledger behind a connection that {@link Ledgers#check} found no fault with. Calls nobody and
   * does not throw.
   */
  Ledger open(LedgerConnection connection, LedgerTools tools);
}
