package io.dingledger.ledgers.quickbooks;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class QuickBooksByteCutTest extends ByteCutConformance {
  @Override
  protected LedgerUnderTest open() {
    return new QuickBooksUnderTest(Map.of());
  }
}
