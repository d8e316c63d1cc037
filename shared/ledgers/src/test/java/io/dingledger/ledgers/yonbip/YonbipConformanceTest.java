package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class YonbipConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new YonbipUnderTest(Map.of());
  }
}
