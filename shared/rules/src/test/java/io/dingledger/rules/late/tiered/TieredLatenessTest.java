package io.dingledger.rules.late.tiered;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.check;
import static io.dingledger.rules.support.Attendance.late;
import static io.dingledger.rules.support.Attendance.results;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DailyResult.Check;
import io.dingledger.model.document.DailyResult.Duty;
import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time not worked is not paid, in steps by the minutes late: an hour of 8700 a month is 50. */
class TieredLatenessTest {
  private static final RuleBook BOOK =
      PayBooks.of(
          "dailyResult",
          PayBooks.WAGE
              + """
                tables:
                  lateness:
                    type: tiers
                    of: check.minutes
                    rows:
                      - { above: 0, upTo: 5, hours: 0 }
                      - { above: 5, upTo: 30, hours: 0.5 }
                      - { above: 30, upTo: 60, hours: 1 }
                      - { above: 60, below: 240, hours: 4 }
                payItems:
                  迟到扣款: { unit: hour, sign: deduction }
                rules:
                  - name: 迟到扣款
                    for: dailyResult
                    each: check
                    when: "check.outcome in ['late', 'seriouslyLate'] && !check.explained"
                    payItem: { item: 迟到扣款, quantity: lateness.hours, rate: wage.hour }
                """);

  @ParameterizedTest
  @CsvSource({"6, -25.00", "30, -25.00", "31, -50.00", "60, -50.00", "61, -200.00", "239, -200.00"})
  void minutes_late_take_away(long minutes, String amount) {
    assertEquals(List.of(amount), Outcomes.amounts(by(BOOK, late("2026-03-16", minutes))));
  }

  @ParameterizedTest
  @CsvSource({"1", "5"})
  void up_to_five_minutes_are_nothing(long minutes) {
    Outcomes.ignored(by(BOOK, late("2026-03-16", minutes)), IgnoreReason.NOTHING_TO_PAY);
  }

  @Test
  void more_than_the_table_knows_waits() {
    Reason reason =
        Outcomes.held(by(BOOK, late("2026-03-16", 240)), PayReason.TIER_OUTSIDE).getFirst();
    assertTrue(
        reason
            .english()
            .startsWith(
                "Row 1: check.minutes is 240, which lies outside of all tiers of the table"
                    + " “lateness”."),
        reason.english());
  }

  @Test
  void each_check_counts_for_itself() {
    List<PayItem> items = Outcomes.items(by(BOOK, late("2026-03-16", 10, 40)));
    assertEquals(
        List.of("-25.00", "-50.00"), items.stream().map(item -> item.amount().plain()).toList());
    assertEquals(new BigDecimal("0.5"), items.getFirst().quantity());
    assertTrue(!items.get(0).id().equals(items.get(1).id()));
  }

  @Nested
  class A_check {
    @Test
    void that_an_approval_explains_takes_nothing() {
      Check explained =
          new Check(
              Duty.ON, Outcome.LATE, Optional.empty(), Optional.empty(), 20, false, "PROC-INST-1");
      Outcomes.ignored(by(BOOK, results("2026-03-16", explained)), IgnoreReason.NOTHING_TO_PAY);
    }

    @Test
    void that_is_early_or_missed_is_no_lateness() {
      Outcomes.ignored(
          by(BOOK, results("2026-03-16", check(Outcome.EARLY, 20), check(Outcome.ABSENT, 0))),
          IgnoreReason.NOTHING_TO_PAY);
    }

    @Test
    void that_is_seriously_late_counts_as_well() {
      assertEquals(
          List.of("-50.00"),
          Outcomes.amounts(by(BOOK, results("2026-03-16", check(Outcome.SERIOUSLY_LATE, 45)))));
    }
  }

  @Test
  void a_normal_day_is_ignored_before_any_rule_is_asked() {
    Outcomes.ignored(
        by(BOOK, results("2026-03-16", check(Outcome.NORMAL, 0))), IgnoreReason.DAY_NORMAL);
  }
}
