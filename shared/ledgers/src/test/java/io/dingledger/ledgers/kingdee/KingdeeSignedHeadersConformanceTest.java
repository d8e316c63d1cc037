package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.conformance.LedgerCoreConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class KingdeeSignedHeadersConformanceTest extends LedgerCoreConformance {
  @Override
  protected LedgerUnderTest open() {
    return new KingdeeUnderTest("signed-headers");
  }
}
