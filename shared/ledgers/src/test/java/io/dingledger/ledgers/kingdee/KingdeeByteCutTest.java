package io.dingledger.ledgers.kingdee;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import org.junit.jupiter.api.Nested;

class KingdeeByteCutTest {
  @Nested
  class WithALogIn extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new KingdeeUnderTest("login-by-sign");
    }
  }

  @Nested
  class WithSignedRequests extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new KingdeeUnderTest("signed-headers");
    }
  }
}
