package io.dingledger.rules;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.day;
import static io.dingledger.rules.support.Attendance.leave;
import static io.dingledger.rules.support.Attendance.leaveDay;
import static io.dingledger.rules.support.Attendance.of;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.Reading;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What makes documents of attendance wait, and how the reason reads. What is about one kind or the
 * close alone stands beside the tests of it.
 */
class PayReasonsTest {
  private static final Overtime TWO_HOURS = overtime("2026-03-16 18:00", "2026-03-16 20:00", "2");

  private static RuleBook overtimeBook(String replaced, String by) {
    assertTrue(PayBooks.OVERTIME.contains(replaced), replaced);
    return PayBooks.of("overtime", PayBooks.OVERTIME.replace(replaced, by));
  }

  private static void says(Reason reason, String chinese, String english) {
    assertTrue(reason.chinese().contains(chinese), reason.chinese());
    assertTrue(reason.english().contains(english), reason.english());
    assertFalse(reason.chinese().contains("{"), reason.chinese());
    assertFalse(reason.english().contains("{"), reason.english());
  }

  @Nested
  class The_calendar {
    @Test
    void does_not_have_the_year() {
      Reason reason =
          Outcomes.held(
                  by(
                      PayBooks.of("overtime", PayBooks.OVERTIME),
                      overtime("2031-03-17 18:00", "2031-03-17 20:00", "2")),
                  PayReason.CALENDAR_YEAR_UNKNOWN)
              .getFirst();
      says(reason, "日历 CN 没有 2031-03-17 这一天所在的年份", "The calendar CN does not have the year");
    }

    @Test
    void need_not_have_the_year_when_no_rule_asks_what_the_day_is() {
      RuleBook book =
          PayBooks.of(
              "overtime",
              PayBooks.WAGE
                  + """
                    payItems: { 加班费: { unit: hour, sign: earning } }
                    rules:
                      - name: 加班费
                        for: overtime
                        each: day
                        payItem: { item: 加班费, quantity: day.hours, rate: wage.hour }
                    """);
      assertEquals(
          List.of("100.00"),
          Outcomes.amounts(by(book, overtime("2031-03-17 18:00", "2031-03-17 20:00", "2"))));
    }
  }

  @Nested
  class A_person {
    @Test
    void whose_contract_nobody_states() {
      RuleBook book =
          overtimeBook(
              "when: overtime.compensation != 'timeOff'", "when: person.contract == '全日制'");
      says(
          Outcomes.held(by(book, TWO_HOURS), PayReason.CONTRACT_UNKNOWN).getFirst(),
          "规则要用到 person.contract，但规则簿没有写明员工（userId u1）的合同类型",
          "does not state the contract of the person (userId u1)");
    }

    @Test
    void whose_contract_is_stated_is_read() {
      String people = "people: [{ jobNumber: \"0042\", contract: 全日制 }]\n";
      RuleBook book =
          PayBooks.of(
              "overtime",
              people
                  + PayBooks.OVERTIME.replace(
                      "when: overtime.compensation != 'timeOff'",
                      "when: person.contract == '全日制'"));
      assertEquals(List.of("150.00"), Outcomes.amounts(by(book, TWO_HOURS)));
    }

    @Test
    void whom_the_directory_does_not_know() {
      says(
          Outcomes.held(
                  by(
                      PayBooks.of("overtime", PayBooks.OVERTIME),
                      of(TWO_HOURS, new PersonNamed("u9", "王五"))),
                  PayReason.PERSON_UNKNOWN)
              .getFirst(),
          "通讯录中找不到单据里的人员“u9”",
          "“u9”, whom the document names");
    }
  }

  @Nested
  class A_number {
    @Test
    void of_a_pay_item_that_is_below_zero() {
      says(
          Outcomes.held(
                  by(overtimeBook("quantity: day.hours", "quantity: day.hours - 8"), TWO_HOURS),
                  PayReason.PAY_NEGATIVE)
              .getFirst(),
          "规则“加班费”为薪资项目“加班费”算出负数 -6（day.hours - 8）",
          "gives the pay item “加班费” the negative number -6");
    }

    @Test
    void of_money_that_is_below_zero() {
      says(
          Outcomes.held(
                  by(
                      overtimeBook(
                          "rate: wage.hour",
                          "rate: wage.hour, amount: day.hours * wage.hour - 1000"
                              .replace(", ", "\n      ")),
                      TWO_HOURS),
                  PayReason.PAY_NEGATIVE)
              .getFirst(),
          "算出负数 -900",
          "the negative number -900");
    }

    @Test
    void for_which_there_is_no_factor() {
      RuleBook book =
          overtimeBook(
              """
                  key: day.dayClass
                  factors: { workday: 1.5, makeUpDay: 1.5, restDay: 2, statutory: 3 }
              """,
              """
                  key: overtime.type
                  factors: { 普通: 1.5 }
              """);
      says(
          Outcomes.held(by(book, TWO_HOURS), PayReason.FACTOR_UNKNOWN).getFirst(),
          "第 1 行：规则簿的倍数“overtimeFactor”没有为“”规定倍数",
          "Row 1: the multiplier “overtimeFactor”");
    }

    @Test
    void of_overtime_is_above_what_the_clock_allows() {
      RuleBook book = PayBooks.of("overtime", PayBooks.OVERTIME);
      says(
          Outcomes.held(
                  by(book, overtime("2026-03-16 18:00", "2026-03-16 20:00", "2.5")),
                  PayReason.OVERTIME_BEYOND_CLOCK)
              .getFirst(),
          "填写了 2.5 小时，而首尾之间只有 2 小时",
          "is given as 2.5 hours, but there are only 2 between them.");
      assertEquals(List.of("150.00"), Outcomes.amounts(by(book, TWO_HOURS)));
    }

    @Test
    void of_days_that_do_not_add_up() {
      says(
          Outcomes.held(
                  by(
                      PayBooks.of("overtime", PayBooks.OVERTIME),
                      overtime(
                          "2026-03-16 18:00", "2026-03-16 20:00", "2", day("2026-03-16", "3"))),
                  PayReason.DAYS_DIFFER)
              .getFirst(),
          "每天的明细合计 3，与总时长 2 不一致",
          "The days add up to 3, but the whole is 2.");
    }
  }

  @Nested
  class Several_reasons {
    @Test
    void are_told_at_once_with_the_doubts_of_the_reading() {
      Reason doubt = new Reason("TEST-DOUBT", "单位不一致。", "The units disagree.");
      RuleBook book =
          PayBooks.of(
              "leave",
              PayBooks.CHINA
                  + """
                    payItems: { 请假: { unit: day, sign: none } }
                    hold:
                      - { for: leave, when: leave.duration > 5, reason: 超过五天 }
                    rules:
                      - name: 请假
                        for: leave
                        each: day
                        when: day.dayClass == 'workday' && person.contract != '兼职'
                        payItem: { item: 请假, quantity: day.days }
                    """);
      Translation translation =
          book.translateWritten(
              Attendance.CONTEXT,
              new Reading(
                  leave("年假", Unit.DAY, "6", leaveDay("2031-03-17", "1", "8")), List.of(doubt)),
              Attendance.DIRECTORY);
      assertEquals(
          List.of("TEST-DOUBT", "RULE-DAYS-DIFFER", "RULE-HOLD-RULE"),
          ((Translation.Held) translation).reasons().stream().map(Reason::code).toList());
    }
  }
}
