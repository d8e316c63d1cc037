package io.dingledger.ledgers.file;

import static io.dingledger.ledgers.file.FileSamples.MARCH;
import static io.dingledger.ledgers.file.FileSamples.foreign;
import static io.dingledger.ledgers.file.FileSamples.line;
import static io.dingledger.ledgers.file.FileSamples.settings;
import static io.dingledger.ledgers.file.FileSamples.travel;
import static io.dingledger.ledgers.file.FileSamples.voucher;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.TestTools;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Foreign;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FileLedgerTest {
  private static final Instant NOW = Instant.parse("2026-03-31T17:00:00Z");

  private final StumblingExports exports = new StumblingExports();
  private final Ledger ledger = open(settings("generic-xlsx"));

  private Ledger open(Map<String, String> settings) {
    LedgerTools usual = TestTools.tools(Clock.fixed(NOW, ZoneOffset.UTC));
    return Ledgers.open(
        FileUnderTest.connection(settings),
        new LedgerTools(usual.tokens(), exports, usual.addresses(), usual.clock()));
  }

  private Sent send(Voucher voucher) {
    return ledger.send(voucher, new Asked.Absent(voucher.key()));
  }

  private static Voucher claim(
      LocalDate date, Map<Dimension, String> dimensions, Optional<Foreign> foreign) {
    return voucher(
        "claim",
        date,
        line("x", "6602", dimensions, Side.DEBIT, "71.00", foreign),
        line("x", "2241", Side.CREDIT, "71.00"));
  }

  @Test
  void aVoucherWaitsAndLaterIsKnownByItsBatch() {
    Voucher voucher = travel();
    String key = voucher.key().value();
    LedgerReference pending = new LedgerReference(key, "batch pending");
    assertEquals(new Sent.Posted(pending), send(voucher));
    assertEquals(new Asked.Found(pending), ledger.ask(voucher));
    exports.next(FileUnderTest.TENANT, "anna", NOW, 10);
    assertEquals(new Asked.Found(new LedgerReference(key, "batch 1")), ledger.ask(voucher));
  }

  @Test
  void whatIsListedAlreadyIsNeitherListedAgainNorTakenForPosted() {
    send(travel());
    exports.next(FileUnderTest.TENANT, "anna", NOW, 10);
    Failure failure = assertInstanceOf(Sent.Failed.class, send(travel())).failure();
    assertEquals("FILE-LISTED-OTHERWISE", failure.code());
    assertEquals(FailureKind.AMBIGUOUS, failure.kind(), "the list must be asked next");
    assertEquals(List.of(), exports.waiting(FileUnderTest.TENANT, 10));
    assertInstanceOf(Asked.Found.class, ledger.ask(travel()));
  }

  @ParameterizedTest
  @EnumSource(names = {"TIME_OUT_BEFORE_COMMIT", "TIME_OUT_AFTER_COMMIT"})
  void aStoreWithoutAnswerLeavesTheOutcomeOpen(Trouble trouble) {
    exports.nextSending(trouble);
    Failure failure = assertInstanceOf(Sent.Failed.class, send(travel())).failure();
    assertEquals("FILE-LIST-NO-ANSWER", failure.code());
    assertEquals(FailureKind.AMBIGUOUS, failure.kind());
  }

  @Test
  void itsWordsAreNotCompared() {
    send(claim(MARCH, Map.of(), Optional.empty()));
    Voucher other =
        voucher(
            "claim",
            MARCH,
            line("other words", "2241", Side.CREDIT, "71.00"),
            line("other words", "6602", Side.DEBIT, "71.00"));
    assertInstanceOf(Asked.Found.class, ledger.ask(other));
  }

  @Test
  void dateDimensionsAndForeignAmountsAre() {
    Map<Dimension, String> department = Map.of(Dimension.DEPARTMENT, "1");
    send(claim(MARCH, department, foreign("10.00", "USD", "7.10")));
    assertInstanceOf(
        Asked.Found.class, ledger.ask(claim(MARCH, department, foreign("10.00", "USD", "7.1"))));
    for (Voucher other :
        List.of(
            claim(MARCH.minusDays(1), department, foreign("10.00", "USD", "7.1")),
            claim(MARCH, Map.of(Dimension.DEPARTMENT, "2"), foreign("10.00", "USD", "7.1")),
            claim(MARCH, department, foreign("10.00", "EUR", "7.1")),
            claim(MARCH, department, Optional.empty()))) {
      Asked.Different different = assertInstanceOf(Asked.Different.class, ledger.ask(other));
      assertTrue(different.difference().contains("清单"));
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-03, Good", "2026-04, Failed"})
  void theCurrentMonthIsTheOneInChina(String closedThrough, String verdict) {
    Ledger open = open(settings("generic-xlsx", "closedThrough", closedThrough));
    Verdict period =
        open.test().findings().stream()
            .filter(finding -> finding.point() == Point.PERIOD)
            .map(Finding::verdict)
            .findFirst()
            .orElseThrow();
    assertEquals(verdict, period.getClass().getSimpleName());
  }
}
