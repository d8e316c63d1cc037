package io.dingledger.ledgers.u8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
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

class U8TokenTest {
  private static final String SECRET = "demo-secret";

  private final U8UnderTest subject = new U8UnderTest();
  private final U8StandIn standIn = subject.standIn();
  private final Voucher voucher = new Vouchers(subject.chart()).of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private void posted(Ledger ledger) {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    assertInstanceOf(Sent.Posted.class, ledger.send(voucher, leave));
  }

  private Failure failureOf(Ledger ledger) {
    return assertInstanceOf(Asked.Failed.class, ledger.ask(voucher)).failure();
  }

  @Nested
  class RequestsForOneVoucher {
    @Test
    void areFourAtFirstSinceTheLedgerIsAskedOnceMoreAfterwards() {
      posted(subject.ledger());
      assertEquals(
          List.of(U8StandIn.TOKEN, U8StandIn.DETAILS, U8StandIn.ADD, U8StandIn.DETAILS),
          standIn.paths());
    }

    @Test
    void areThreeForEveryCopyOfTheFunctionOnceThereIsAToken() {
      subject.ledger().ask(voucher);
      int before = standIn.paths().size();
      posted(subject.open(Map.of()));
      assertEquals(3, standIn.paths().size() - before);
      assertEquals(1, standIn.issued());
    }
  }

  @Nested
  class AToken {
    @Test
    void isRenewedBeforeItExpires() {
      Instant now = Instant.parse("2026-04-01T00:00:00Z");
      LedgerTools tools = TestTools.tools(Clock.fixed(now, ZoneOffset.UTC));
      subject.open(Map.of(), SECRET, tools).ask(voucher);
      subject.open(Map.of(), SECRET, at(tools, now.plusSeconds(6899))).ask(voucher);
      assertEquals(1, standIn.issued());
      subject.open(Map.of(), SECRET, at(tools, now.plusSeconds(6901))).ask(voucher);
      assertEquals(2, standIn.issued());
    }

    private static LedgerTools at(LedgerTools tools, Instant now) {
      return new LedgerTools(
          tools.tokens(), tools.exports(), tools.addresses(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void ofAWrongSecretIsRefusedWithoutRepeatingTheSecret() {
      Failure failure = failureOf(subject.open(Map.of(), "wrong-secret", TestTools.tools()));
      assertEquals(FailureKind.CONFIG, failure.kind());
      assertEquals("10001", failure.code());
      assertFalse(failure.detail().contains("wrong-secret"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "",
          "<html></html>",
          "{`errcode`:`0`}",
          "{`errcode`:`0`,`token`:{}}",
          "{`errcode`:`0`,`token`:{`id`:null}}",
          "{`errcode`:`-1`,`errmsg`:`系统异常`}"
        })
    void thatIsNotGivenIsAPassingFailure(String body) {
      standIn.fix(U8StandIn.TOKEN, body.replace('`', '"'));
      assertEquals(FailureKind.TRANSIENT, failureOf(subject.ledger()).kind());
    }

    @Test
    void thatIsRefusedTwiceIsAFaultOfTheConfiguration() {
      standIn.fix(U8StandIn.DETAILS, "{\"errcode\":\"10003\",\"errmsg\":\"参数token已过期\"}");
      assertEquals(FailureKind.CONFIG, failureOf(subject.ledger()).kind());
      assertEquals(2, standIn.issued());
    }

    @Test
    void thatIsRefusedWhileSendingIsNotTriedAgain() {
      Asked.Absent leave = assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
      standIn.fix(U8StandIn.ADD, "{\"errcode\":\"10003\",\"errmsg\":\"参数token已过期\"}");
      Sent sent = subject.ledger().send(voucher, leave);
      assertEquals(FailureKind.TOKEN, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
      assertEquals(1, subject.requests(Request.SEND));
    }
  }

  @Nested
  class TryingAConnection {
    private static Finding last(Checkup checkup) {
      return checkup.findings().getLast();
    }

    @Test
    void looksAtWhatCanBeTold() {
      Checkup checkup = subject.ledger().test();
      assertTrue(checkup.isGood());
      assertEquals(
          List.of(Point.values()), checkup.findings().stream().map(Finding::point).toList());
      assertEquals(new Verdict.NotTold(), checkup.findings().get(2).verdict());
      assertEquals(new Verdict.Good(), checkup.findings().get(3).verdict());
      assertEquals(new Verdict.NotTold(), checkup.findings().get(4).verdict());
    }

    @Test
    void toAnUnknownDataSourceFails() {
      Finding finding = last(subject.open(Map.of("dataSource", "9")).test());
      assertEquals(Point.PERMISSION, finding.point());
      assertInstanceOf(Verdict.Failed.class, finding.verdict());
    }

    @Test
    void withoutAnyAnswerReachesNobody() {
      standIn.fix(U8StandIn.TOKEN, "<html></html>");
      assertEquals(Point.REACHABLE, last(subject.ledger().test()).point());
    }

    @Test
    void withoutAnAnswerAboutVouchersIsAMissingPermission() {
      standIn.fix(U8StandIn.DETAILS, "{}");
      assertEquals(Point.PERMISSION, last(subject.ledger().test()).point());
    }
  }

  @Test
  void filesAreNotTaken() {
    assertEquals(
        new Attached.NotOffered(),
        subject
            .ledger()
            .attach(
                new LedgerReference("1", "1"),
                new Attached.File("a.txt", "text/plain", new byte[0])));
  }

  @Test
  void theLongestSendCoversTokenVoucherAndTheQuestionAfterwards() {
    Ledger slow = subject.open(Map.of("readTimeoutSeconds", "65"));
    assertEquals(Duration.ofSeconds(3 * 65 + 2 * 30 + 5), slow.longestSend());
  }
}
