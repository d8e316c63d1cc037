package io.dingledger.platform.store;

class MemoryExportListTest extends ExportListContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
