package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DailyResult.Outcome;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.document.PersonNamed;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayItemId;
import io.dingledger.model.pay.PaySign;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.rules.audit.Recomputation;
import io.dingledger.rules.audit.Verdict;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever attendance says, translating it never throws; each document becomes exactly one thing;
 * and each amount follows from its explanation alone.
 */
class AnyTypedDocumentTest {
  private static final int DOCUMENTS = 3_000;

  private static final String HEAD =
      PayBooks.CHINA.replace("{ base: CN }", "{ base: CN, hoursPerDay: 7.5 }")
          + "attendance: { overnight: split }\n"
          + PayBooks.WAGE.replace("8700.00", "8300.00")
          + PayBooks.FACTORS
          + """
            tables:
              sickPay:
                type: tiers
                of: years(person.hiredOn, day.date)
                rows:
                  - { from: 0, below: 3, rate: 0.6 }
                  - { from: 3, rate: 0.7 }
            payItems:
              加班费: { unit: hour, sign: earning }
              病假工资: { unit: day, sign: earning }
              事假扣款: { unit: hour, sign: deduction }
              迟到: { unit: time, sign: none }
              迟到扣款: { unit: minute, sign: deduction }
            rules:
            """;
  private static final List<String> RULES =
      List.of(
          """
            - name: 加班费
              for: overtime
              each: day
              when: overtime.compensation != 'timeOff'
              payItem: { item: 加班费, quantity: day.hours, factor: overtimeFactor.factor, rate: wage.hour }
          """,
          """
            - name: 病假工资
              for: leave
              each: day
              when: leave.type == '病假'
              payItem: { item: 病假工资, quantity: day.days, factor: sickPay.rate, rate: wage.day }
          """,
          """
            - name: 事假扣款
              for: leave
              each: day
              when: leave.type == '事假'
              payItem: { item: 事假扣款, quantity: day.hours, rate: wage.hour }
          """,
          """
            - name: 迟到次数
              for: dailyResult
              each: check
              when: check.outcome == 'late'
              payItem: { item: 迟到, quantity: "1" }
          """,
          """
            - name: 迟到扣款
              for: dailyResult
              each: check
              when: check.outcome == 'late' && month.迟到.times >= 1
              payItem: { item: 迟到扣款, quantity: check.minutes, rate: wage.hour / 60 }
          """);
  private static final RuleBook BOOK = book(RULES);
  private static final RuleBook REVERSED = book(RULES.reversed());

  private final Random random = new Random(20260331);

  private static RuleBook book(List<String> rules) {
    return PayBooks.of("overtime, leave, dailyResult", HEAD + String.join("", rules));
  }

