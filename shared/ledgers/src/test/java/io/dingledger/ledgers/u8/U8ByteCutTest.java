package io.dingledger.ledgers.u8;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class U8ByteCutTest extends ByteCutConformance {
  @Override
  protected LedgerUnderTest open() {
    return new U8UnderTest();
  }
}
