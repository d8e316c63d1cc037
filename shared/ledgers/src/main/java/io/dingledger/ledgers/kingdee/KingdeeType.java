package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Kingdee Cloud Galaxy (金蝶云·星空), {@code kingdee-cloud}. */
public final class KingdeeType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return KingdeeForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new KingdeeLedger(connection, tools);
  }
}
