package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.conformance.LedgerCoreConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class KingdeeValidateUserConformanceTest extends LedgerCoreConformance {
  @Override
  protected LedgerUnderTest open() {
    return new KingdeeUnderTest(
        "validate-user", Map.of("keyField", "F_DL_KEY", "keyFieldPlace", "header"));
  }
}
