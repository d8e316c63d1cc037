package io.dingledger.ledgers.tplus;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class TplusConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new TplusUnderTest();
  }
}
