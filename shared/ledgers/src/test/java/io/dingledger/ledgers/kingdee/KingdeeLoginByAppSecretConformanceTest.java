package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.conformance.LedgerCoreConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import java.util.Map;

class KingdeeLoginByAppSecretConformanceTest extends LedgerCoreConformance {
  @Override
  protected LedgerUnderTest open() {
    return new KingdeeUnderTest(
        "login-by-app-secret", Map.of("bodyForm", "positional", "rowsPerQuery", "10"));
  }
}
