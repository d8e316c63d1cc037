package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class U8ConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new U8UnderTest();
  }
}
