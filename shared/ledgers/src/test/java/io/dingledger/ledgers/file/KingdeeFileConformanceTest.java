package io.dingledger.ledgers.file;

import io.dingledger.ledgers.conformance.LedgerCoreConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class KingdeeFileConformanceTest extends LedgerCoreConformance {
  @Override
  protected LedgerUnderTest open() {
    return new FileUnderTest(FileUnderTest.settings("kingdee-xlsx"));
  }
}
