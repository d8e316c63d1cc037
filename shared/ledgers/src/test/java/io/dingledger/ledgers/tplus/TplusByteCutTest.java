package io.dingledger.ledgers.tplus;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class TplusByteCutTest extends ByteCutConformance {
  @Override
  protected LedgerUnderTest open() {
    return new TplusUnderTest();
  }
}
