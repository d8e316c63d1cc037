package io.dingledger.rules.overtime;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Overtime on a workday is paid one and a half times. */
class WorkdayTest {
  private static final RuleBook BOOK = PayBooks.of("overtime", PayBooks.OVERTIME);

  private static PayItem item() {
    return Outcomes.item(by(BOOK, overtime("2026-03-16 18:00", "2026-03-16 20:00", "2")));
  }

  @Test
  void two_hours_of_50_are_150() {
    assertEquals("150.00 CNY", item().amount().toString());
  }

  @Test
  void three_hours_of_8300_a_month_are_rounded_once_at_the_end() {
    RuleBook book = PayBooks.of("overtime", PayBooks.OVERTIME.replace("8700.00", "8300.00"));
    // An hour is 47.7011494…; were it rounded to 47.70 first, 214.65 would come of it.
    assertEquals(
        List.of("214.66"),
        Outcomes.amounts(by(book, overtime("2026-03-16 18:00", "2026-03-16 21:00", "3"))));
  }

  @Test
  void the_item_says_whose_it_is_for_which_day_and_in_what_it_counts() {
    PayItem item = item();
    assertEquals(Attendance.ZHANG, item.person());
    assertEquals(Attendance.FINANCE, item.department());
    assertEquals("加班费", item.item());
    assertEquals("OT", item.code());
    assertEquals(PayUnit.HOUR, item.unit());
    assertEquals(PaySign.EARNING, item.sign());
    assertEquals(LocalDate.parse("2026-03-16"), item.day());
    assertEquals(new BigDecimal("2"), item.quantity());
    assertEquals(new BigDecimal("1.5"), item.factor());
    assertEquals(0, item.rate().compareTo(new BigDecimal("50")));
  }

  @Test
  void the_explanation_shows_the_wage_and_how_an_hour_is_made_of_it() {
    Explanation explanation = item().explanation();
    assertEquals(
        "day.hours * overtimeFactor.factor * (wage.month / 21.75 / 8)", explanation.arithmetic());
    assertEquals("v7", explanation.ruleBookVersion());
    assertEquals("HALF_UP 2", explanation.rounding());
    assertEquals(
        List.of(
            new Input("overtime.compensation", "pay", "Header"),
            new Input("day.hours", "2", "Header, hours of the whole"),
            new Input("day.dayClass", "workday", "calendar CN 2026, 2026-03-16"),
            new Input("overtimeFactor.factor", "1.5", "multipliers, overtimeFactor, workday"),
            new Input("day.date", "2026-03-16", "Row 1"),
            new Input("wage.month", "8700.00", "rates, wage, everybody, 2024-01-01–…")),
        explanation.inputs());
  }
}
