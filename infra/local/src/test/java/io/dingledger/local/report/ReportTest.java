package io.dingledger.local.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Tenant TENANT = Tenant.verified("demo");
  private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void aMonthThatEndsAsExpectedKeepsAllPromises() {
    assertEquals(Set.of(), broken(month()));
    assertTrue(Promise.areAllKept(month()));
  }

  @Test
  void aLostDocumentBreaksPromises() {
    Outcome lost = new Outcome(claim(0), Optional.empty(), List.of(), List.of());
    assertEquals(
        EnumSet.of(Promise.NOTHING_IS_LOST, Promise.ENDS_AS_EXPECTED, Promise.AMOUNTS_ARE_EXACT),
        broken(List.of(lost)));
  }

  @Test
  void aDocumentStillOnItsWayIsNotSomewhereYet() {
    Outcome outcome = with(good(claim(0)), DocumentState.POSTING, 0);
    assertTrue(broken(List.of(outcome)).contains(Promise.NOTHING_IS_LOST));
  }

  @Test
  void aVoucherTwiceOrNotAtAllInTheLedgerBreaksTwo() {
    for (int copies : new int[] {0, 2}) {
      Outcome outcome = with(good(claim(0)), DocumentState.POSTED, copies);
      assertEquals(
          EnumSet.of(Promise.NOTHING_IS_POSTED_TWICE, Promise.AMOUNTS_ARE_EXACT),
          broken(List.of(outcome)));
    }
  }

  @Test
  void aVoucherInTheLedgerForAnIgnoredDocumentBreaksTwo() {
    Outcome ignored = with(good(claim(8)), DocumentState.IGNORED, 1);
    assertEquals(
        EnumSet.of(Promise.NOTHING_IS_POSTED_TWICE, Promise.AMOUNTS_ARE_EXACT),
        broken(List.of(ignored)));
  }

  @Test
  void anotherAmountAnotherReasonOrAnUnexplainedLineBreaksOne() {
    Outcome good = good(claim(0));
    Outcome cheaper =
        new Outcome(
            good.document(),
            good.record(),
            List.of(voucher(claim(0), "127.99", "amount")),
            booked("127.99", 1));
    assertEquals(EnumSet.of(Promise.AMOUNTS_ARE_EXACT), broken(List.of(cheaper)));
    Outcome unexplained =
        new Outcome(
            good.document(),
            good.record(),
            List.of(voucher(claim(0), "128.00", " ")),
            booked("128.00", 1));
    assertEquals(EnumSet.of(Promise.EVERY_LINE_IS_EXPLAINED), broken(List.of(unexplained)));
    Outcome held = good(claim(10));
    DocumentRecord other =
        held.record().orElseThrow().changed().reasons(List.of(reason("OTHER"))).build();
    assertEquals(
        EnumSet.of(Promise.ENDS_AS_EXPECTED),
        broken(List.of(new Outcome(held.document(), Optional.of(other), List.of(), List.of()))));
  }

  @Test
  void aWithdrawnClaimLeavesNothingAndAModifiedOneLeavesOneVoucher() {
    List<Outcome> kept = new ArrayList<>();
    List<Outcome> doubled = new ArrayList<>();
    for (DemoDocument document : DemoMonth.documents(LocalDate.of(2026, 4, 20))) {
      document
          .expected()
          .effect()
          .ifPresent(
              effect -> {
                kept.add(replacing(document, effect, true));
                doubled.add(replacing(document, effect, false));
              });
    }
    assertEquals(5, kept.size());
    assertEquals(List.of(), Promise.CHANGES_TAKE_EFFECT.brokenBy(kept));
    assertEquals(doubled, Promise.CHANGES_TAKE_EFFECT.brokenBy(doubled));
  }

  /** As if all vouchers of the number stood under its last document. */
  private static Outcome replacing(DemoDocument document, String effect, boolean reversed) {
    List<Outcome.Booked> booked = new ArrayList<>(booked("70.00", 1));
    if (reversed) {
      BigDecimal back = new BigDecimal("-70.00");
      booked.add(new Outcome.Booked(Purpose.REVERSE, "2", back, back));
    }
    booked.addAll(booked(effect, new BigDecimal(effect).signum()));
    return new Outcome(document, Optional.empty(), List.of(), booked);
  }

  @Test
  void theTableIsAlignedThoughChineseTakesTwoColumns() {
    ResultTable.print(month(), out);
    List<String> lines = printed();
    int headings = lines.getFirst().indexOf("状态");
    int column = Columns.width(lines.getFirst().substring(0, headings));
    for (String line : lines.subList(2, 2 + DemoMonth.claims().size())) {
      String state = line.replaceFirst(".*?(POSTED|HELD|IGNORED).*", "$1");
      assertEquals(column, Columns.width(line.substring(0, line.indexOf(state))), line);
    }
    assertTrue(lines.get(2).matches("2026\\d+ .*POSTED +1 +128\\.00 +128\\.00"), lines.get(2));
    assertTrue(lines.get(12).endsWith("RULE-LOOKUP-UNKNOWN 为什么"), lines.get(12));
  }

  @Test
  void theSummaryCountsStatesAndNamesWhatBrokeAPromise() {
    List<Outcome> outcomes = new ArrayList<>(month());
    outcomes.set(0, with(outcomes.getFirst(), DocumentState.POSTED, 2));
    ResultTable.print(outcomes, out);
    String text = String.join("\n", printed());
    assertTrue(text.contains("POSTED 12 · ACCRUED 0 · HELD 5 · PARKED 0 · IGNORED 2"), text);
    assertTrue(text.contains("  ✔ 每张单据都有去处"), text);
    assertTrue(
        text.contains(
            "  ✘ 凭证不重不漏 · Each voucher is in the ledger exactly once: "
                + claim(0).instance().businessId()),
        text);
  }

  @Test
  void widthsAndCutsCountColumns() {
    assertEquals(4, Columns.width("报销"));
    assertEquals(7, Columns.width("a报销b…"));
    assertEquals("报销… ", Columns.left("报销单据", 6));
    assertEquals("  报销", Columns.right("报销", 6));
    assertEquals("abc…", Columns.cut("abcdef", 4));
  }

  @Test
  void progressSaysAStateOnlyWhenItChanged() {
    Progress progress = new Progress(out, Clock.fixed(NOW, ZoneOffset.UTC));
    progress.step("启动", "starting");
    progress.counts(Map.of());
    progress.counts(Map.of(DocumentState.POSTED, 1, DocumentState.HELD, 0));
    progress.counts(Map.of(DocumentState.POSTED, 1));
    progress.counts(Map.of(DocumentState.POSTED, 2, DocumentState.RECEIVED, 1));
    assertEquals(
        List.of(
            "   0.0 s  启动 · starting",
            "   0.0 s  进度 · POSTED 1",
            "   0.0 s  进度 · RECEIVED 1, POSTED 2"),
        printed());
  }

  @Test
  void noLineIsWiderThanATerminalMayBe() {
    ResultTable.print(month(), out);
    printed().forEach(line -> assertFalse(Columns.width(line) > 170, line));
  }

  private static Set<Promise> broken(List<Outcome> outcomes) {
    return Arrays.stream(Promise.values())
        .filter(promise -> !promise.brokenBy(outcomes).isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Promise.class)));
  }

  private static List<Outcome> month() {
    return DemoMonth.claims().stream().map(ReportTest::good).toList();
  }

  private static DemoDocument claim(int index) {
    return DemoMonth.claims().get(index);
  }

  private static Outcome good(DemoDocument claim) {
    DocumentRecord record =
        DocumentRecord.announced(TENANT, claim.id(), Optional.empty(), NOW)
            .changed()
            .state(claim.expected().state())
            .reasons(
                claim.expected().state() == DocumentState.POSTED
                    ? List.of()
                    : List.of(reason(claim.expected().reason().orElse("APPROVAL-NOT-AGREED"))))
            .build();
    if (claim.expected().debit().isEmpty()) {
      return new Outcome(claim, Optional.of(record), List.of(), List.of());
    }
    Voucher voucher = voucher(claim, claim.expected().debit().get(), "amount");
    Posting posted =
        Posting.ready(voucher.key(), Purpose.RECORD, NOW)
            .claimed(NOW, Duration.ofMinutes(1))
            .sending(NOW)
            .posted(new LedgerReference("100001", "1"));
    return new Outcome(
        claim,
        Optional.of(record.changed().postings(List.of(posted)).build()),
        List.of(voucher),
        booked(claim.expected().debit().get(), 1));
  }

  private static Outcome with(Outcome outcome, DocumentState state, int copies) {
    return new Outcome(
        outcome.document(),
        outcome.record().map(record -> record.changed().state(state).build()),
        outcome.vouchers(),
        booked(outcome.document().expected().debit().orElse("1.00"), copies));
  }

  private static List<Outcome.Booked> booked(String amount, int copies) {
    BigDecimal sum = new BigDecimal(amount);
    return Collections.nCopies(copies, new Outcome.Booked(Purpose.RECORD, "1", sum, sum));
  }

  private static Reason reason(String code) {
    return new Reason(code, "为什么。怎么办。", "Why. Cure.");
  }

  private static Voucher voucher(DemoDocument claim, String amount, String arithmetic) {
    return new Voucher(
        VoucherKey.of(TENANT, claim.id(), Purpose.RECORD, 1),
        claim.id(),
        Purpose.RECORD,
        LocalDate.of(2026, 3, 2),
        "CNY",
        "报销",
        1,
        List.of(line(Side.DEBIT, amount, arithmetic), line(Side.CREDIT, amount, arithmetic)));
  }

  private static VoucherLine line(Side side, String amount, String arithmetic) {
    Money money = Money.of(amount, "CNY");
    return new VoucherLine(
        "报销",
        "6602.03",
        Map.of(),
        side,
        money,
        new Explanation(
            "rule",
            "v1",
            List.of(new Explanation.Input("amount", amount, "row 1")),
            arithmetic,
            "HALF_UP 2",
            money));
  }

  private List<String> printed() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
