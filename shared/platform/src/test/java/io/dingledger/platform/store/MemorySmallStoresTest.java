package io.dingledger.platform.store;

class MemorySmallStoresTest extends SmallStoresContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
