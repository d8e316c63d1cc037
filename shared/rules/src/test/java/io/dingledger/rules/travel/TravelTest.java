package io.dingledger.rules.travel;

import static io.dingledger.rules.support.Attendance.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.Moment;
import io.dingledger.model.document.Travel;
import io.dingledger.model.document.Travel.Journey;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.IgnoreReason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.support.Attendance;
import io.dingledger.rules.support.Outcomes;
import io.dingledger.rules.support.PayBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A business trip: its advance at once, its allowance with the pay. */
class TravelTest {
  private static final String ALLOWANCE =
      """
      tables:
        allowance:
          type: decision
          hit: first
          inputs: { city: journey.arrival, days: journey.days, abroad: journey.international, from: journey.starts }
          rows:
            - { when: { city: [北京, 上海], days: ">= 2, < 10" }, then: { perDay: 120.00 } }
            - { when: { from: "> 2026-07-01", abroad: false }, then: { perDay: 100.00 } }
            - { when: { days: 1 }, then: { perDay: 50.00 } }
            - { when: { from: "<= 2026-07-01" }, then: { perDay: 80.00 } }
      payItems:
        出差补助: { code: TA, unit: day, sign: earning }
      """;
  private static final String ALLOWANCE_RULE =
      """
        - name: 补助
          for: travel
          each: journey
          payItem: { item: 出差补助, quantity: journey.days, rate: allowance.perDay }
      """;
  private static final String ACCOUNTS =
      """
      accounts:
        其他应收款: { code: "1221", dimensions: [employee] }
        银行存款: { code: "1002" }
      dimensions:
        employee: { from: person.jobNumber }
      """;
  private static final String ADVANCE_RULE =
      """
        - name: 预支
          for: travel
          when: has(travel.advance)
          lines:
            - { debit: 其他应收款, amount: travel.advance }
            - { credit: 银行存款, amount: travel.advance }
      """;
  private static final String VOUCHERS =
      """
      vouchers: { per: document, date: approved, summary: "出差预支 {person.name} {travel.reason}" }
      """;

  private static final RuleBook PAYS =
      PayBooks.of("travel", ALLOWANCE + "rules:\n" + ALLOWANCE_RULE);
  private static final RuleBook POSTS =
      PayBooks.of("travel", ACCOUNTS + "rules:\n" + ADVANCE_RULE + VOUCHERS);
  private static final RuleBook BOTH =
      PayBooks.of(
          "travel", ACCOUNTS + ALLOWANCE + "rules:\n" + ALLOWANCE_RULE + ADVANCE_RULE + VOUCHERS);

  private static Journey journey(String to, String from, String until, String days) {
    return new Journey(
        "火车",
        true,
        "杭州",
        to,
        Optional.of(false),
        Moment.of(LocalDate.parse(from)),
        Moment.of(LocalDate.parse(until)),
        Optional.of(days).filter(text -> !text.isEmpty()).map(BigDecimal::new));
  }

  private static Travel trip(Optional<Money> advance, Journey... journeys) {
    return new Travel(
        Attendance.header("trip-1", LocalDate.parse("2026-03-10")),
        "拜访客户",
        List.of(journeys),
        List.of(),
        Optional.empty(),
        advance);
  }

  private static Travel to(String city, String from, String days) {
    return trip(Optional.empty(), journey(city, from, from, days));
  }

  private static Optional<Money> yuan(String amount) {
    return Optional.of(Money.of(amount, "CNY"));
  }

  @Nested
  class The_allowance {
    @Test
    void is_that_of_the_first_row_that_fits() {
      assertEquals(List.of("240.00"), Outcomes.amounts(by(PAYS, to("北京", "2026-03-16", "2"))));
      assertEquals(List.of("50.00"), Outcomes.amounts(by(PAYS, to("北京", "2026-03-16", "1"))));
      assertEquals(List.of("800.00"), Outcomes.amounts(by(PAYS, to("北京", "2026-03-16", "10"))));
      assertEquals(List.of("160.00"), Outcomes.amounts(by(PAYS, to("广州", "2026-07-01", "2"))));
      assertEquals(List.of("200.00"), Outcomes.amounts(by(PAYS, to("广州", "2026-07-02", "2"))));
    }

