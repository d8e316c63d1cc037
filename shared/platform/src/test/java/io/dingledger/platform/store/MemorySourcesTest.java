package io.dingledger.platform.store;

class MemorySourcesTest extends SourcesContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
