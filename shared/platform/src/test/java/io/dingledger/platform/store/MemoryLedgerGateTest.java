package io.dingledger.platform.store;

class MemoryLedgerGateTest extends LedgerGateContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
