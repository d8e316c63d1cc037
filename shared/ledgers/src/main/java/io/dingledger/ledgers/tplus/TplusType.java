package io.dingledger.ledgers.tplus;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Chanjet T+ (畅捷通 T+), {@code chanjet-tplus}. */
public final class TplusType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return TplusForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new TplusLedger(connection, tools);
  }
}
