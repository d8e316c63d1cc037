package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Yonyou YonBIP and YonSuite (用友 YonBIP), {@code yonbip}. */
public final class YonbipType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return YonbipForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new YonbipLedger(connection, tools);
  }
}