    @Test
    void of_several_journeys_is_an_item_each_on_its_first_day() {
      List<PayItem> items =
          Outcomes.items(
              by(
                  PAYS,
                  trip(
                      Optional.empty(),
                      journey("上海", "2026-03-16", "2026-03-18", "3"),
                      journey("苏州", "2026-04-01", "2026-04-01", "1"))));
      assertEquals(
          List.of("360.00", "50.00"), items.stream().map(item -> item.amount().plain()).toList());
      assertEquals(
          List.of("2026-03-16", "2026-04-01"),
          items.stream().map(item -> item.day().toString()).toList());
    }

    @Test
    void is_explained_by_its_row_and_what_was_looked_at() {
      PayItem item = Outcomes.item(by(PAYS, to("广州", "2026-07-02", "2")));
      List<Input> inputs = item.explanation().inputs();
      assertTrue(
          inputs.contains(
              new Input(
                  "allowance.perDay",
                  "100.00",
                  "tables, allowance, row 2, for city 广州, abroad false, from 2026-07-02")),
          inputs.toString());
      assertTrue(inputs.stream().anyMatch(input -> input.name().equals("journey.international")));
    }

    @Test
    void waits_when_no_row_fits() {
      Journey abroad =
          new Journey(
              "飞机",
              true,
              "杭州",
              "东京",
              Optional.of(true),
              Moment.of(LocalDate.parse("2026-07-06")),
              Moment.of(LocalDate.parse("2026-07-09")),
              Optional.of(new BigDecimal("4")));
      Reason reason =
          Outcomes.held(by(PAYS, trip(Optional.empty(), abroad)), PayReason.DECISION_UNKNOWN)
              .getFirst();
      assertTrue(
          reason
              .chinese()
              .startsWith(
                  "第 1 行：规则簿的决策表“allowance”没有适用的行（city 东京, days 4, abroad true, from"
                      + " 2026-07-06）"),
          reason.chinese());
    }

    @Test
    void waits_for_days_that_the_form_does_not_state() {
      Outcomes.held(by(PAYS, to("北京", "2026-03-16", "")), HoldReason.FIELD_MISSING);
    }
  }

  @Nested
  class The_advance {
    @Test
    void becomes_a_voucher_of_the_day_of_approval() {
      Voucher voucher =
          Outcomes.voucher(
              by(POSTS, trip(yuan("3000.00"), journey("北京", "2026-03-16", "2026-03-18", "3"))));
      assertEquals(List.of("DEBIT 1221 3000.00", "CREDIT 1002 3000.00"), Outcomes.lines(voucher));
      assertEquals("出差预支 张三 拜访客户", voucher.summary());
      assertEquals(LocalDate.parse("2026-03-10"), voucher.date());
      assertEquals(1, voucher.attachments());
      assertEquals(
          VoucherKey.of(Attendance.CONTEXT.tenant(), voucher.document(), Purpose.RECORD, 1),
          voucher.key());
    }

    @Test
    void that_nobody_asks_for_is_nothing_to_record() {
      Outcomes.ignored(by(POSTS, to("北京", "2026-03-16", "3")), IgnoreReason.NOTHING_TO_PAY);
    }

    @Test
    void stands_beside_the_allowance() {
      Translation.Accrued accrued =
          assertInstanceOf(
              Translation.Accrued.class,
              by(BOTH, trip(yuan("3000.00"), journey("北京", "2026-03-16", "2026-03-18", "3"))));
      assertEquals(1, accrued.items().size());
      assertEquals(1, accrued.vouchers().size());
    }

    @Test
    void in_another_currency_waits() {
      Outcomes.held(
          by(
              POSTS,
              trip(
                  Optional.of(Money.of("3000.00", "HKD")),
                  journey("香港", "2026-03-16", "2026-03-18", "3"))),
          HoldReason.CURRENCY_FOREIGN);
    }
  }
}
