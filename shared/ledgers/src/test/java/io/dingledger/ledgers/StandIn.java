package io.dingledger.ledgers;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Chart;
import io.dingledger.ledgers.connector.ConnectorStandIn;
import io.dingledger.ledgers.haokuaiji.HaokuaijiStandIn;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSetup;
import io.dingledger.ledgers.quickbooks.QuickBooksStandIn;
import io.dingledger.ledgers.tplus.TplusStandIn;
import io.dingledger.ledgers.u8.U8StandIn;
import io.dingledger.ledgers.webhook.WebhookStandIn;
import io.dingledger.ledgers.yonbip.YonbipStandIn;
import io.dingledger.model.voucher.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What can stand behind a ledger of each registered type. */
public enum StandIn {
  KINGDEE("kingdee-cloud", chart("6602.03", "BM000001", "2241")) {
    @Override
    public Running start() {
      try {
        SandboxKingdee kingdee = SandboxKingdee.start(SandboxSetup.demo());
        return new Running(
            kingdee.settings("login-by-sign"), kingdee.secrets(), kingdee::arrived, kingdee::close);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  },
  YONBIP("yonbip", chart("660203", "D01", "224101")) {
    @Override
    public Running start() {
      YonbipStandIn yonbip = YonbipStandIn.start();
      return new Running(
          yonbip.settings(), yonbip.secrets(), yonbip.server()::arrived, yonbip::close);
    }
  },
  U8("u8-openapi", chart("660203", "01", "2241")) {
    @Override
    public Running start() {
      U8StandIn u8 = U8StandIn.start();
      return new Running(u8.settings(), u8.secrets(), u8.server()::arrived, u8::close);
    }
  },
  TPLUS("chanjet-tplus", chart("660203", "01", "2241")) {
    @Override
    public Running start() {
      TplusStandIn tplus = TplusStandIn.start();
      return new Running(tplus.settings(), tplus.secrets(), tplus.server()::arrived, tplus::close);
    }
  },
  HAOKUAIJI("chanjet-haokuaiji", chart("560203", "01", "2241")) {
    @Override
    public Running start() {
      HaokuaijiStandIn haokuaiji = HaokuaijiStandIn.start();
      return new Running(
          haokuaiji.settings(), haokuaiji.secrets(), haokuaiji.server()::arrived, haokuaiji::close);
    }
  },
  QUICKBOOKS(
      "quickbooks-online",
      chart(
          "1122",
          Map.of(Dimension.CUSTOMER, "Demo Client", Dimension.DEPARTMENT, "研发部"),
          "2202",
          Map.of(Dimension.SUPPLIER, "Demo Vendor"))) {
    @Override
    public Running start() {
      QuickBooksStandIn quickBooks = QuickBooksStandIn.start();
      return new Running(
          quickBooks.settings(), quickBooks.secrets(), quickBooks::arrived, quickBooks::close);
    }
  },
  CONNECTOR("http-connector", chart("6602.03", "BM000001", "2241")) {
    @Override
    public Running start() {
      ConnectorStandIn connector = ConnectorStandIn.start(ConnectorStandIn.Language.JSON);
      return new Running(
          connector.settings(), connector.secrets(), connector.server()::arrived, connector::close);
    }
  },
  WEBHOOK("webhook", chart("6602.03", "BM000001", "2241")) {
    @Override
    public Running start() {
      WebhookStandIn webhook = WebhookStandIn.start();
      return new Running(
          webhook.settings(), webhook.secrets(), webhook.server()::arrived, webhook::close);
    }
  },
  /** Its vouchers wait in a list; nobody is called. */
  FILE("file", chart("6602.03", "BM000001", "2241")) {
    @Override
    public Running start() {
      return new Running(Map.of(), Map.of(), () -> 0, () -> {});
    }
  };

  private final String type;
  private final Chart chart;

  StandIn(String type, Chart chart) {
    this.type = type;
    this.chart = chart;
  }

  /**
   * One that has been started.
   *
   * @param settings of a connection to it
   * @param secrets of that connection, in clear: they are invented
   * @param requests how many have arrived so far
   * @param closing ends it
   */
  public record Running(
      Map<String, String> settings,
      Map<String, String> secrets,
      IntSupplier requests,
      Runnable closing)
      implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  /** A fresh one, with an empty book. */
  public abstract Running start();

  /** The type of ledger that it stands in for. */
  public String type() {
    return type;
  }

  /** Accounts of its book. */
  public Chart chart() {
    return chart;
  }

  private static Chart chart(String expense, String department, String payable) {
    return chart(
        expense,
        Map.of(Dimension.DEPARTMENT, department),
        payable,
        Map.of(Dimension.EMPLOYEE, "E0001"));
  }

  private static Chart chart(
      String expense,
      Map<Dimension, String> expenseDimensions,
      String payable,
      Map<Dimension, String> payableDimensions) {
    return new Chart(
        expense, expenseDimensions, payable, payableDimensions, "", Map.of(), Optional.empty());
  }
}
