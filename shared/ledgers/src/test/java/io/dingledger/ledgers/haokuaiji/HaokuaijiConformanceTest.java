package io.dingledger.ledgers.haokuaiji;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class HaokuaijiConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new HaokuaijiUnderTest(Map.of());
  }
}
