package io.dingledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.model.access.LedgerGate.Limits;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectedLedgersTest {
  private static final TenantSettings TENANT = Samples.settings("demo", "callback-key");

  @TempDir Path folder;
  private final HandClock clock = new HandClock(Samples.NOW);
  private final MemoryTable table = new MemoryTable();
  private Platform here;
  private ConnectedLedgers ledgers;

  @BeforeEach
  void start() {
    here = platform();
    ledgers = new ConnectedLedgers(here.tenants(), tools());
  }

  private LedgerTools tools() {
    return new LedgerTools(here.tokens(), here.exports(), AddressFilter.ANY, clock);
  }

  /** As another copy of a function has it: with a memory of its own. */
  private Platform platform() {
    return new Platform(table, KeyFileWrap.at(folder.resolve("key")), clock);
  }

  private static Map<String, String> kingdee(String address) {
    return Map.of(
        "serverUrl", address,
        "auth", "login-by-app-secret",
        "dataCentre", "20231114000000",
        "userName", "demo",
        "appId", "227000_demo",
        "book", "001",
        "organisation", "100",
        "voucherGroup", "PRE001");
  }

  /** Somebody enters this at another copy. */
  private void entered(Map<String, String> settings, String secret) {
    LedgerConnection connection =
        new LedgerConnection(
            TENANT.tenant(),
            "kingdee-cloud",
            settings,
            Map.of("appSecret", Secret.of(secret)),
            Duration.ofSeconds(90));
    platform()
        .tenants()
        .put(
            new TenantSettings(
                TENANT.tenant(),
                TENANT.name(),
                TENANT.zone(),
                TENANT.app(),
                TENANT.callback(),
                Optional.of(connection),
                TENANT.monthlyCalls(),
                TENANT.standing()));
  }

  private LedgerSource.Connected connected() {
    return assertInstanceOf(Answer.Got.class, ledgers.of(TENANT.tenant())).value()
            instanceof LedgerSource.Connected found
        ? found
        : null;
  }

  @Nested
  class Rotation {
    private final Map<String, String> settings = kingdee("https://erp.example.com/K3Cloud/");

    @Test
    void isSeenWithinAMinuteWithoutARestart() {
      entered(settings, "old-secret");
      LedgerSource.Connected before = connected();
      entered(settings, "new-secret");
      assertSame(before.ledger(), connected().ledger(), "remembered for a short while");
      clock.advance(Duration.ofSeconds(60));
      LedgerSource.Connected after = connected();
      assertNotSame(before.ledger(), after.ledger());
      assertNotEquals(before.terms().fingerprint(), after.terms().fingerprint());
      assertSame(after.ledger(), connected().ledger(), "and kept from then on");
    }

    @Test
    void leavesAConnectionThatIsTheSameAsItIs() {
      entered(settings, "old-secret");
      LedgerSource.Connected before = connected();
      clock.advance(Duration.ofSeconds(61));
      entered(settings, "old-secret");
      clock.advance(Duration.ofSeconds(61));
      assertSame(before.ledger(), connected().ledger());
    }

    @Test
    void doesNotTouchARequestThatIsUnderWay() throws IOException {
      List<String> bodies = Collections.synchronizedList(new ArrayList<>());
      List<Runnable> meanwhile = new ArrayList<>();
      HttpServer server = server(bodies, meanwhile);
      try {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/K3Cloud/";
        entered(kingdee(address), "old-secret");
        meanwhile.add(
            () -> {
              entered(kingdee(address), "new-secret");
              clock.advance(Duration.ofSeconds(61));
              connected().ledger().ask(PostFixture.voucher());
            });
        connected().ledger().ask(PostFixture.voucher());
        List<String> logins = bodies.stream().filter(body -> body.contains("appSecret")).toList();
        assertTrue(logins.getFirst().contains("old-secret"));
        assertTrue(logins.get(1).contains("new-secret"));
        assertEquals(
            1, logins.stream().filter(body -> body.contains("old-secret")).count(), "it ended");
      } finally {
        server.stop(0);
      }
    }

    private HttpServer server(List<String> bodies, List<Runnable> meanwhile) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(task -> Thread.ofVirtual().start(task));
      server.createContext(
          "/",
          exchange -> {
            bodies.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (!meanwhile.isEmpty()) {
              meanwhile.removeFirst().run();
            }
            byte[] answer = "{\"LoginResultType\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
      return server;
    }
  }

  @Nested
  class Terms {
    @Test
    void areTheConnectionsOwnOrItsTypes() {
      Map<String, String> settings = new HashMap<>(kingdee("https://erp.example.com/K3Cloud/"));
      entered(settings, "secret");
      assertEquals(new Limits(1, 60), connected().terms().limits());
      settings.put("vouchersAtOnce", "5");
      settings.put("vouchersPerMinute", "120");
      entered(settings, "secret");
      clock.advance(Duration.ofSeconds(61));
      assertEquals(new Limits(5, 120), connected().terms().limits());
    }

    @Test
    void haveAFingerprintThatTellsNothing() {
      entered(kingdee("https://erp.example.com/K3Cloud/"), "secret");
      String fingerprint = connected().terms().fingerprint();
      assertTrue(fingerprint.matches("[0-9a-f]{12}"), fingerprint);
      assertFalse(connected().toString().contains("secret"));
    }
  }

  @Nested
  class TimeOuts {
    private Answer<LedgerSource.Connected> withTimeOut(int seconds) {
      Map<String, String> settings = new HashMap<>(kingdee("https://erp.example.com/K3Cloud/"));
      settings.put("readTimeoutSeconds", Integer.toString(seconds));
      entered(settings, "secret");
      return ledgers.of(TENANT.tenant());
    }

    @Test
    void thatARequestMayOutliveItsWorkerWithAreRefused() {
      entered(kingdee("https://erp.example.com/K3Cloud/"), "secret");
      ConnectedLedgers hasty =
          new ConnectedLedgers(
              here.tenants(),
              tools(),
              new ConnectedLedgers.Longest(Duration.ofSeconds(60), Duration.ofHours(1)));
      Answer.Failed<LedgerSource.Connected> refused =
          assertInstanceOf(Answer.Failed.class, hasty.of(TENANT.tenant()));
      assertEquals("TIME-OUT-TOO-LONG", refused.failure().code());
    }

    @Test
    void thatLedgersUsuallyNeedArePossible() {
      assertInstanceOf(Answer.Got.class, withTimeOut(120));
    }
  }
}
