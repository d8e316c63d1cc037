package io.dingledger.ledgers.haokuaiji;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Chanjet Haokuaiji (畅捷通好会计), {@code chanjet-haokuaiji}. */
public final class HaokuaijiType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return HaokuaijiForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new HaokuaijiLedger(connection, tools);
  }
}
