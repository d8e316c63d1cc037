package io.dingledger.rules.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.pay.PayUnit;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.VoucherLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputationTest {
  /** Inputs are names and values in turns. */
  private static Explanation explained(
      String arithmetic, String rounding, String result, String... inputs) {
    List<Input> all = new ArrayList<>();
    for (int index = 0; index < inputs.length; index += 2) {
      all.add(new Input(inputs[index], inputs[index + 1], "a test"));
    }
    return new Explanation("规则", "v1", all, arithmetic, rounding, Money.of(result, "CNY"));
  }

  private static Explanation overtime(String arithmetic, String result) {
    return explained(
        arithmetic,
        "HALF_UP 2",
        result,
        "day.hours",
        "2",
        "overtimeFactor.factor",
        "1.5",
        "wage.month",
        "8700.00",
        "person.hiredOn",
        "2019-03-01",
        "病假-工资.rate",
        "0.7",
        "leave.type",
        "病假");
  }

  private static void agrees(Explanation explanation) {
    assertEquals(new Verdict.Agrees(), Recomputation.of(explanation));
  }

  private static void cannot(String code, Explanation explanation) {
    Verdict.Cannot cannot = assertInstanceOf(Verdict.Cannot.class, Recomputation.of(explanation));
    assertEquals(code, cannot.reason().code());
    assertTrue(cannot.reason().chinese().matches("[^{}]+"), cannot.reason().chinese());
    assertTrue(cannot.reason().english().matches("[^{}]+"), cannot.reason().english());
  }

  @Nested
  class What_is_right_agrees {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "day.hours * overtimeFactor.factor * (wage.month / 21.75 / 8) | 150.00",
          "-day.hours + 2 * 3 - 1 - 1                                   | 2.00",
          "1 - (2 - 3)                                                  | 2.00",
          "8 / 4 / 2                                                    | 1.00",
          "1 / 3                                                        | 0.33",
          "round(1 / 8, 2)                                              | 0.13",
          "min(day.hours, 1.5) + max(day.hours, 1.5) + abs(-1)          | 4.50",
          "wage.month * 病假-工资.rate                                   | 6090.00",
          "size('a\\'b') + size(leave.type)                             | 5.00",
          "--1 - -1                                                     | 2.00",
          "-7 % 4 + 7.5 % 2                                             | -1.50",
          "floor(-1.5) + ceil(1.2) + floorTo(1.9, 0.5) + ceilTo(16, 15) | 31.50",
          "years(person.hiredOn, date('2021-02-28'))                    | 1.00",
          "years(person.hiredOn, date('2021-03-01'))                    | 2.00",
          "years(date('2024-02-29'), date('2025-02-28'))                | 0.00",
          "years(date('2021-03-01'), person.hiredOn)                    | -2.00",
          "months(date('2026-01-31'), date('2026-02-28'))               | 0.00",
          "months(date('2026-02-28'), date('2026-01-31'))               | 0.00",
          "days(date('2026-02-28'), date('2026-03-01'))                 | 1.00",
          "year(person.hiredOn) + month(person.hiredOn)                 | 2022.00",
          "dayOfMonth(addDays(person.hiredOn, -1))                      | 28.00",
          "weekday(date('2026-03-31'))                                  | 2.00",
          "hours(duration('2h30m') + duration('.5h') - duration('90m')) | 1.50",
          "hours(date('2026-04-01') - date('2026-03-31'))               | 24.00",
          "dayOfMonth(date('2026-03-31') + duration('24h'))             | 1.00",
          "dayOfMonth(duration('24h') + date('2026-03-31'))             | 1.00",
          "dayOfMonth(date('2026-03-31') - duration('24h'))             | 30.00",
        })
    void however_it_was_calculated(String arithmetic, String result) {
      agrees(overtime(arithmetic, result));
    }

    @Test
    void when_a_quotient_comes_to_half_a_cent_in_the_end() {
      agrees(explained("2 * 1.5 * (8700.29 / 21.75 / 8)", "HALF_UP 2", "150.01"));
      agrees(explained("round(33 * (8752.20 / 21.75 / 8 / 60), 2)", "HALF_UP 2", "27.67"));
    }

    @Test
    void in_each_way_of_rounding() {
      agrees(explained("a / 8", "HALF_EVEN 2", "0.12", "a", "1"));
      agrees(explained("a / 8", "DOWN 2", "0.12", "a", "1"));
      agrees(explained("a / 8", "UP 2", "0.13", "a", "1"));
      agrees(explained("round(a / 8, 2) * 10", "HALF_EVEN 2", "1.20", "a", "1"));
      agrees(explained("a / 8", "HALF_UP 0", "3.00", "a", "20"));
      agrees(explained("-amount", "none", "-12.50", "amount", "12.50"));
    }

    @Test
    void with_inputs_whose_names_begin_alike() {
      agrees(explained("a.b + a.bc + a", "none", "111.00", "a", "100", "a.b", "10", "a.bc", "1"));
    }
  }

  @Nested
  class What_is_wrong_differs {
    @Test
    void by_a_single_cent() {
      Verdict.Differs differs =
          assertInstanceOf(
              Verdict.Differs.class, Recomputation.of(overtime("day.hours * 1.5", "3.01")));
      assertEquals("3.00", differs.recomputed());
      assertEquals("AUDIT-DIFFERS", differs.reason().code());
      assertTrue(differs.reason().chinese().startsWith("由说明重算得 3.00，而记录的是 3.01"));
    }

    @Test
    void when_the_line_carries_another_amount_than_its_explanation() {
      Explanation right = overtime("day.hours * 1.5", "3.00");
      assertEquals(new Verdict.Agrees(), Recomputation.of(line("3.00", right)));
      assertInstanceOf(Verdict.Differs.class, Recomputation.of(line("3.01", right)));
      assertInstanceOf(Verdict.Differs.class, Recomputation.of(line("-3.00", right)));
    }

    private static VoucherLine line(String amount, Explanation explanation) {
      return new VoucherLine(
          "加班费", "6602", Map.of(), Side.DEBIT, Money.of(amount, "CNY"), explanation);
    }
  }

  @Nested
  class What_is_unclear_is_said {
    @Test
    void an_input_that_is_not_listed() {
      cannot("AUDIT-INPUT-MISSING", overtime("day.hours * wage.hour", "1.00"));
      cannot("AUDIT-INPUT-MISSING", overtime("day.hoursX", "1.00"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"1 +", "1 2", "(1", "sqrt(4)", "round(1)", "1 # 2", "\"open", "* 2", ")"})
    void an_arithmetic_that_is_none(String arithmetic) {
      cannot("AUDIT-NOT-UNDERSTOOD", overtime(arithmetic, "1.00"));
    }

    @Test
    void nesting_without_end() {
      cannot("AUDIT-NOT-UNDERSTOOD", overtime("(".repeat(100_000), "1.00"));
      cannot("AUDIT-NOT-UNDERSTOOD", overtime("-".repeat(100_000), "1.00"));
    }

    @ParameterizedTest
    @CsvSource({
      "leave.type * 2",
      "person.hiredOn - 1",
      "'round(1, leave.type)'",
      "'round(1, 0.5)'",
      "'ceilTo(1, 0)'",
      "'year(addDays(person.hiredOn, 0.5))'",
      "'year(addDays(person.hiredOn, 9999999999999))'",
      "year(leave.type)",
      "hours(person.hiredOn)",
      "1..2"
    })
    void a_text_where_a_number_is_needed(String arithmetic) {
      cannot("AUDIT-NO-NUMBER", overtime(arithmetic, "1.00"));
    }

    @Test
    void a_division_by_zero() {
      cannot("AUDIT-DIVISION-BY-ZERO", overtime("1 / (day.hours - 2)", "1.00"));
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP", "SIDEWAYS 2", "HALF_UP 9999", "UNNECESSARY 2", "HALF_UP  2", "''"})
    void a_rounding_that_nobody_knows(String rounding) {
      cannot("AUDIT-ROUNDING-UNKNOWN", explained("1", rounding, "1.00"));
      cannot("AUDIT-ROUNDING-UNKNOWN", explained("round(1, 2)", "none", "1.00"));
    }
  }

  @Nested
  class A_pay_item {
    private static PayItem item(PaySign sign, String quantity, String amount, Explanation why) {
      DocumentId document = new DocumentId("doc-1");
      return new PayItem(
          PayItemId.of(Tenant.verified("t1"), document, "u1", "规则", 1),
          document,
          new Person("u1", "张三", "0042"),
          new Department("1", "财务部", "BM01"),
          "加班费",
          "OT",
          PayUnit.HOUR,
          sign,
          LocalDate.parse("2026-03-31"),
          new BigDecimal(quantity),
          new BigDecimal("1.5"),
          new BigDecimal("50"),
          Money.of(amount, "CNY"),
          why,
          Optional.empty());
    }

    @Test
    void of_a_deduction_has_its_amount_below_zero() {
      Explanation why = overtime("day.hours * 1.5 * 50", "150.00");
      PayItem deduction = item(PaySign.DEDUCTION, "2", "-150.00", why);
      assertEquals(new Verdict.Agrees(), Recomputation.of(deduction));
      assertInstanceOf(
          Verdict.Differs.class, Recomputation.of(item(PaySign.DEDUCTION, "2", "150.00", why)));
    }

    @Test
    void that_is_taken_back_has_it_the_other_way_round() {
      Explanation why = overtime("day.hours * 1.5 * 50", "150.00");
      PayItem earning = item(PaySign.EARNING, "2", "150.00", why);
      assertEquals(new Verdict.Agrees(), Recomputation.of(earning));
      assertEquals(
          new Verdict.Agrees(), Recomputation.of(earning.reversed(new DocumentId("doc-2"))));
    }

    @Test
    void that_only_counts_has_its_quantity_explained() {
      Explanation why = explained("round(day.hours, 1)", "HALF_UP 1", "0", "day.hours", "2.46");
      assertEquals(new Verdict.Agrees(), Recomputation.of(item(PaySign.NONE, "2.5", "0.00", why)));
      assertInstanceOf(
          Verdict.Differs.class, Recomputation.of(item(PaySign.NONE, "2", "0.00", why)));
    }
  }
}
