package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.LedgerConnection;
import java.util.List;

/** Any HTTP interface that a tenant describes by settings, {@code http-connector}. */
public final class ConnectorType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return ConnectorForm.description();
  }

  @Override
  public List<Reason> check(LedgerConnection connection) {
    return ConnectorCheck.faults(connection);
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new ConnectorLedger(ConnectorSettings.of(connection), tools);
  }
}
