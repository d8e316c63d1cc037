package io.dingledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The time to check a book grows with its length, not with its length times itself. */
class LargeBooksTest {
  /** Far more than is needed; what grows by the square of 5,000 takes longer. */
  private static final Duration LONG = Duration.ofSeconds(60);

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Rules that each wait for their own kind of expense. */
  private static String withRules(int count) {
    String rules =
        lines(
            count,
            number ->
                """
                  - name: 补记 %1$d
                    for: expenseClaim
                    each: line
                    when: line.note == 'N%1$d' && line.amount > %1$d
                    lines:
                      - { debit: 差旅费, amount: line.amount }
                      - { credit: 进项税额, amount: line.amount }
                """
                    .formatted(number)
                    .stripTrailing());
    return Books.small().replace("vouchers:\n", rules + "vouchers:\n");
  }

  @Test
  void five_thousand_rules() {
    String book = withRules(5_000);
    Assertions.assertTimeout(LONG, () -> assertEquals(List.of(), Books.findings(book)));
  }

  @Test
  void five_thousand_mistakes() {
    String book = withRules(5_000).replace("debit: 差旅费, amount", "debit: 差旅飞, amount");
    Assertions.assertTimeout(LONG, () -> assertEquals(5_000, Books.findings(book).size()));
  }

  @Test
  void five_thousand_rules_that_do_the_same() {
    String book = withRules(5_000).replaceAll("when: line.note == .*", "when: line.note == 'N'");
    Assertions.assertTimeout(LONG, () -> assertEquals(4_999, Books.findings(book).size()));
  }

  @Test
  void a_thousand_tiers() {
    String rows =
        lines(
            1_000,
            number ->
                "      - { from: %d, below: %d, rate: 0.%03d }"
                    .formatted(number, number + 1, number));
    String pay = Books.workedText("pay");
    String tiers = pay.replaceAll("(?s)( {6}- \\{ below: 2, .*?from: 4, rate: 1 }\n)", rows);
    assertFalse(tiers.contains("below: 2, rate: 0.6"));
    Assertions.assertTimeout(LONG, () -> assertEquals(List.of(), Books.findings(tiers)));
  }

  @Test
  void a_thousand_holds_and_pay_items() {
    String holds =
        lines(
            1_000,
            number ->
                "  - { for: overtime, when: overtime.hours > %d, reason: 第 %d 条 }"
                    .formatted(2_000 - number, number));
    String items =
        lines(
            1_000, number -> "  项目%1$d: { code: P%1$d, unit: time, sign: none }".formatted(number));
    String rules =
        lines(
            1_000,
            number ->
                "  - { name: 计数%1$d, for: dailyResult, payItem: { item: 项目%1$d, quantity: \"1\" } }"
                    .formatted(number));
    String book =
        Books.workedText("pay")
            .replace("hold:\n", "hold:\n" + holds)
            .replace("payItems:\n", "payItems:\n" + items)
            .replace("rules:\n", "rules:\n" + rules);
    Assertions.assertTimeout(LONG, () -> assertEquals(List.of(), Books.findings(book)));
  }
}
