package io.dingledger.ledgers.haokuaiji;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class HaokuaijiByteCutTest extends ByteCutConformance {
  @Override
  protected LedgerUnderTest open() {
    return new HaokuaijiUnderTest(Map.of());
  }
}
