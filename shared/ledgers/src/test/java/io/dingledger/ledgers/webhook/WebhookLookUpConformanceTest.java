package io.dingledger.ledgers.webhook;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;

class WebhookLookUpConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new WebhookUnderTest(true);
  }
}
