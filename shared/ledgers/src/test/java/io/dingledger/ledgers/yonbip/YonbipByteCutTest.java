package io.dingledger.ledgers.yonbip;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class YonbipByteCutTest extends ByteCutConformance {
  @Override
  protected LedgerUnderTest open() {
    return new YonbipUnderTest(Map.of());
  }
}
