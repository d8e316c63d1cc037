package io.dingledger.platform.store;

class MemoryCallBudgetTest extends CallBudgetContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
