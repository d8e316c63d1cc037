package io.dingledger.rules.period;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.leave;
import static io.dingledger.rules.support.Attendance.leaveDay;
import static io.dingledger.rules.support.Attendance.of;
import static io.dingledger.rules.support.Attendance.overtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.document.PayPeriod;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.Closing;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The close of a month: pay items become one voucher, in sums (facts H2). */
class CloseTest {
  private static final YearMonth MARCH = YearMonth.parse("2026-03");
  private static final RuleBook BOOK = PayBooks.of("overtime, leave", PayBooks.PAYROLL);
  private static final PersonNamed ZHANG = new PersonNamed("u1", "张三");
  private static final PersonNamed LI = new PersonNamed("u2", "李四");

  /** Two hours of overtime of both on a workday: 150 each. */
  private static List<PayItem> overtimeOfBoth(String day) {
    return Outcomes.items(by(BOOK, of(overtime(day + " 18:00", day + " 20:00", "2"), ZHANG, LI)));
  }

  /** A day of personal leave of 张三: 400 less. */
  private static PayItem leaveOn(String day) {
    return Outcomes.item(by(BOOK, leave("事假", Unit.DAY, "1", leaveDay(day, "1", "8"))));
  }

  @SafeVarargs
  private static List<PayItem> all(List<PayItem>... items) {
    return Stream.of(items).flatMap(List::stream).toList();
  }

  private static Closing closed(RuleBook book, List<PayItem> items) {
    return book.close(Attendance.CONTEXT, MARCH, items);
  }

  private static Voucher voucher(List<PayItem> items) {
    return Outcomes.voucher(closed(BOOK, items).translation());
  }

  @Nested
  class The_voucher {
    private final Voucher voucher =
        voucher(all(overtimeOfBoth("2026-03-16"), overtimeOfBoth("2026-03-17")));

    @Test
    void has_a_line_for_each_group_and_side() {
      assertEquals(
          List.of(
              "DEBIT 6602.01 300.00",
              "DEBIT 6602.01 300.00",
              "CREDIT 2211.01 300.00",
              "CREDIT 2211.01 300.00"),
          Outcomes.lines(voucher));
    }

    @Test
    void is_of_the_months_last_day_and_has_one_key_for_ever() {
      assertEquals(LocalDate.parse("2026-03-31"), voucher.date());
      assertEquals(
          VoucherKey.of(
              Attendance.CONTEXT.tenant(), new DocumentId("pay:2026-03"), Purpose.RECORD, 1),
          voucher.key());
      assertEquals("计提 2026-03", voucher.summary());
      assertEquals(0, voucher.attachments());
    }

    @Test
    void takes_the_department_from_the_group() {
      assertEquals(
          List.of(Map.of(Dimension.DEPARTMENT, "BM01"), Map.of(Dimension.DEPARTMENT, "BM02")),
          voucher.lines().stream().limit(2).map(VoucherLine::dimensions).toList());
    }

    @Test
    void tells_of_how_many_pay_items_an_amount_is_the_sum() {
      assertTrue(
          voucher
              .lines()
              .getFirst()
              .explanation()
              .inputs()
              .contains(
                  new Input(
                      "group.amount",
                      "300.00",
                      "sum of 2 pay items, 加班费, 2026-03, department 财务部 (123)")));
    }
  }

  @Test
  void the_period_keeps_the_sums() {
    PayPeriod period = closed(BOOK, overtimeOfBoth("2026-03-16")).period();
    assertEquals(MARCH, period.month());
    assertEquals(new DocumentId("pay:2026-03"), period.header().id());
    assertEquals(
        new PayPeriod.Sum(
            "加班费", MARCH, "123", "", 1, new BigDecimal("2"), Money.of("150.00", "CNY")),
        period.sums().getFirst());
  }

  @Test
  void groups_come_in_the_order_of_the_books_pay_items() {
    List<PayItem> items = all(overtimeOfBoth("2026-03-16"), List.of(leaveOn("2026-03-17")));
    RuleBook other =
        PayBooks.of(
            "overtime, leave",
            PayBooks.PAYROLL
                .replace("  事假扣款: { unit: hour, sign: deduction }\n", "")
                .replaceFirst(
                    "(?m)^(  加班费: .*\\n)", "$1  事假扣款: { unit: hour, sign: deduction }\n"));
    assertEquals(List.of("事假扣款", "加班费", "加班费"), sums(closed(BOOK, items)));
    assertEquals(List.of("加班费", "加班费", "事假扣款"), sums(closed(other, items)));
  }

  private static List<String> sums(Closing closing) {
    return closing.period().sums().stream().map(PayPeriod.Sum::item).toList();
  }

  @Nested
  class What_came_late {
    @Test
    void is_summed_apart_and_booked_in_the_month_that_is_closed() {
      Closing closing =
          closed(BOOK, all(overtimeOfBoth("2026-02-25"), overtimeOfBoth("2026-03-16")));
      assertEquals(
          List.of("2026-02", "2026-02", "2026-03", "2026-03"),
          closing.period().sums().stream().map(sum -> sum.concerns().toString()).toList());
      Voucher voucher = Outcomes.voucher(closing.translation());
      assertEquals("补提 2026-02 加班费", voucher.lines().get(4).summary());
      assertEquals(LocalDate.parse("2026-03-31"), voucher.date());
    }
  }

  @Nested
  class What_is_taken_from_pay {
    @Test
    void makes_red_lines() {
      assertEquals(
          List.of("DEBIT 6602.01 -400.00", "CREDIT 2211.01 -400.00"),
          Outcomes.lines(voucher(List.of(leaveOn("2026-03-16")))));
    }

