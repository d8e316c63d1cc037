package io.dingledger.rules.overtime;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.compensated;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.Overtime.Compensation;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Overtime for which time off is given is not paid. */
class TimeOffTest {
  private static final RuleBook PAYS = PayBooks.of("overtime", PayBooks.OVERTIME);
  private static final RuleBook COUNTS =
      PayBooks.of(
          "overtime",
          PayBooks.OVERTIME.replace("payItems:\n", "payItems:\n  调休: { unit: hour, sign: none }\n")
              + """
                  - name: 调休
                    for: overtime
                    each: day
                    when: overtime.compensation == 'timeOff'
                    payItem: { item: 调休, quantity: day.hours * 2 }
                """);

  private static Overtime on_saturday(Compensation by) {
    return compensated(overtime("2026-03-14 09:00", "2026-03-14 18:00", "8"), by);
  }

  @Test
  void is_nothing_to_pay_and_is_ignored_with_the_reason() {
    Outcomes.ignored(by(PAYS, on_saturday(Compensation.TIME_OFF)), IgnoreReason.NOTHING_TO_PAY);
  }

  @Test
  void is_paid_where_the_form_does_not_say_and_the_rule_lets_it() {
    assertEquals(List.of("800.00"), Outcomes.amounts(by(PAYS, on_saturday(Compensation.UNSTATED))));
  }

  @Test
  void can_be_counted_without_money() {
    PayItem item = Outcomes.item(by(COUNTS, on_saturday(Compensation.TIME_OFF)));
    assertEquals("调休", item.item());
    assertEquals(new BigDecimal("16"), item.quantity());
    assertTrue(item.amount().isZero());
    assertEquals(0, item.rate().signum());
    assertEquals("day.hours * 2", item.explanation().arithmetic());
    assertEquals("HALF_UP 0", item.explanation().rounding());
  }

  @Test
  void no_hours_at_all_are_left_out() {
    Outcomes.ignored(
        by(PAYS, overtime("2026-03-14 09:00", "2026-03-14 18:00", "0")),
        IgnoreReason.NOTHING_TO_PAY);
  }
}
