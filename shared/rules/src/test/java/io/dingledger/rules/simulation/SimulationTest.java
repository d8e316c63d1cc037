package io.dingledger.rules.simulation;

import static io.dingledger.rules.simulation.Company.claim;
import static io.dingledger.rules.simulation.Company.documents;
import static io.dingledger.rules.simulation.Company.overtime;
import static io.dingledger.rules.simulation.Company.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Form;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.simulation.Outcome.State;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final String LATE =
      "{ id: late, kind: dailyResult, person: zhang, date: 2026-03-31,"
          + " checks: [{ duty: on, outcome: late, minutes: 15 }] }";

  private static List<String> states(SimulationReport report) {
    return report.all().stream()
        .map(outcome -> outcome.id().value() + " " + outcome.state())
        .toList();
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.reasons().stream().map(Reason::code).toList();
  }

  @Nested
  class Each_document {
    @Test
    void becomes_what_the_rule_book_makes_of_it() {
      SimulationReport report =
          run(
              claim("taxi", "2026-03-30", "出租车", "40.00"),
              claim("unknown", "2026-03-30", "按摩", "40.00"),
              overtime("evening", "zhang", "2026-03-31", 2),
              overtime("timeOff", "zhang", "2026-03-31", 2).replace("pay }", "timeOff }"),
              LATE);
      assertEquals(
          List.of(
              "taxi VOUCHERS",
              "unknown HELD",
              "evening ACCRUED",
              "late ACCRUED",
              "timeOff IGNORED",
              "pay:2026-03 VOUCHERS"),
          states(report));
      assertEquals(1, report.count(State.HELD));
      assertEquals(List.of("RULE-LOOKUP-UNKNOWN"), codes(report.documents().get(1)));
      assertEquals(0, report.disputed());
    }

    @Test
    void is_recomputed_line_by_line_and_item_by_item() {
      SimulationReport report = run(claim("taxi", "2026-03-30", "出租车", "40.00"), LATE);
      assertEquals(2, report.documents().get(0).lineVerdicts().size());
      assertEquals(2, report.documents().get(1).itemVerdicts().size());
      assertEquals(2, report.months().getFirst().sumVerdicts().size());
      assertEquals(0, report.disputed());
    }

    @Test
    void counts_once() {
      List<CaseDocument> first = documents(claim("taxi", "2026-03-30", "出租车", "40.00"));
      CaseDocument.Written written = (CaseDocument.Written) first.getFirst();
      CaseDocument again =
          new CaseDocument.Written("copy", written.kind(), written.detail(), written.directory());
      SimulationReport report = run(Company.both(first, List.of(again)));
      assertEquals(List.of("taxi VOUCHERS", "taxi FAILED"), states(report));
      assertEquals(List.of("SIMULATION-REPEATED"), codes(report.documents().get(1)));
      assertEquals("40.00", report.accounts().getFirst().credit().plain());
    }

    @Test
    void that_is_not_approved_or_withdraws_another_is_ignored() {
      SimulationReport report =
          run(
              List.of(
                  approval("refused", ApprovalDetail.Result.REFUSE, ApprovalDetail.Action.NONE),
                  approval("revoked", ApprovalDetail.Result.AGREE, ApprovalDetail.Action.REVOKE)));
      assertEquals(List.of("SIMULATION-NOT-APPROVED"), codes(report.documents().get(0)));
      assertEquals(List.of("SIMULATION-WITHDRAWAL"), codes(report.documents().get(1)));
      assertEquals(2, report.count(State.IGNORED));
    }

    private static CaseDocument approval(
        String id, ApprovalDetail.Result result, ApprovalDetail.Action action) {
      Instant at = Instant.parse("2026-03-31T01:00:00Z");
      ApprovalDetail detail =
          new ApprovalDetail(
              new DocumentId(id),
              "PROC-1",
              "",
              id,
              "",
              "zhang",
              "1",
              "",
              at,
              Optional.of(at),
              ApprovalDetail.Status.COMPLETED,
              result,
              action,
              Optional.of("main-1"),
              List.of(),
              new Form(List.of()),
              "");
      return new CaseDocument.Approval(
          id, detail, Optional.empty(), new Directory(Map.of(), Map.of()));
    }

    @Test
    void at_which_the_program_fails_stops_none_of_the_others() {
      SimulationReport report =
          run(
              new FailingBook(Company.book(), "broken"),
              documents(
                  claim("broken", "2026-03-30", "出租车", "40.00"),
                  claim("taxi", "2026-03-31", "出租车", "40.00")));
      assertEquals(List.of("broken FAILED", "taxi VOUCHERS"), states(report));
      assertEquals(List.of("SIMULATION-FAILED"), codes(report.documents().getFirst()));
      assertTrue(
          report.documents().getFirst().reasons().getFirst().chinese().contains("on purpose"));
    }
  }

  @Nested
  class Documents_come_by_their_days {
    @Test
    void so_later_ones_count_what_earlier_ones_made() {
      SimulationReport report =
          run(
              overtime("third", "zhang", "2026-03-12", 2),
              overtime("second", "zhang", "2026-03-11", 3),
              overtime("other", "li", "2026-03-11", 3),
              overtime("nextMonth", "zhang", "2026-04-01", 1),
              overtime("first", "zhang", "2026-03-10", 3));
      assertEquals(
          List.of(
              "first ACCRUED",
              "other ACCRUED",
              "second ACCRUED",
              "third HELD",
              "nextMonth ACCRUED",
              "pay:2026-03 VOUCHERS",
              "pay:2026-04 VOUCHERS"),
          states(report));
    }

    @Test
    void whatever_the_order_of_the_files() {
      List<CaseDocument> cases =
          documents(
              overtime("a", "zhang", "2026-03-12", 2),
              overtime("b", "zhang", "2026-03-11", 3),
              claim("c", "2026-03-11", "出租车", "40.00"));
      assertEquals(run(cases), run(Company.reversed(cases)));
      assertEquals(run(cases).digest(), run(Company.reversed(cases)).digest());
    }
  }

  @Nested
  class Months {
    @Test
    void are_closed_when_items_concern_them_with_what_is_deducted_in_red() {
      SimulationReport report = run(overtime("evening", "zhang", "2026-03-31", 2), LATE);
      assertEquals(
          List.of("2211.01 0.00 143.75", "6602.11 143.75 0.00"),
          report.accounts().stream()
              .map(
                  each -> each.account() + " " + each.debit().plain() + " " + each.credit().plain())
              .toList());
      assertEquals(
          List.of("加班费 1 2 150.00", "迟到 1 1 0.00", "迟到扣款 1 15 -6.25"),
          report.payItems().stream()
              .map(
                  each ->
                      each.item()
                          + " "
                          + each.count()
                          + " "
                          + each.quantity()
                          + " "
                          + each.amount().plain())
              .toList());
    }

    @Test
    void are_closed_as_asked() {
      List<CaseDocument> cases =
          documents(
              overtime("march", "zhang", "2026-03-31", 2),
              overtime("april", "zhang", "2026-04-01", 2));
      SimulationOptions onlyApril =
          new SimulationOptions(
              Company.OPTIONS.tenant(), Company.SHANGHAI, List.of(YearMonth.of(2026, 4)));
      SimulationReport report = Simulation.run(Company.book(), "v1", cases, onlyApril);
      assertEquals(List.of("2026-04"), report.months().stream().map(Outcome::name).toList());
      assertEquals(
          2, report.documents().stream().map(Outcome::items).mapToInt(List<PayItem>::size).sum());
    }

    @Test
    void whose_close_fails_are_told() {
      SimulationReport report =
          run(
              new FailingBook(Company.book(), "2026-03"),
              documents(overtime("evening", "zhang", "2026-03-31", 2)));
      assertEquals(State.FAILED, report.months().getFirst().state());
    }
  }

  @Nested
  class A_digest {
    @Test
    void tells_every_difference() {
      String digest = run(claim("taxi", "2026-03-30", "出租车", "40.00")).digest();
      assertTrue(digest.matches("[0-9a-f]{64}"), digest);
      assertEquals(digest, run(claim("taxi", "2026-03-30", "出租车", "40.00")).digest());
      assertNotEquals(digest, run(claim("taxi", "2026-03-30", "出租车", "40.01")).digest());
      assertNotEquals(digest, run(claim("taxi", "2026-03-31", "出租车", "40.00")).digest());
      assertNotEquals(
          digest,
          Simulation.run(
                  Company.book(),
                  "v2",
                  documents(claim("taxi", "2026-03-30", "出租车", "40.00")),
                  Company.OPTIONS)
              .digest());
    }
  }
}
