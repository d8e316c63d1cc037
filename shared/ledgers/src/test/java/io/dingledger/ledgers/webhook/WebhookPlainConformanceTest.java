package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class WebhookPlainConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new WebhookUnderTest(false);
  }
}
