package io.dingledger.rules.overtime;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.day;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.Overtime;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Overtime across midnight: its days may be paid differently. */
class OvernightTest {
  private static final RuleBook HOLDS = PayBooks.of("overtime", PayBooks.OVERTIME);
  private static final RuleBook SPLITS =
      PayBooks.of("overtime", "attendance: { overnight: split }\n" + PayBooks.OVERTIME);

  /** From the last workday before the national holiday into it: 30 September into 1 October. */
  private static final Overtime INTO_THE_HOLIDAY =
      overtime("2026-09-30 22:00", "2026-10-01 02:00", "4");

  @Test
  void waits_for_a_person_unless_the_book_wants_it_cut() {
    Outcomes.held(by(HOLDS, INTO_THE_HOLIDAY), HoldReason.OVERTIME_OVERNIGHT);
  }

  @Test
  void waits_even_if_each_day_is_stated_unless_the_book_wants_it_cut() {
    Outcomes.held(
        by(
            HOLDS,
            overtime(
                "2026-09-30 22:00",
                "2026-10-01 02:00",
                "4",
                day("2026-09-30", "2"),
                day("2026-10-01", "2"))),
        HoldReason.OVERTIME_OVERNIGHT);
  }

  @Nested
  class Cut_at_midnight {
    @Test
    void pays_each_day_by_its_own_class() {
      Translation translation = by(SPLITS, INTO_THE_HOLIDAY);
      assertEquals(List.of("150.00", "300.00"), Outcomes.amounts(translation));
      assertEquals(
          List.of("2026-09-30", "2026-10-01"),
          Outcomes.items(translation).stream().map(item -> item.day().toString()).toList());
      assertEquals(
          "clock, cut at midnight, 2026-09-30 22:00–2026-10-01 02:00",
          Outcomes.items(translation).getFirst().explanation().inputs().get(1).origin());
    }

    @Test
    void gives_a_part_of_an_hour_its_minutes() {
      PayItem first =
          Outcomes.items(by(SPLITS, overtime("2026-03-16 22:40", "2026-03-17 00:40", "2")))
              .getFirst();
      assertEquals("1.333333333333333333333333333333333", first.quantity().toPlainString());
      assertEquals("100.00", first.amount().plain());
    }

    @Test
    void makes_nothing_of_a_day_that_it_only_touches() {
      assertEquals(
          List.of("300.00"),
          Outcomes.amounts(by(SPLITS, overtime("2026-03-16 20:00", "2026-03-17 00:00", "4"))));
    }

    @Test
    void whole_tens_of_hours_are_written_without_an_exponent() {
      PayItem first =
          Outcomes.items(by(SPLITS, overtime("2026-03-16 14:00", "2026-03-17 10:00", "20")))
              .getFirst();
      assertEquals(new BigDecimal("10"), first.quantity());
    }

    @Test
    void counts_each_day_in_its_own_year() {
      Translation translation = by(SPLITS, overtime("2025-12-31 22:00", "2026-01-01 02:00", "4"));
      assertEquals(List.of("150.00", "300.00"), Outcomes.amounts(translation));
      assertEquals(
          List.of("2025-12", "2026-01"),
          Outcomes.items(translation).stream().map(item -> item.month().toString()).toList());
    }

    @Test
    void waits_when_a_break_was_made_somewhere() {
      String reason =
          Outcomes.held(
                  by(SPLITS, overtime("2026-09-30 20:00", "2026-10-01 02:00", "5.5")),
                  PayReason.OVERTIME_UNSPLIT)
              .getFirst()
              .chinese();
      assertEquals(
          "加班 2026-09-30 20:00 至 2026-10-01 02:00 共 5.5 小时，与时钟相差的 6 小时不一致，又没有每天的明细，"
              + "无法拆到每一天。请在钉钉的加班单中填写每天的时长，或核对后手工处理。",
          reason);
    }

    @Test
    void waits_when_nobody_says_at_what_time() {
      Outcomes.held(
          by(SPLITS, overtime("2026-09-30", "2026-10-01", "16")), PayReason.OVERTIME_UNSPLIT);
    }
  }

  @Nested
  class Stated_day_by_day {
    @Test
    void is_paid_as_stated_whatever_the_clock_says() {
      assertEquals(
          List.of("187.50", "450.00"),
          Outcomes.amounts(
              by(
                  SPLITS,
                  overtime(
                      "2026-09-30 20:00",
                      "2026-10-01 02:00",
                      "5.5",
                      day("2026-09-30", "2.5"),
                      day("2026-10-01", "3")))));
    }

    @Test
    void waits_when_the_days_do_not_add_up() {
      Outcomes.held(
          by(
              SPLITS,
              overtime(
                  "2026-09-30 20:00",
                  "2026-10-01 02:00",
                  "5.5",
                  day("2026-09-30", "2.5"),
                  day("2026-10-01", "2.99"))),
          PayReason.DAYS_DIFFER);
    }
  }
}
