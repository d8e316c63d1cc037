package io.dingledger.rules.late.monthly;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.late;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From the third time late in a month on, the minutes are not paid: a minute of 8700 is 5/6. */
class TimesInAMonthTest {
  private static final RuleBook BOOK =
      PayBooks.of(
          "dailyResult",
          PayBooks.WAGE
              + """
                payItems:
                  迟到: { unit: time, sign: none }
                  迟到扣款: { unit: minute, sign: deduction }
                rules:
                  - name: 迟到次数
                    for: dailyResult
                    each: check
                    when: check.outcome == 'late'
                    payItem: { item: 迟到, quantity: "1" }
                  - name: 迟到扣款
                    for: dailyResult
                    each: check
                    when: check.outcome == 'late' && month.迟到.times >= 2
                    payItem: { item: 迟到扣款, quantity: check.minutes, rate: wage.hour / 60 }
                """);

  private final List<PayItem> booked = new ArrayList<>();

  @BeforeEach
  void nothing_is_booked() {
    booked.clear();
  }

  private Translation translated(String day, long... minutes) {
    return by(BOOK, Attendance.CONTEXT.counting(new Usage(booked)), late(day, minutes));
  }

  private List<PayItem> book(String day, long... minutes) {
    List<PayItem> items = Outcomes.items(translated(day, minutes));
    booked.addAll(items);
    return items;
  }

  private static List<String> names(List<PayItem> items) {
    return items.stream().map(PayItem::item).toList();
  }

  @Test
  void the_first_two_times_are_only_counted_and_the_third_is_not_paid() {
    assertEquals(List.of("迟到"), names(book("2026-03-02", 10)));
    assertEquals(List.of("迟到"), names(book("2026-03-09", 10)));
    List<PayItem> third = book("2026-03-16", 12);
    assertEquals(List.of("迟到", "迟到扣款"), names(third));
    assertEquals("-10.00", third.getLast().amount().plain());
  }

  @Test
  void the_explanation_tells_the_total_and_of_what_it_is() {
    book("2026-03-02", 10);
    book("2026-03-09", 10);
    Input total = new Input("month.迟到.times", "2", "pay items, 迟到, 2026-03 before 2026-03-16");
    assertTrue(book("2026-03-16", 12).getLast().explanation().inputs().contains(total));
  }

  @Test
  void a_new_month_begins_anew() {
    book("2026-03-02", 10);
    book("2026-03-31", 10);
    assertEquals(List.of("迟到"), names(book("2026-04-01", 12)));
  }

  @Test
  void earlier_checks_of_the_same_day_count() {
    book("2026-03-02", 10);
    assertEquals(List.of("迟到", "迟到", "迟到扣款"), names(book("2026-03-16", 6, 12)));
  }

  @Test
  void what_the_same_document_made_before_does_not_count_again() {
    book("2026-03-02", 10);
    book("2026-03-16", 12);
    assertEquals(List.of("迟到"), names(Outcomes.items(translated("2026-03-16", 12))));
  }

  @Test
  void what_other_documents_make_on_the_same_day_is_not_counted_for_nothing_orders_it() {
    book("2026-03-02", 10);
    book("2026-03-16", 10);
    booked.add(inAnotherDocument(booked.removeLast()));
    assertEquals(List.of("迟到"), names(Outcomes.items(translated("2026-03-16", 12))));
    assertEquals(List.of("迟到", "迟到扣款"), names(Outcomes.items(translated("2026-03-17", 12))));
  }

  private static PayItem inAnotherDocument(PayItem item) {
    return new PayItem(
        item.id(),
        new DocumentId("another"),
        item.person(),
        item.department(),
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
  }

  @Test
  void the_order_in_which_items_are_told_does_not_matter() {
    book("2026-03-02", 10);
    book("2026-03-09", 10);
    Translation one = translated("2026-03-16", 12);
    Collections.reverse(booked);
    assertEquals(one, translated("2026-03-16", 12));
  }

  @Test
  void money_so_far_is_below_zero_for_deductions_and_quantities_are_in_their_unit() {
    RuleBook capped =
        PayBooks.of(
            "dailyResult",
            PayBooks.WAGE
                + """
                  payItems:
                    迟到扣款: { unit: minute, sign: deduction }
                  rules:
                    - name: 迟到扣款
                      for: dailyResult
                      payItem:
                        item: 迟到扣款
                        quantity: attendance.lateMinutes
                        rate: wage.hour / 60
                        amount: min(30, 50 + year.迟到扣款.amount) + 0 * month.迟到扣款.quantity
                  """);
    for (String[] expected :
        new String[][] {
          {"2026-03-02", "-30.00"}, {"2026-03-09", "-20.00"}, {"2026-04-01", "0.00"}
        }) {
      PayItem item =
          Outcomes.item(
              by(capped, Attendance.CONTEXT.counting(new Usage(booked)), late(expected[0], 45)));
      assertEquals(expected[1], item.amount().plain());
      booked.add(item);
    }
  }

  @Nested
  class What_was_taken_back {
    @Test
    void does_not_count_and_neither_does_what_takes_it_back() {
      PayItem first = book("2026-03-02", 10).getFirst();
      book("2026-03-09", 10);
      booked.add(first.reversed(new DocumentId("other")));
      assertEquals(List.of("迟到"), names(book("2026-03-16", 12)));
    }
  }

  @Nested
  class Without_the_items_so_far {
    @Test
    void a_document_that_must_count_them_waits() {
      Reason reason =
          Outcomes.held(by(BOOK, late("2026-03-16", 12)), PayReason.USAGE_MISSING).getFirst();
      assertTrue(reason.english().startsWith("A rule needs month.迟到.times"), reason.english());
    }

    @Test
    void the_book_says_beforehand_which_kinds_count() {
      assertTrue(BOOK.countsUsage(DocumentKind.DAILY_RESULT));
      assertFalse(BOOK.countsUsage(DocumentKind.OVERTIME));
      assertFalse(BOOK.countsUsage(DocumentKind.PAY_PERIOD));
      assertFalse(PayBooks.of("overtime", PayBooks.OVERTIME).countsUsage(DocumentKind.OVERTIME));
    }
  }

  @Nested
  class A_day_that_comes_late {
    @Test
    void waits_when_a_later_one_was_counted_without_it() {
      book("2026-03-02", 10);
      book("2026-03-09", 10);
      book("2026-03-16", 12);
      Reason reason =
          Outcomes.held(translated("2026-03-05", 10), PayReason.OUT_OF_ORDER).getFirst();
      assertTrue(
          reason.chinese().startsWith("员工（userId u1）在 2026-03-05 的“迟到”来晚了：之后的 2026-03-09"),
          reason.chinese());
    }

    @Test
    void waits_even_if_the_later_one_made_nothing_of_its_total() {
      book("2026-03-09", 10);
      Outcomes.held(translated("2026-03-05", 10), PayReason.OUT_OF_ORDER);
    }

    @Test
    void is_taken_when_the_later_ones_are_of_another_month_or_were_taken_back() {
      book("2026-04-01", 10);
      PayItem later = book("2026-03-09", 10).getFirst();
      booked.add(later.reversed(new DocumentId("other")));
      assertEquals(List.of("迟到"), names(book("2026-03-05", 10)));
    }
  }
}
