package io.dingledger.platform.store;

class MemoryTableTest extends TableContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