  private String number(String... numbers) {
    return numbers[random.nextInt(numbers.length)];
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private LocalDate day() {
    return LocalDate.parse(number("2025-12-28", "2026-02-10", "2026-09-28", "2027-01-01"))
        .plusDays(random.nextInt(12));
  }

  private SourceDocument document() {
    return switch (random.nextInt(3)) {
      case 0 -> overtime();
      case 1 -> leave();
      default -> results();
    };
  }

  private SourceDocument overtime() {
    LocalDate from = day();
    LocalDate until = from.plusDays(random.nextInt(3) / 2);
    String hours = number("0", "2", "3", "3.25", "8", "5.333333");
    List<Overtime.Day> days =
        random.nextInt(3) == 0
            ? List.of(new Overtime.Day(from, new BigDecimal(number("2", "3", "8"))))
            : List.of();
    Overtime overtime =
        Attendance.overtime(
            from + " 22:20",
            until + " " + number("23:40", "01:20", "02:00"),
            hours,
            days.toArray(Overtime.Day[]::new));
    return Attendance.of(
        Attendance.compensated(overtime, one(List.of(Overtime.Compensation.values()))),
        one(
            List.of(
                new PersonNamed[] {},
                new PersonNamed[] {new PersonNamed("u2", "李四"), new PersonNamed("u1", "张三")},
                new PersonNamed[] {new PersonNamed("u9", "")})));
  }

  private SourceDocument leave() {
    LocalDate from = day();
    List<Leave.Day> days = new ArrayList<>();
    for (int index = 0; index <= random.nextInt(4); index++) {
      days.add(
          new Leave.Day(
              from.plusDays(index),
              new BigDecimal(number("1", "0.5", "0.13")),
              new BigDecimal(number("8", "4", "1")),
              random.nextInt(4) == 0));
    }
    return Attendance.leave(
        number("病假", "事假", "年假"),
        one(List.of(Leave.Unit.values())),
        number("1", "0.5", "2", "8"),
        days.toArray(Leave.Day[]::new));
  }

  private SourceDocument results() {
    return Attendance.results(
        day().toString(),
        Attendance.check(one(List.of(Outcome.values())), random.nextInt(200)),
        Attendance.check(one(List.of(Outcome.values())), random.nextInt(200)));
  }

  private Translation translated(RuleBook book, SourceDocument document, Usage usage) {
    return Attendance.by(book, Attendance.CONTEXT.counting(usage), document);
  }

  @Test
  void becomes_exactly_one_thing_and_each_amount_can_be_recomputed() {
    List<PayItem> booked = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    for (int count = 0; count < DOCUMENTS; count++) {
      SourceDocument document = document();
      Usage usage = new Usage(booked);
      Translation translation = translated(BOOK, document, usage);
      seen.add(translation.getClass());
      assertEquals(translation, translated(BOOK, document, usage));
      assertEquals(inOrder(translation), inOrder(translated(REVERSED, document, usage)));
      check(translation);
      if (translation instanceof Translation.Accrued accrued && booked.size() < 60) {
        booked.addAll(accrued.items());
      }
    }
    assertEquals(
        Set.of(Translation.Accrued.class, Translation.Held.class, Translation.Ignored.class), seen);
  }

  private static void check(Translation translation) {
    switch (translation) {
      case Translation.Vouchers vouchers -> throw new AssertionError("no rule makes lines");
      case Translation.Accrued accrued -> {
        assertFalse(accrued.items().isEmpty());
        accrued.items().forEach(AnyTypedDocumentTest::recomputed);
        assertEquals(
            accrued.items().size(), accrued.items().stream().map(PayItem::id).distinct().count());
      }
      case Translation.Held held -> {
        assertFalse(held.reasons().isEmpty());
        for (Reason reason : held.reasons()) {
          assertFalse((reason.chinese() + reason.english()).contains("{"), reason.toString());
        }
      }
      case Translation.Ignored ignored -> assertTrue(ignored.document().isPresent());
    }
  }

  private static void recomputed(PayItem item) {
    assertInstanceOf(Verdict.Agrees.class, Recomputation.of(item), item.explanation().toString());
    assertEquals(item.sign() == PaySign.NONE, item.amount().isZero());
  }

  /** Items and reasons without the order in which rules were asked. */
  private static Object inOrder(Translation translation) {
    return switch (translation) {
      case Translation.Accrued accrued ->
          accrued.items().stream().sorted(Comparator.comparing(item -> item.id().value())).toList();
      case Translation.Held held -> Set.copyOf(held.reasons());
      case Translation other -> other;
    };
  }

  @Test
  void whatever_is_booked_closes_to_a_voucher_whose_sum_is_the_sum_of_the_items() {
    RuleBook payroll = PayBooks.of("overtime, leave", PayBooks.PAYROLL);
    YearMonth month = YearMonth.parse("2026-02");
    for (int round = 0; round < 30; round++) {
      Map<PayItemId, PayItem> items = new LinkedHashMap<>();
      while (items.size() < 12) {
        if (translated(payroll, document(), Usage.NOTHING) instanceof Translation.Accrued accrued) {
          accrued.items().forEach(item -> items.put(item.id(), item));
        }
      }
      BigDecimal sum =
          items.values().stream()
              .map(item -> item.amount().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      Closing closing = payroll.close(Attendance.CONTEXT, month, List.copyOf(items.values()));
      Voucher voucher = ((Translation.Vouchers) closing.translation()).vouchers().getFirst();
      assertEquals(sum, voucher.debit().amount());
      assertEquals(
          sum,
          closing.period().sums().stream()
              .map(each -> each.amount().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }
}
