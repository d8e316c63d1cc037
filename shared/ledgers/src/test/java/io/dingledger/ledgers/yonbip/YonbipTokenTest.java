package io.dingledger.ledgers.yonbip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YonbipTokenTest {
  private static final String SECRET = "demo-secret";

  private final YonbipUnderTest subject = new YonbipUnderTest(Map.of());
  private final YonbipStandIn standIn = subject.standIn();
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private Failure failureOf(Ledger ledger) {
    return assertInstanceOf(Asked.Failed.class, ledger.ask(voucher)).failure();
  }

  private void posted(Ledger ledger) {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    assertInstanceOf(Sent.Posted.class, ledger.send(voucher, leave));
  }

  @Test
  void theSignatureIsThatOfTheKnownVector() {
    assertEquals(
        "?appKey=demo-key&timestamp=1700000000000"
            + "&signature=59Kbct1cX8XWab5k8%2BQzJe6QVvV0WPMR6Rdf%2Becxheo%3D",
        TokenSource.query("demo-key", SECRET, 1_700_000_000_000L));
  }

  @Nested
  class RequestsForOneVoucher {
    @Test
    void areFourAtFirst() {
      posted(subject.ledger());
      assertEquals(4, standIn.paths().size());
    }

    @Test
    void areTwoOnceAddressesAndTokenAreKnown() {
      subject.ledger().ask(voucher);
      int before = standIn.paths().size();
      posted(subject.ledger());
      assertEquals(2, standIn.paths().size() - before);
    }

    @Test
    void areThreeForAnotherCopyOfTheFunctionSinceTheTokenIsShared() {
      subject.ledger().ask(voucher);
      int before = standIn.paths().size();
      posted(subject.open(Map.of()));
      assertEquals(3, standIn.paths().size() - before);
      assertEquals(1, standIn.door().issued());
    }

    @Test
    void areThreeAtFirstWhenTheAddressesAreEntered() {
      posted(subject.open(YonbipUnderTest.configured(standIn)));
      assertEquals(3, standIn.paths().size());
    }
  }

  @Nested
  class AToken {
    @Test
    void ofAnOldGatewayIsNestedTwice() {
      standIn.door().nestTokens();
      posted(subject.ledger());
    }

    @Test
    void comesFromTheOldPathToo() {
      posted(subject.open(Map.of("tokenPath", "/open-auth/selfAppAuth/getAccessToken")));
    }

    @Test
    void isRenewedBeforeItExpires() {
      Instant now = Instant.parse("2026-04-01T00:00:00Z");
      var tools = TestTools.tools(Clock.fixed(now, ZoneOffset.UTC));
      subject.open(Map.of(), SECRET, tools).ask(voucher);
      var later =
          new io.dingledger.ledgers.LedgerTools(
              tools.tokens(),
              tools.exports(),
              tools.addresses(),
              Clock.fixed(now.plus(Duration.ofSeconds(7200 - 299)), ZoneOffset.UTC));
      subject.open(Map.of(), SECRET, later).ask(voucher);
      assertEquals(2, standIn.door().issued());
    }

    @Test
    void ofAnotherSecretIsAnotherToken() {
      subject.ledger().ask(voucher);
      Ledger changed = subject.open(Map.of(), "wrong-secret", TestTools.tools());
      Failure failure = failureOf(changed);
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("10020", failure.code());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "",
          "{`code`:`00000`}",
          "{`code`:`00000`,`data`:{}}",
          "<html></html>",
          "{`code`:`00000`,`data`:{`access_token`:null}}",
          "{`code`:`503`,`message`:`x`}"
        })
    void thatIsNotGivenIsAPassingFailure(String body) {
      standIn.fix("/open-auth/selfAppAuth/base/v1/getAccessToken", body.replace('`', '"'));
      assertEquals(FailureKind.TRANSIENT, failureOf(subject.ledger()).kind());
    }

    @Test
    void ofAnAppThatIsNotKnownIsAFaultOfTheConfiguration() {
      Failure failure = failureOf(subject.open(Map.of("appKey", "nobody")));
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("10018", failure.code());
      assertFalse(failure.detail().contains(SECRET));
    }
  }

  @Nested
  class ATokenThatIsRefused {
    private static final String ALWAYS = "{\"code\":\"310036\",\"message\":\"非法token\"}";

    @Test
    void onceMoreByAQuestionIsAFaultOfTheConfiguration() {
      standIn.fix(YonbipStandIn.LIST, ALWAYS);
      Failure failure = failureOf(subject.ledger());
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("310036", failure.code());
      assertTrue(failure.detail().contains("数据中心"));
      assertEquals(2, standIn.door().issued());
    }

    @Test
    void bySendingIsNotTriedAgain() {
      Asked.Absent leave = assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
      standIn.fix(YonbipStandIn.ADD, ALWAYS);
      Sent sent = subject.ledger().send(voucher, leave);
      assertEquals(FailureKind.TOKEN, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
      assertEquals(1, subject.requests(Request.SEND));
    }
  }

  @Nested
  class TheDataCentre {
    @Test
    void ofAnUnknownTenantIsAPassingFailureThatNamesTheSettings() {
      Failure failure = failureOf(subject.open(Map.of("tenantId", "nobody")));
      assertEquals("500", failure.code());
      assertTrue(failure.detail().contains("租户 ID"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`code`:`00000`}",
          "{`code`:`00000`,`data`:{`gatewayUrl`:`http://evil.example.com`,`tokenUrl`:`x`}}",
          "{`code`:`00000`,`data`:{`gatewayUrl`:`https://a.example.com`}}",
          "{}",
          "<html>"
        })
    void withoutSafeAddressesIsNotUsed(String body) {
      standIn.fix(YonbipStandIn.LOOK_UP, body.replace('`', '"'));
      assertEquals(FailureKind.TRANSIENT, failureOf(subject.ledger()).kind());
      assertEquals(List.of(YonbipStandIn.LOOK_UP), standIn.paths());
    }
  }
}
