package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import org.junit.jupiter.api.Nested;

class WebhookByteCutTest {
  @Nested
  class WithoutALookUp extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new WebhookUnderTest(false);
    }
  }

  @Nested
  class WithALookUp extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new WebhookUnderTest(true);
    }
  }
}
