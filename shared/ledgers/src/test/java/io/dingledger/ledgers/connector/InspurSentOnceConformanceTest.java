package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.conformance.TroubleConformance;
import io.dingledger.ledgers.connector.ConnectorStandIn.Language;
import java.util.Map;

class InspurSentOnceConformanceTest extends TroubleConformance {
  @Override
  protected LedgerUnderTest open() {
    return new ConnectorUnderTest(Language.INSPUR, Map.of());
  }
}
