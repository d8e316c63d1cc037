package io.dingledger.rules.leave;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.leave;
import static io.dingledger.rules.support.Attendance.leaveDay;
import static io.dingledger.rules.support.Attendance.restDay;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.document.Moment;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Personal leave (事假) is not paid, by the hour: an hour of 8700 a month is 50. */
class PersonalLeaveTest {
  private static final RuleBook BOOK =
      PayBooks.of(
          "leave",
          PayBooks.CHINA
              + PayBooks.WAGE
              + """
                payItems:
                  事假扣款: { unit: hour, sign: deduction }
                rules:
                  - name: 事假扣款
                    for: leave
                    each: day
                    when: leave.type == '事假'
                    payItem: { item: 事假扣款, quantity: day.hours, rate: wage.hour }
                """);

  private static Translation personal(Unit unit, String duration, Leave.Day... days) {
    return by(BOOK, leave("事假", unit, duration, days));
  }

  @Test
  void a_day_takes_400_away() {
    PayItem item = Outcomes.item(personal(Unit.DAY, "1", leaveDay("2026-03-16", "1", "8")));
    assertEquals("-400.00", item.amount().plain());
    assertEquals(PaySign.DEDUCTION, item.sign());
    assertEquals("400.00", item.explanation().result().plain());
  }

  @Test
  void of_another_type_takes_nothing() {
    Outcomes.ignored(
        by(BOOK, leave("年假", Unit.DAY, "1", leaveDay("2026-03-16", "1", "8"))),
        IgnoreReason.NOTHING_TO_PAY);
  }

  @Nested
  class In_halves {
    @Test
    void counts_half_of_a_working_day_although_dingtalk_states_twelve_hours_of_the_clock() {
      PayItem item =
          Outcomes.item(personal(Unit.HALF_DAY, "0.5", leaveDay("2026-03-16", "0.5", "12")));
      assertEquals("-200.00", item.amount().plain());
      assertEquals(
          "Row 1, 0.5 days × 8 hours of a working day (calendar)",
          item.explanation().inputs().get(1).origin());
    }

    @Test
    void counts_the_hours_of_the_books_own_working_day() {
      RuleBook shorter =
          PayBooks.of(
              "leave",
              "calendar: { base: CN, hoursPerDay: 7.5 }\n"
                  + """
                    payItems: { 事假: { unit: hour, sign: none } }
                    rules:
                      - name: 事假
                        for: leave
                        each: day
                        payItem: { item: 事假, quantity: day.hours }
                    """);
      assertEquals(
          new BigDecimal("3.75"),
          Outcomes.item(
                  by(
                      shorter,
                      leave("事假", Unit.HALF_DAY, "0.5", leaveDay("2026-03-16", "0.5", "12"))))
              .quantity());
    }
  }

  @Nested
  class In_hours {
    @Test
    void counts_the_hours_that_are_stated() {
      assertEquals(
          List.of("-125.00"),
          Outcomes.amounts(personal(Unit.HOUR, "2.5", leaveDay("2026-03-16", "0.31", "2.5"))));
    }
  }

  @Nested
  class Of_several_days {
    @Test
    void counts_nothing_for_days_off_within_it() {
      assertEquals(
          List.of("-400.00", "-400.00"),
          Outcomes.amounts(
              personal(
                  Unit.DAY,
                  "2",
                  leaveDay("2026-03-13", "1", "8"),
                  restDay("2026-03-14"),
                  restDay("2026-03-15"),
                  leaveDay("2026-03-16", "1", "8"))));
    }

    @Test
    void counts_days_off_where_the_type_of_leave_counts_natural_days() {
      Leave natural =
          new Leave(
              Attendance.header("leave-natural", LocalDate.parse("2026-03-13")),
              "事假",
              Unit.DAY,
              Moment.of(LocalDate.parse("2026-03-13")),
              Moment.of(LocalDate.parse("2026-03-14")),
              new BigDecimal("2"),
              true,
              List.of(
                  leaveDay("2026-03-13", "1", "24"),
                  new Leave.Day(
                      LocalDate.parse("2026-03-14"), BigDecimal.ONE, new BigDecimal("24"), true)));
      assertEquals(List.of("-400.00", "-400.00"), Outcomes.amounts(by(BOOK, natural)));
    }

    @Test
    void over_new_year_belongs_to_each_days_own_month() {
      Translation translation =
          personal(
              Unit.DAY,
              "2",
              leaveDay("2025-12-31", "1", "8"),
              restDay("2026-01-01"),
              restDay("2026-01-02"),
              restDay("2026-01-03"),
              leaveDay("2026-01-04", "1", "8"));
      assertEquals(
          List.of("2025-12", "2026-01"),
          Outcomes.items(translation).stream().map(item -> item.month().toString()).toList());
    }

    @Test
    void may_be_off_by_what_dingtalk_rounds_away() {
      assertEquals(
          List.of("-52.00", "-52.00"),
          Outcomes.amounts(
              personal(
                  Unit.DAY,
                  "0.25",
                  leaveDay("2026-03-16", "0.13", "1"),
                  leaveDay("2026-03-17", "0.13", "1"))));
    }

    @Test
    void waits_when_the_days_do_not_add_up() {
      Outcomes.held(
          personal(
              Unit.DAY, "3", leaveDay("2026-03-16", "1", "8"), leaveDay("2026-03-17", "1", "8")),
          PayReason.DAYS_DIFFER);
    }

    @Test
    void waits_when_a_day_off_is_counted_that_should_not_be() {
      Outcomes.held(
          personal(
              Unit.DAY,
              "2",
              leaveDay("2026-03-13", "1", "8"),
              new Leave.Day(LocalDate.parse("2026-03-14"), BigDecimal.ONE, BigDecimal.TEN, true)),
          PayReason.DAYS_DIFFER);
    }

    @Test
    void waits_when_nothing_splits_it() {
      Leave unsplit =
          new Leave(
              Attendance.header("leave-unsplit", LocalDate.parse("2026-03-16")),
              "事假",
              Unit.DAY,
              Moment.of(LocalDate.parse("2026-03-16")),
              Moment.of(LocalDate.parse("2026-03-17")),
              new BigDecimal("2"),
              false,
              List.of());
      Outcomes.held(by(BOOK, unsplit), PayReason.LEAVE_UNSPLIT);
    }
  }

  @Test
  void within_one_day_needs_no_split() {
    Leave whole =
        new Leave(
            Attendance.header("leave-one", LocalDate.parse("2026-03-16")),
            "事假",
            Unit.HOUR,
            Moment.of(LocalDate.parse("2026-03-16")),
            Moment.of(LocalDate.parse("2026-03-16")),
            new BigDecimal("3"),
            false,
            List.of());
    assertEquals(List.of("-150.00"), Outcomes.amounts(by(BOOK, whole)));
  }
}
