package io.dingledger.rules.late.monthly;

import static io.dingledger.rules.support.Attendance.by;
import static io.dingledger.rules.support.Attendance.late;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.pay.PayItem;
import io.dingledger.rules.Closing;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.Usage;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lateness that is judged when the month is over: by the sum of its minutes, in steps. */
class AtTheCloseTest {
  private static final YearMonth MARCH = YearMonth.parse("2026-03");
  private static final String SECTIONS =
      PayBooks.CHINA
          + PayBooks.WAGE
          + """
            tables:
              monthlyLateness:
                type: tiers
                of: month.迟到.quantity
                rows:
                  - { below: 30, hours: 0 }
                  - { from: 30, below: 60, hours: 1 }
                  - { from: 60, hours: 4 }
            payItems:
              迟到: { unit: minute, sign: none }
              迟到扣款: { unit: hour, sign: deduction }
            rules:
              - name: 迟到分钟
                for: dailyResult
                when: attendance.lateMinutes > 0
                payItem: { item: 迟到, quantity: attendance.lateMinutes }
              - name: 月度迟到
                for: personMonth
                payItem: { item: 迟到扣款, quantity: monthlyLateness.hours, rate: wage.hour }
            vouchers:
              period: { closeOn: 5 }
            """;
  private static final RuleBook BOOK = PayBooks.of("dailyResult", SECTIONS);

  private static PayItem item(String day, long minutes) {
    return Outcomes.item(by(BOOK, late(day, minutes)));
  }

  private static Closing closed(List<PayItem> items) {
    return BOOK.close(Attendance.CONTEXT, MARCH, items);
  }

  private static List<String> amounts(PayItem... items) {
    return closed(List.of(items)).made().stream().map(item -> item.amount().plain()).toList();
  }

  @Test
  void the_sum_of_the_month_chooses_the_step() {
    assertEquals(List.of(), amounts(item("2026-03-02", 29)));
    assertEquals(List.of("-50.00"), amounts(item("2026-03-02", 20), item("2026-03-31", 10)));
    assertEquals(List.of("-200.00"), amounts(item("2026-03-02", 50), item("2026-03-31", 10)));
  }

  @Test
  void the_item_is_of_the_months_last_day_and_its_own_document() {
    PayItem made = closed(List.of(item("2026-03-02", 45))).made().getFirst();
    assertEquals(DocumentId.ofPayPeriod(MARCH), made.document());
    assertEquals(new DocumentId("pay:2026-03"), made.document());
    assertEquals(LocalDate.parse("2026-03-31"), made.day());
    assertEquals(Attendance.ZHANG, made.person());
    assertEquals(
        "tables, monthlyLateness, tier from 30 below 60, of month.迟到.quantity = 45",
        made.explanation().inputs().stream()
            .filter(input -> input.name().equals("monthlyLateness.hours"))
            .findFirst()
            .orElseThrow()
            .origin());
  }

  @Test
  void what_was_taken_back_or_concerns_another_month_does_not_count() {
    PayItem taken = item("2026-03-02", 45);
    assertEquals(
        List.of(),
        amounts(
            taken,
            taken.reversed(new DocumentId("other")),
            item("2026-03-03", 10),
            item("2026-02-27", 50)));
  }

  @Test
  void closing_again_with_what_the_first_close_made_gives_the_same() {
    List<PayItem> items = new ArrayList<>(List.of(item("2026-03-02", 45), item("2026-03-05", 1)));
    Closing first = closed(items);
    items.addAll(first.made());
    Collections.reverse(items);
    assertEquals(first, closed(items));
  }

  @Test
  void items_that_only_count_need_no_voucher() {
    Closing closing = closed(List.of(item("2026-03-02", 10)));
    Outcomes.ignored(closing.translation(), IgnoreReason.PERIOD_EMPTY);
    assertEquals(1, closing.period().sums().size());
  }

  @Test
  void a_failure_for_one_person_makes_the_month_wait() {
    RuleBook withoutWage =
        PayBooks.of(
            "dailyResult", SECTIONS.replace("{ everybody: true, from", "{ userId: u2, from"));
    Closing closing = withoutWage.close(Attendance.CONTEXT, MARCH, List.of(item("2026-03-02", 45)));
    Outcomes.held(closing.translation(), PayReason.PAY_RATE_UNKNOWN);
  }

  @Test
  void a_late_item_of_a_closed_month_waits_because_the_close_has_counted_without_it() {
    assertTrue(BOOK.countsUsage(DocumentKind.DAILY_RESULT));
    PayItem first = item("2026-03-02", 45);
    List<PayItem> stored = new ArrayList<>(closed(List.of(first)).made());
    stored.add(first);
    Outcomes.held(
        by(BOOK, Attendance.CONTEXT.counting(new Usage(stored)), late("2026-03-05", 20)),
        PayReason.OUT_OF_ORDER);
  }

  @Test
  void totals_of_the_year_need_the_months_before() {
    RuleBook yearly = PayBooks.of("dailyResult", SECTIONS.replace("of: month.迟到", "of: year.迟到"));
    assertTrue(yearly.countsUsage(DocumentKind.PAY_PERIOD));
    List<PayItem> march = List.of(item("2026-03-02", 10));
    Outcomes.held(
        yearly.close(Attendance.CONTEXT, MARCH, march).translation(), PayReason.USAGE_MISSING);
    RuleBook.Context counting =
        Attendance.CONTEXT.counting(
            new Usage(
                List.of(
                    item("2026-02-02", 25),
                    march.getFirst(),
                    item("2026-04-01", 99),
                    item("2025-12-31", 99))));
    Closing closing = yearly.close(counting, MARCH, march);
    assertInstanceOf(Translation.Ignored.class, closing.translation());
    assertEquals(
        List.of("-50.00"), closing.made().stream().map(item -> item.amount().plain()).toList());
  }
}
