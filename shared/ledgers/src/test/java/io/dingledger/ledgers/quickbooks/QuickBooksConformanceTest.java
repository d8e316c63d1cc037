package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class QuickBooksConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new QuickBooksUnderTest(Map.of());
  }
}
