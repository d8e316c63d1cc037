package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Yonyou U8+ by its OpenAPI (用友 U8+), {@code u8-openapi}. */
public final class U8Type implements LedgerType {
  @Override
  public LedgerDescription description() {
    return U8Form.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new U8Ledger(connection, tools);
  }
}
