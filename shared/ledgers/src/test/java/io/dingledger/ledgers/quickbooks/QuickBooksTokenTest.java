package io.dingledger.ledgers.quickbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.ledgers.http.HandClock;
import io.dingledger.ledgers.http.LedgerHttp;
import io.dingledger.model.access.AccessTokenStore.Kept;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuickBooksTokenTest {
  private final HandClock clock = new HandClock();
  private final QuickBooksUnderTest subject = new QuickBooksUnderTest(Map.of(), clock);
  private final Ledger ledger = subject.ledger();
  private final StandInTokenDesk desk = subject.standIn().desk();
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private Failure failure() {
    return assertInstanceOf(Asked.Failed.class, ledger.ask(voucher)).failure();
  }

  private Optional<String> keptRenewal() {
    TokenKey key = QuickBooksSettings.of(subject.connection()).tokenKey(QuickBooksStandIn.REALM);
    return subject.tools().tokens().find(key).flatMap(Kept::renewal).map(Secret::reveal);
  }

  @Nested
  class WhenATokenIsRenewed {
    @Test
    void theNewestRefreshTokenIsKept() {
      ledger.ask(voucher);
      assertEquals(Optional.of("RT1-demo-1"), keptRenewal());
      clock.pass(Duration.ofMinutes(51));
      assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
      assertEquals(Optional.of("RT1-demo-2"), keptRenewal());
      assertEquals(2, desk.requests());
    }

    @Test
    void anotherProcessGoesOnWithIt() {
      ledger.ask(voucher);
      clock.pass(Duration.ofMinutes(61));
      Ledger another = Ledgers.open(subject.connection(), subject.tools());
      assertInstanceOf(Asked.Absent.class, another.ask(voucher));
      assertEquals(Optional.of("RT1-demo-2"), keptRenewal());
    }

    @Test
    void oneThatLostItsAnswerIsRepeatedWithTheOldRefreshToken() {
      ledger.ask(voucher);
      assertEquals("RT1-demo-1", desk.currentRefresh());
      TokenEndpoint lost =
          new TokenEndpoint(
              QuickBooksSettings.of(subject.connection()),
              new LedgerHttp(Duration.ofSeconds(2), AddressFilter.ANY, clock),
              clock);
      lost.fetch(Optional.of(Secret.of("RT1-demo-1")));
      assertEquals("RT1-demo-2", desk.currentRefresh(), "and nobody kept it");
      clock.pass(Duration.ofMinutes(61));
      assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
      assertEquals(Optional.of("RT1-demo-3"), keptRenewal());
    }
  }

  @Nested
  class WhenTheConsentIsWithdrawn {
    @Test
    void aPersonIsToldToConnectAgain() {
      ledger.ask(voucher);
      desk.withdraw();
      Failure failure = failure();
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("LEDGER-RECONNECT", failure.code());
      assertTrue(failure.detail().contains("invalid_grant"), failure::detail);
    }

    @Test
    void itIsNotTriedAgainAllTheTime() {
      ledger.ask(voucher);
      desk.withdraw();
      failure();
      failure();
      assertEquals(2, desk.requests());
    }
  }

  @Nested
  class WhenTheConnectionIsWrong {
    @Test
    void anUnknownAppIsTold() {
      Ledger wrong = subject.ledgerWithWrongCredentials().orElseThrow();
      Failure failure = assertInstanceOf(Asked.Failed.class, wrong.ask(voucher)).failure();
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("LEDGER-QUICKBOOKS-CLIENT", failure.code());
    }

    @Test
    void withoutAnyConsentNobodyIsCalled() {
      LedgerTools fresh = TestTools.tools(clock);
      Map<String, Secret> secrets = Map.of("clientSecret", Secret.of(StandInTokenDesk.SECRET));
      Ledger unconnected =
          Ledgers.open(subject.connection(subject.standIn().settings(), secrets), fresh);
      Failure failure = assertInstanceOf(Asked.Failed.class, unconnected.ask(voucher)).failure();
      assertEquals("LEDGER-RECONNECT", failure.code());
      assertEquals(0, desk.requests());
    }

    @Test
    void anotherRefreshTokenStartsAfresh() {
      ledger.ask(voucher);
      Map<String, Secret> secrets =
          Map.of(
              "clientSecret",
              Secret.of(StandInTokenDesk.SECRET),
              "refreshToken",
              Secret.of("RT1-demo-1"));
      QuickBooksSettings before = QuickBooksSettings.of(subject.connection());
      QuickBooksSettings after =
          QuickBooksSettings.of(subject.connection(subject.standIn().settings(), secrets));
      assertTrue(!before.tokenKey("1").equals(after.tokenKey("1")));
      assertTrue(!after.tokenKey("1").toString().contains("RT1-demo"));
    }
  }

  @Nested
  class WhenTheAuthorisationEndsForGood {
    @Test
    void theCheckupFailsAMonthBefore() {
      desk.tellsHardEnd(Duration.ofDays(40));
      assertTrue(ledger.test().isGood());
      assertTrue(keptRenewal().orElseThrow().startsWith("RT1-demo-1 "));
      clock.pass(Duration.ofDays(11));
      desk.tellsHardEnd(Duration.ofDays(29));
      Checkup checkup = ledger.test();
      Checkup.Verdict.Failed failed =
          assertInstanceOf(
              Checkup.Verdict.Failed.class,
              checkup.findings().stream()
                  .filter(each -> each.point() == Checkup.Point.CREDENTIALS)
                  .findFirst()
                  .orElseThrow()
                  .verdict());
      assertEquals("LEDGER-QUICKBOOKS-ENDS-SOON", failed.failure().code());
      assertTrue(failed.failure().detail().contains("2026-05-10"), failed.failure()::detail);
    }

    @Test
    void theEndIsNoPartOfTheRefreshTokenThatIsSent() {
      desk.tellsHardEnd(Duration.ofDays(40));
      ledger.ask(voucher);
      clock.pass(Duration.ofMinutes(61));
      assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    }
  }

  @Nested
  class WhenTheTokenIsLostInMidSending {
    @Test
    void itIsNotRepeatedAndTheNextTryHasTheSameRequestId() {
      Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
      ledger.send(voucher, leave);
      desk.forgetAccess();
      ledger.send(voucher, leave);
      assertEquals(2, subject.requests(Request.SEND));
      ledger.send(voucher, leave);
      assertEquals(
          1,
          subject.standIn().calls().stream()
              .filter(call -> call.path().endsWith("/journalentry"))
              .map(call -> call.query().get("requestid"))
              .distinct()
              .count());
      assertEquals(1, subject.countWithKey(voucher.key()));
    }
  }
}
