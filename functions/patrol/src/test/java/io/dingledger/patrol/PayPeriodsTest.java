package io.dingledger.patrol;

import static io.dingledger.patrol.PatrolFixture.TENANT;
import static io.dingledger.patrol.PatrolFixture.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.PatrolNotes.Chore;
import io.dingledger.platform.support.PayItemSamples;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule book whose months of pay are closed on the fifth of the next one. */
class PayPeriodsTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final PatrolFixture fixture = new PatrolFixture();

  PayPeriodsTest() {
    useRuleBook(RULES + "  period: { sumBy: [department], closeOn: 5 }\n");
    fixture.platform.notes().done(TENANT, Chore.DIRECTORY, at(LocalDate.of(2027, 1, 1), 0));
  }

  private static final String RULES =
      """
      ruleBook: 1
      name: 计薪
      currency: CNY
      scope:
        - kind: dailyResult
      accounts:
        管理费用: { code: "6602" }
        应付职工薪酬: { code: "2211" }
      payItems:
        迟到扣款: { code: LATE, unit: time, sign: deduction }
      rules:
        - name: 迟到
          for: dailyResult
          each: check
          when: check.outcome == 'late'
          payItem: { item: 迟到扣款, quantity: "1", rate: "10" }
        - name: 计提
          for: payPeriod
          each: group
          lines:
            - { debit: 管理费用, amount: group.amount }
            - { credit: 应付职工薪酬, amount: group.amount }
      vouchers:
        date: approved
        summary: "计提 {period.name}"
      """;

  private int books;

  /** The newest one is in force. */
  private void useRuleBook(String text) {
    fixture.inForce(text, LocalDate.EPOCH.plusDays(++books));
  }

  private static java.time.Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  private List<TranslateWork> askedOn(LocalDate day, int hour) {
    fixture.clock.advanceTo(at(day, hour));
    fixture.round();
    return fixture.events.drain().stream()
        .filter(work -> work instanceof TranslateWork.ClosePeriod)
        .toList();
  }

  private static List<TranslateWork> closing(YearMonth month) {
    return List.of(new TranslateWork.ClosePeriod(TENANT, month, "patrol"));
  }

  private void close(YearMonth month) {
    fixture.platform.payItems().close(TENANT, month, fixture.clock.instant(), "patrol");
  }

  private void accrued(YearMonth month) {
    fixture
        .platform
        .payItems()
        .booked(
            TENANT,
            List.of(
                PayItemSamples.overtime(TENANT, new DocumentId("A"), "u-1", month.atDay(1), "1")));
  }

  @Test
  void asksOnTheDayThatTheRuleBookNamesInTheTenantsZone() {
    assertEquals(List.of(), askedOn(LocalDate.of(2026, 4, 4), 23));
    assertEquals(closing(MARCH), askedOn(LocalDate.of(2026, 4, 5), 0));
  }

  @Test
  void asksOnceAndAgainOnlyIfTheMonthIsStillOpenADayLater() {
    assertEquals(closing(MARCH), askedOn(LocalDate.of(2026, 4, 5), 9));
    assertEquals(List.of(), askedOn(LocalDate.of(2026, 4, 5), 23));
    assertEquals(closing(MARCH), askedOn(LocalDate.of(2026, 4, 6), 9));
    close(MARCH);
    assertEquals(List.of(), askedOn(LocalDate.of(2026, 4, 8), 9));
  }

  @Test
  void leavesAMonthAloneThatAPersonHasClosed() {
    close(MARCH);
    assertEquals(List.of(), askedOn(LocalDate.of(2026, 4, 5), 9));
  }

  @Test
  void asksForTheEarliestOpenMonthFirst() {
    accrued(MARCH.minusMonths(1));
    accrued(MARCH);
    accrued(MARCH.plusMonths(1));
    assertEquals(closing(MARCH.minusMonths(1)), askedOn(LocalDate.of(2026, 4, 5), 9));
    close(MARCH.minusMonths(1));
    assertEquals(closing(MARCH), askedOn(LocalDate.of(2026, 4, 6), 10));
    close(MARCH);
    assertEquals(List.of(), askedOn(LocalDate.of(2026, 4, 8), 9));
  }

  @Test
  void leavesItToAPersonWhereTheRuleBookNamesNoDay() {
    useRuleBook(RULES + "  period: { sumBy: [department] }\n");
    fixture.clock.advance(Duration.ofMinutes(5));
    assertEquals(List.of(), askedOn(LocalDate.of(2026, 4, 5), 9));
  }
}
