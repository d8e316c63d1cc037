package io.dingledger.ledgers.file;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class CsvFileConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new FileUnderTest(FileUnderTest.settings("generic-csv"));
  }
}
