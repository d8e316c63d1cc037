package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** QuickBooks Online, {@code quickbooks-online}. */
public final class QuickBooksType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return QuickBooksForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new QuickBooksLedger(connection, tools);
  }
}
