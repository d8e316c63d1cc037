package io.dingledger.ledgers.file;

import io.dingledger.ledgers.conformance.LedgerCoreConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class KisFileConformanceTest extends LedgerCoreConformance {
  @Override
  protected LedgerUnderTest open() {
    return new FileUnderTest(FileUnderTest.settings("kis-xlsx"));
  }
}
