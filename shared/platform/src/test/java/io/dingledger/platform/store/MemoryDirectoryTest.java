package io.dingledger.platform.store;

class MemoryDirectoryTest extends DirectoryContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
