package io.dingledger.platform.store;

class MemorySuitesTest extends SuitesContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
