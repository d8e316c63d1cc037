package io.dingledger.rules.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.dingledger.rules.book.DecisionTable;
import io.dingledger.rules.book.DecisionTable.End;
import io.dingledger.rules.book.DecisionTable.Hit;
import io.dingledger.rules.book.DecisionTable.Row;
import io.dingledger.rules.book.DecisionTable.Test.Between;
import io.dingledger.rules.book.DecisionTable.Test.OneOf;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.TierTable;
import io.dingledger.rules.book.TierTable.Bound;
import io.dingledger.rules.book.TierTable.Tier;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What tiers and decisions are read as. */
class TablesReadingTest {
  private static final Duration WELL_UNDER_A_SECOND_ON_A_BUSY_MACHINE = Duration.ofSeconds(3);

  private static final String CITY_AND_DAYS = "city: journey.arrival, days: journey.days";

  private static Value number(String number) {
    return new Value.Decimal(new BigDecimal(number));
  }

  private static Optional<Bound> bound(String at, boolean inclusive) {
    return Optional.of(new Bound(new BigDecimal(at), inclusive));
  }

  private static ReadBooks.Read tiers(String rows) {
    return ReadBooks.withHead(
        "tables:\n  table:\n    type: tiers\n    of: leave.days\n    rows:\n" + rows);
  }

  private static TierTable tierTable(ReadBooks.Read read, String path) {
    assertEquals(List.of(), read.findings());
    return assertInstanceOf(Derived.TierColumn.class, read.derived(path)).table();
  }

  @Test
  void tiers_are_read_with_open_and_closed_ends_and_columns_of_every_type() {
    TierTable table =
        tierTable(
            tiers(
                """
                      - { upTo: -1.50, rate: 0.60, level: "1", paid: false }
                      - { above: -1.5, below: 4, rate: 1, level: A, paid: true }
                      - { from: 4, rate: 2, level: "C", paid: true }
                """),
            "table.rate");
    assertEquals(Set.of("leave.days"), table.of().fields());
    assertEquals(
        Map.of("rate", Type.DECIMAL, "level", Type.TEXT, "paid", Type.TRUTH), table.columns());
    assertEquals(
        List.of(
            new Tier(Optional.empty(), bound("-1.50", true), cells("0.60", "1", false)),
            new Tier(bound("-1.5", false), bound("4", false), cells("1", "A", true)),
            new Tier(bound("4", true), Optional.empty(), cells("2", "C", true))),
        table.tiers());
  }

  private static Map<String, Value> cells(String rate, String level, boolean paid) {
    return Map.of(
        "rate", number(rate), "level", new Value.Text(level), "paid", new Value.Truth(paid));
  }

  @Test
  void a_tier_may_be_one_number() {
    assertEquals(
        List.of(),
        tiers(
                "      - { below: 0, a: 1 }\n      - { from: 0, upTo: 0, a: 2 }\n      - { above: 0, a: 3 }\n")
            .findings());
  }

  @Test
  void a_decision_is_read_with_a_test_of_every_type() {
    ReadBooks.Read read =
        ReadBooks.withHead(
            """
            tables:
              table:
                type: decision
                hit: unique
                inputs: { city: journey.arrival, days: journey.days, abroad: journey.international, from: journey.starts }
                rows:
                  - { when: { city: [北京, 上海], days: ">=2 , < 10.5" }, then: { perDay: 120.00 } }
                  - { when: { city: 广州, days: 3, abroad: true, from: "> 2026-07-01" }, then: { perDay: 1 } }
                  - { when: { city: 深圳, from: 2026-07-01 }, then: { perDay: 2 } }
            """);
    assertEquals(List.of(), read.findings());
    DecisionTable table =
        assertInstanceOf(Derived.DecisionColumn.class, read.derived("table.perDay")).table();
    assertEquals(Hit.UNIQUE, table.hit());
    assertEquals(
        List.of("city", "days", "abroad", "from"),
        table.inputs().stream().map(DecisionTable.Input::name).toList());
    Value day = new Value.Day(LocalDate.of(2026, 7, 1));
    assertEquals(
        List.of(
            row(
                "120.00",
                texts("北京", "上海"),
                between(end("2", true), end("10.5", false)),
                none(),
                none()),
            row(
                "1",
                texts("广州"),
                Optional.of(new OneOf(List.of(number("3")))),
                Optional.of(new OneOf(List.of(new Value.Truth(true)))),
                between(Optional.of(new End(day, false)), Optional.empty())),
            row("2", texts("深圳"), none(), none(), Optional.of(new OneOf(List.of(day))))),
        table.rows());
  }