    @Test
    void stands_beside_what_is_added() {
      List<String> lines =
          Outcomes.lines(
              voucher(all(overtimeOfBoth("2026-03-17"), List.of(leaveOn("2026-03-16")))));
      assertEquals(6, lines.size());
      assertTrue(lines.containsAll(List.of("DEBIT 6602.01 150.00", "DEBIT 6602.01 -400.00")));
    }

    @Test
    void of_an_earlier_close_is_red_too_and_sums_up_with_nothing_else() {
      PayItem paid = overtimeOfBoth("2026-02-25").getFirst();
      assertEquals(
          List.of("DEBIT 6602.01 -150.00", "CREDIT 2211.01 -150.00"),
          Outcomes.lines(voucher(List.of(paid.reversed(new DocumentId("withdrawal"))))));
    }
  }

  @Nested
  class Nothing {
    @Test
    void at_all_needs_no_voucher() {
      Outcomes.ignored(closed(BOOK, List.of()).translation(), IgnoreReason.PERIOD_EMPTY);
    }

    @Test
    void remains_of_an_item_and_what_takes_it_back() {
      PayItem item = overtimeOfBoth("2026-03-16").getFirst();
      Closing closing = closed(BOOK, List.of(item, item.reversed(new DocumentId("withdrawal"))));
      Outcomes.ignored(closing.translation(), IgnoreReason.PERIOD_EMPTY);
      assertEquals(List.of(), closing.period().sums());
    }

    @Test
    void is_recorded_where_the_book_has_no_rules_for_it() {
      RuleBook payrollOnly = PayBooks.of("overtime", PayBooks.OVERTIME);
      Closing closing = closed(payrollOnly, overtimeOfBoth("2026-03-16"));
      Outcomes.ignored(closing.translation(), IgnoreReason.PERIOD_WITHOUT_RULES);
      assertEquals(2, closing.period().sums().size());
    }
  }

  @Nested
  class Waits {
    @Test
    void when_a_department_has_no_code() {
      PayItem item = overtimeOfBoth("2026-03-16").getFirst();
      PayItem nowhere =
          new PayItem(
              item.id(),
              item.document(),
              item.person(),
              new io.dingledger.model.document.Department("9", "新部门", ""),
              item.item(),
              item.code(),
              item.unit(),
              item.sign(),
              item.day(),
              item.quantity(),
              item.factor(),
              item.rate(),
              item.amount(),
              item.explanation(),
              item.reverses());
      Reason reason =
          Outcomes.held(closed(BOOK, List.of(nowhere)).translation(), HoldReason.DIMENSION_MISSING)
              .getFirst();
      assertTrue(reason.chinese().startsWith("第 1 组科目“管理费用-工资”要求辅助核算“部门”"), reason.chinese());
    }

    @Test
    void when_money_would_be_in_no_line() {
      RuleBook earningsOnly =
          PayBooks.of(
              "overtime, leave",
              PayBooks.PAYROLL.replace(
                  "each: group\n", "each: group\n    when: group.amount > 0\n"));
      Reason reason =
          Outcomes.held(
                  closed(
                          earningsOnly,
                          all(overtimeOfBoth("2026-03-17"), List.of(leaveOn("2026-03-16"))))
                      .translation(),
                  PayReason.GROUP_WITHOUT_LINE)
              .getFirst();
      assertTrue(
          reason.chinese().startsWith("第 1 组：2026-03 的薪资项目“事假扣款”合计 -400.00，没有规则"),
          reason.chinese());
    }
  }

  @Nested
  class Sums {
    private final List<PayItem> items =
        all(overtimeOfBoth("2026-03-16"), overtimeOfBoth("2026-03-17"));

    private List<String> sums(String sumBy) {
      RuleBook book =
          PayBooks.of(
              "overtime, leave",
              PayBooks.PAYROLL
                  .replace("sumBy: [department]", "sumBy: " + sumBy)
                  .replace(
                      "group.departmentCode",
                      sumBy.contains("department") ? "group.departmentCode" : "group.jobNumber"));
      return closed(book, items).period().sums().stream()
          .map(
              sum ->
                  sum.departmentId()
                      + "/"
                      + sum.userId()
                      + " "
                      + sum.count()
                      + " "
                      + sum.amount().plain())
          .toList();
    }

    @Test
    void tell_apart_what_the_book_wants() {
      assertEquals(List.of("123/ 2 300.00", "456/ 2 300.00"), sums("[department]"));
      assertEquals(List.of("/u1 2 300.00", "/u2 2 300.00"), sums("[employee]"));
      assertEquals(List.of("123/u1 2 300.00", "456/u2 2 300.00"), sums("[department, employee]"));
    }

    @Test
    void tell_the_book_how_they_are_made() {
      assertEquals(Set.of(SumBy.DEPARTMENT), BOOK.period().orElseThrow().sumBy());
      assertEquals(5, BOOK.period().orElseThrow().closeOn());
    }

    @Test
    void are_the_same_in_whichever_order_the_items_come() {
      List<PayItem> shuffled = new ArrayList<>(items);
      shuffled.add(leaveOn("2026-03-18"));
      Closing closing = closed(BOOK, shuffled);
      for (int seed = 0; seed < 20; seed++) {
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(closing, closed(BOOK, shuffled));
      }
    }

    @Test
    void take_an_item_that_is_told_twice_once() {
      assertEquals(closed(BOOK, items), closed(BOOK, all(items, items)));
    }

    @Test
    void change_with_the_items() {
      assertNotEquals(closed(BOOK, items), closed(BOOK, items.subList(1, items.size())));
    }
  }
}
