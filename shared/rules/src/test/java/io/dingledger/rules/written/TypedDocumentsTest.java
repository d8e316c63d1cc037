package io.dingledger.rules.written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Moment;
import io.dingledger.model.document.OutsideWork;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Punch;
import io.dingledger.model.document.PunchCorrection;
import io.dingledger.model.document.ShiftSwap;
import io.dingledger.model.document.Travel;
import io.dingledger.model.money.Money;
import io.dingledger.rules.simulation.CaseDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A written document of a kind without forms is that kind's typed document. */
class TypedDocumentsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-30");

  private static <T> T typed(Class<T> type, String kind, String... more) {
    return assertInstanceOf(type, Texts.typed(Texts.of(kind, more)));
  }

  @Test
  void overtime_within_a_day_needs_no_days_and_is_the_persons_own() {
    Overtime overtime =
        typed(
            Overtime.class,
            "overtime",
            "starts: 2026-03-30 18:30",
            "ends: 2026-03-30T20:30",
            "hours: 2",
            "compensation: pay");
    assertEquals(Moment.of(DAY, LocalTime.of(18, 30)), overtime.starts());
    assertEquals(List.of(new Overtime.Day(DAY, new BigDecimal("2"))), overtime.days());
    assertEquals(List.of(new PersonNamed("u1", "张三")), overtime.people());
    assertEquals(Overtime.Compensation.PAY, overtime.compensation());
    assertEquals(LocalDate.parse("2026-03-31"), overtime.header().businessDate());
    assertEquals("as written", overtime.header().origins().get("starts"));
  }

  @Test
  void overtime_across_midnight_has_only_the_days_that_are_written() {
    String[] night = {"starts: 2026-03-30 20:00", "ends: 2026-03-31 02:00", "hours: 6"};
    assertEquals(List.of(), typed(Overtime.class, "overtime", night).days());
    Overtime split =
        typed(
            Overtime.class,
            "overtime",
            String.join("\n", night),
            "days: [{ date: 2026-03-30, hours: 4 }, { date: 2026-03-31, hours: 2 }]",
            "people: [{ userId: u1 }, { userId: u2, name: 李四, department: { name: 仓库 } }]");
    assertEquals(2, split.days().size());
    assertEquals(List.of(new PersonNamed("u1", "张三"), new PersonNamed("u2", "李四")), split.people());
    assertEquals(Overtime.Compensation.UNSTATED, split.compensation());
  }

  @Test
  void leave_has_the_part_of_each_day_with_8_hours_a_day_unless_stated() {
    Leave leave =
        typed(
            Leave.class,
            "leave",
            "type: 病假",
            "unit: halfDay",
            "starts: 2026-03-30 下午",
            "ends: 2026-03-31 morning",
            "duration: 1",
            "days:",
            "  - { date: 2026-03-30, days: 0.5 }",
            "  - { date: 2026-03-31, days: 0.5, hours: 3.5, rest: true }");
    assertEquals(Moment.of(DAY, Moment.Half.AFTERNOON), leave.starts());
    assertEquals(Leave.Unit.HALF_DAY, leave.unit());
    assertEquals(0, new BigDecimal("4").compareTo(leave.days().getFirst().hours()));
    assertEquals(
        new Leave.Day(DAY.plusDays(1), new BigDecimal("0.5"), new BigDecimal("3.5"), true),
        leave.days().getLast());
  }

  @Test
  void travel_has_journeys_companions_and_an_advance() {
    Travel travel =
        typed(
            Travel.class,
            "travel",
            "reason: 拜访客户",
            "days: 2",
            "advance: 3000.00",
            "companions: [{ userId: u2 }]",
            "journeys:",
            "  - { vehicle: 火车, roundTrip: true, departure: 上海, arrival: 北京,",
            "      international: false, starts: 2026-03-30, ends: 2026-03-31, days: 2 }");
    assertEquals(Optional.of(Money.of("3000.00", "CNY")), travel.advance());
    assertEquals("北京", travel.journeys().getFirst().arrival());
    assertEquals(Optional.of(false), travel.journeys().getFirst().international());
    assertEquals(List.of(new PersonNamed("u2", "")), travel.companions());
  }

  @Test
  void a_daily_result_is_a_fact_with_the_id_of_the_persons_day() {
    String text =
        Texts.of(
                "dailyResult",
                "checks:",
                "  - { duty: on, outcome: seriouslyLate, minutes: 35, planned: 2026-03-31 09:00 }",
                "  - { duty: off, outcome: normal, approval: A-1 }")
            .replace("id: D-1\n", "");
    assertInstanceOf(CaseDocument.Fact.class, Texts.only(text));
    DailyResult result = assertInstanceOf(DailyResult.class, Texts.typed(text));
    assertEquals("day:2026-03-31:u1", result.header().id().value());
    DailyResult.Check first = result.checks().getFirst();
    assertEquals(Outcome.SERIOUSLY_LATE, first.outcome());
    assertEquals(35, first.minutes());
    assertEquals(Optional.of(Instant.parse("2026-03-31T01:00:00Z")), first.planned());
    assertEquals("A-1", result.checks().getLast().approvalId());
  }

  @Test
  void the_other_kinds_have_their_fields_too() {
    OutsideWork outside =
        typed(
            OutsideWork.class,
            "outsideWork",
            "type: 拜访",
            "starts: 2026-03-30 09:00",
            "ends: 2026-03-30 12:00",
            "duration: 3");
    assertEquals(Optional.of(new BigDecimal("3")), outside.duration());
    Punch punch = typed(Punch.class, "punch", "at: 2026-03-31 08:58", "method: WIFI");
    assertEquals(Instant.parse("2026-03-31T00:58:00Z"), punch.at());
    PunchCorrection correction =
        typed(PunchCorrection.class, "punchCorrection", "punchedAt: 2026-03-30 09:00");
    assertEquals(Moment.of(DAY, LocalTime.of(9, 0)), correction.punchedAt());
    ShiftSwap swap =
        typed(ShiftSwap.class, "shiftSwap", "relief: { userId: u2 }", "swapped: 2026-03-30");
    assertEquals("u2", swap.relief().userId());
  }
}
