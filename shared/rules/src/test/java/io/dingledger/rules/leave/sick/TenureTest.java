package io.dingledger.rules.leave.sick;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.leave;
import static io.dingledger.rules.support.Attendance.leaveDay;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sick pay in Shanghai by years of service (facts I2): a day of 8700 a month is 400. */
class TenureTest {
  private static final String TABLE =
      """
      people:
        - { jobNumber: "0042", hiredOn: HIRED }
      tables:
        sickPay:
          type: tiers
          of: years(person.hiredOn, day.date)
          rows:
            - { below: 2, rate: 0.6 }
            - { from: 2, below: 4, rate: 0.7 }
            - { from: 4, below: 6, rate: 0.8 }
            - { from: 6, below: 8, rate: 0.9 }
            - { from: 8, rate: 1 }
      payItems:
        病假工资: { unit: day, sign: earning }
      rules:
        - name: 病假工资
          for: leave
          each: day
          when: leave.type == '病假'
          payItem: { item: 病假工资, quantity: day.days, factor: sickPay.rate, rate: wage.day }
      """;

  private static RuleBook hired(String day) {
    return PayBooks.of("leave", PayBooks.CHINA + PayBooks.WAGE + TABLE.replace("HIRED", day));
  }

  private static String dayOf(RuleBook book, String date) {
    return Outcomes.amounts(by(book, leave("病假", Unit.DAY, "1", leaveDay(date, "1", "8"))))
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-17, 240.00",
    "2024-03-17, 240.00",
    "2024-03-16, 280.00",
    "2022-03-17, 280.00",
    "2022-03-16, 320.00",
    "2020-03-16, 360.00",
    "2018-03-17, 360.00",
    "2018-03-16, 400.00",
    "1999-01-01, 400.00"
  })
  void on_16_march_2026(String hiredOn, String sickPay) {
    assertEquals(sickPay, dayOf(hired(hiredOn), "2026-03-16"));
  }

  @Test
  void the_tier_changes_within_one_leave_on_the_day_of_the_anniversary() {
    assertEquals(
        List.of("240.00", "280.00"),
        Outcomes.amounts(
            by(
                hired("2024-03-17"),
                leave(
                    "病假",
                    Unit.DAY,
                    "2",
                    leaveDay("2026-03-16", "1", "8"),
                    leaveDay("2026-03-17", "1", "8")))));
  }

  @Test
  void the_explanation_says_which_tier_of_what() {
    PayItem item =
        Outcomes.item(
            by(hired("2023-03-01"), leave("病假", Unit.DAY, "1", leaveDay("2026-03-16", "1", "8"))));
    assertEquals("day.days * sickPay.rate * (wage.month / 21.75)", item.explanation().arithmetic());
    assertTrue(
        item.explanation()
            .inputs()
            .contains(
                new Input(
                    "sickPay.rate",
                    "0.7",
                    "tables, sickPay, tier from 2 below 4, of years(person.hiredOn, day.date) = 3")),
        item.explanation().toString());
    assertTrue(
        item.explanation()
            .inputs()
            .contains(new Input("person.hiredOn", "2023-03-01", "people, by jobNumber 0042")));
  }

  @Test
  void before_the_first_day_of_work_there_is_no_tier_where_the_table_begins_with_none() {
    RuleBook book =
        PayBooks.of(
            "leave",
            PayBooks.CHINA
                + PayBooks.WAGE
                + TABLE
                    .replace("HIRED", "2026-03-17")
                    .replace("{ below: 2,", "{ from: 0, below: 2,"));
    Reason reason =
        Outcomes.held(
                by(book, leave("病假", Unit.DAY, "1", leaveDay("2024-03-15", "1", "8"))),
                PayReason.TIER_OUTSIDE)
            .getFirst();
    assertTrue(
        reason.chinese().contains("years(person.hiredOn, day.date) 等于 -2，不在规则簿的表“sickPay”"),
        reason.chinese());
  }
}
