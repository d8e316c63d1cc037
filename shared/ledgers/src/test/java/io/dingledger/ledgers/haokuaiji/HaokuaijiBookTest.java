package io.dingledger.ledgers.haokuaiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.MasterData.Entry;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the stand-in's book: periods, base data, and how many calls a voucher takes. */
class HaokuaijiBookTest {
  private static final YearMonth MARCH = YearMonth.from(Vouchers.DATE);

  private final HaokuaijiUnderTest subject = new HaokuaijiUnderTest(Map.of());
  private final Vouchers vouchers = new Vouchers(subject.chart());

  @AfterEach
  void close() {
    subject.close();
  }

  private static Sent send(Ledger ledger, Voucher voucher) {
    return ledger.send(voucher, assertInstanceOf(Asked.Absent.class, ledger.ask(voucher)));
  }

  @Test
  void theFirstVoucherTakesATokenAndFiveCallsAndTheNextThree() {
    assertInstanceOf(Sent.Posted.class, send(subject.ledger(), vouchers.of("one", "1.00")));
    assertEquals(6, subject.standIn().services().size());
    assertInstanceOf(Sent.Posted.class, send(subject.ledger(), vouchers.of("two", "2.00")));
    assertEquals(9, subject.standIn().services().size());
    assertEquals(2, subject.standIn().vouchers());
  }

  @Test
  void aPeriodThatWasClosedWhileItWasBelievedToBeOpenIsRefusedByTheLedgerItself() {
    send(subject.ledger(), vouchers.of("one", "1.00"));
    subject.close(MARCH);
    Sent sent = send(subject.ledger(), vouchers.of("two", "2.00"));
    assertEquals(
        FailureKind.PERIOD_CLOSED, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
    assertEquals(2, subject.requests(Request.SEND));
  }

  @Test
  void aPeriodThatIsClosedIsNotEvenTried() {
    subject.close(MARCH);
    Sent sent = send(subject.ledger(), vouchers.of("one", "1.00"));
    assertEquals(
        FailureKind.PERIOD_CLOSED, assertInstanceOf(Sent.Failed.class, sent).failure().kind());
    assertEquals(0, subject.requests(Request.SEND));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-31T15:59:59Z, failed", "2026-03-31T16:00:00Z, good"})
  void theCurrentPeriodIsThatOfChina(Instant now, String expected) {
    subject.close(MARCH);
    Ledger ledger = subject.opened(Map.of(), TestTools.tools(Clock.fixed(now, ZoneOffset.UTC)));
    Checkup checkup = ledger.test();
    Finding last = checkup.findings().getLast();
    assertEquals(Point.PERIOD, last.point());
    assertEquals(expected.equals("good"), last.verdict() instanceof Verdict.Good);
  }

  @Test
  void periodsAreToldAndThoseThatAreClosedCannotBeUsed() {
    subject.close(MARCH);
    List<Entry> periods =
        assertInstanceOf(MasterData.Entries.class, subject.ledger().read(MasterData.Kind.PERIOD))
            .entries();
    assertEquals(new Entry("2026-03", "2026-03", false), periods.get(0));
    assertEquals(new Entry("2026-04", "2026-04", true), periods.get(1));
    assertEquals(10, periods.size());
  }

  @Test
  void accountsAreToldAndParentsCannotBeUsed() {
    List<Entry> accounts =
        assertInstanceOf(MasterData.Entries.class, subject.ledger().read(MasterData.Kind.ACCOUNT))
            .entries();
    assertEquals(
        List.of("1002 true", "2241 true", "5602 false", "560203 true"),
        accounts.stream().map(entry -> entry.code() + " " + entry.usable()).toList());
  }

  @Test
  void allVouchersOfThePeriodsAreReadUnlessASearchByTheKeyIsChosen() {
    Ledger ledger = subject.opened(Map.of("vouchersPerPage", "10"), TestTools.tools());
    for (int each = 1; each <= 12; each++) {
      assertInstanceOf(Sent.Posted.class, send(ledger, vouchers.of("claim " + each, "1.00")));
    }
    assertInstanceOf(Asked.Found.class, ledger.ask(vouchers.of("claim 1", "1.00")));
    assertInstanceOf(Asked.Found.class, ledger.ask(vouchers.of("claim 12", "1.00")));
  }
}
