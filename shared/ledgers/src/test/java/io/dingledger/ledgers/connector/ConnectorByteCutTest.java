package io.dingledger.ledgers.connector;

import io.dingledger.ledgers.conformance.ByteCutConformance;
import io.dingledger.ledgers.conformance.LedgerUnderTest;
import io.dingledger.ledgers.connector.ConnectorStandIn.Language;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class ConnectorByteCutTest {
  @Nested
  class InJson extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new ConnectorUnderTest(Language.JSON, Map.of());
    }
  }

  @Nested
  class InXml extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new ConnectorUnderTest(Language.XML, Map.of());
    }
  }

  @Nested
  class InTheWordsOfInspur extends ByteCutConformance {
    @Override
    protected LedgerUnderTest open() {
      return new ConnectorUnderTest(Language.INSPUR, Map.of());
    }
  }
}
