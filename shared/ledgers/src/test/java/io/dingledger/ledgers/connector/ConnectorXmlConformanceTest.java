package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.conformance.LedgerConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.connector.ConnectorStandIn.Language;
import java.util.Map;

class ConnectorXmlConformanceTest extends LedgerConformance {
  @Override
  protected LedgerUnderTest open() {
    return new ConnectorUnderTest(Language.XML, Map.of());
  }
}
