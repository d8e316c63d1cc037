package io.dingledger.platform.store;

class MemoryTenantErasureTest extends TenantErasureContract {
  @Override
  WholeTable table() {
    return new MemoryTable();
  }
}
