package io.dingledger.platform.store;

class MemoryPatrolStoresTest extends PatrolStoresContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
