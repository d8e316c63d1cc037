package io.dingledger.platform.store;

class MemoryPayItemsTest extends PayItemsContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
