package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class KingdeeSignedHeadersConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new KingdeeUnderTest("signed-headers");
  }
}
