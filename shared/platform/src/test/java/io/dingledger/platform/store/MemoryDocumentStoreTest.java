package io.dingledger.platform.store;

class MemoryDocumentStoreTest extends DocumentStoreContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