  @SafeVarargs
  private static Row row(String perDay, Optional<DecisionTable.Test>... tests) {
    return new Row(List.of(tests), Map.of("perDay", number(perDay)));
  }

  private static Optional<DecisionTable.Test> none() {
    return Optional.empty();
  }

  private static Optional<DecisionTable.Test> texts(String... texts) {
    return Optional.of(new OneOf(Arrays.stream(texts).<Value>map(Value.Text::new).toList()));
  }

  private static Optional<DecisionTable.Test> between(Optional<End> lower, Optional<End> upper) {
    return Optional.of(new Between(lower, upper));
  }

  private static Optional<End> end(String at, boolean inclusive) {
    return Optional.of(new End(number(at), inclusive));
  }

  @Test
  void tables_read_each_other_wherever_they_stand() {
    ReadBooks.Read read =
        ReadBooks.withHead(
            """
            tables:
              first:
                type: tiers
                of: second.value * wage.day
                rows: [ { from: 0, value: 1 } ]
              second:
                type: decision
                hit: first
                inputs: { level: byLevel.factor }
                rows: [ { when: { level: 1 }, then: { value: 2 } } ]
            multipliers: { byLevel: { key: third.level, factors: { A: 1 } } }
            rates: { wage: { per: day, rows: [ { everybody: true, from: 2026-01-01, amount: 1 } ] } }
            """
                .replace(
                    "multipliers:",
                    "  third: { type: tiers, of: leave.days, rows: [ { from: 0, level: A } ] }\n"
                        + "multipliers:"));
    assertEquals(List.of(), read.findings());
    assertEquals(Set.of("second.value", "wage.day"), read.derived("first.value").needs());
    assertEquals(Set.of("byLevel.factor"), read.derived("second.value").needs());
    assertEquals(Set.of("third.level"), read.derived("byLevel.factor").needs());
  }

  @Test
  void a_lookup_may_be_by_a_text_of_typed_documents_and_of_groups() {
    for (String key : List.of("leave.type", "group.departmentCode", "person.contract")) {
      ReadBooks.Read read =
          ReadBooks.withHead(
              """
              payItems: { 加班费: { unit: hour, sign: earning } }
              accounts: { 工资: { code: "2211" } }
              tables: { expense: { type: lookup, key: %s, rows: [ { match: A, account: 工资 } ] } }
              """
                  .formatted(key));
      assertEquals(List.of(), read.findings(), key);
    }
  }

  private static String thousand(IntFunction<String> row) {
    return IntStream.range(0, 1000).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void a_thousand_tiers_are_checked_quickly() {
    String rows = thousand(at -> "      - { from: " + at + ", below: " + (at + 1) + ", a: 1 }");
    assertTimeout(
        WELL_UNDER_A_SECOND_ON_A_BUSY_MACHINE,
        () -> assertEquals(1000, tierTable(tiers(rows), "table.a").tiers().size()));
  }

  @Test
  void a_thousand_decisions_are_checked_quickly_however_they_overlap() {
    for (String hit : List.of("first", "unique")) {
      String rows =
          thousand(
              at ->
                  "      - { when: { city: c%d, days: \">= %d, < %d\" }, then: { a: 1 } }"
                      .formatted(at, at % 7, at + 1));
      assertTimeout(
          WELL_UNDER_A_SECOND_ON_A_BUSY_MACHINE,
          () -> assertEquals(List.of(), decision(hit, CITY_AND_DAYS, rows).codes()));
    }
    String tangled =
        thousand(
            at ->
                "      - { when: { days: \">= %d, < %d\", city: [c%d, c%d], number: \"> %d\" }, then: { a: 1 } }"
                    .formatted(at % 13, at % 13 + 5, at % 31, at % 37, 1000 - at));
    assertTimeout(
        WELL_UNDER_A_SECOND_ON_A_BUSY_MACHINE,
        () -> decision("first", CITY_AND_DAYS + ", number: journey.number", tangled).codes());
  }

  private static ReadBooks.Read decision(String hit, String inputs, String rows) {
    return ReadBooks.withHead(
        """
        tables:
          table:
            type: decision
            hit: %s
            inputs: { %s }
            rows:
        """
                .formatted(hit, inputs)
            + rows);
  }
}
