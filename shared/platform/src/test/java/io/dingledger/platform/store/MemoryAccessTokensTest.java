package io.dingledger.platform.store;

class MemoryAccessTokensTest extends AccessTokensContract {
  @Override
  Table empty() {
    return new MemoryTable();
  }
}
