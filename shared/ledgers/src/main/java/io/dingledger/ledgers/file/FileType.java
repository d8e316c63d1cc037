package io.dingledger.ledgers.file;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.LedgerType;
import io.dingledger.model.tenant.LedgerConnection;

/** Files that a person takes away and imports, {@code file}. */
public final class FileType implements LedgerType {
  @Override
  public LedgerDescription description() {
    return FileForm.description();
  }

  @Override
  public Ledger open(LedgerConnection connection, LedgerTools tools) {
    return new FileLedger(connection, tools);
  }
}
