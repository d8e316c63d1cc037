package io.dingledger.rules.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Explanation.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static Explanation explained(
      String arithmetic, String rounding, String result, Input... inputs) {
    return new Explanation(
        "规则", "v1", List.of(inputs), arithmetic, rounding, Money.of(result, "CNY"));
  }

  private static Input input(String name, String value) {
    return new Input(name, value, "a test");
  }

  @Test
  void values_stand_beside_their_names() {
    Sentence sentence =
        Sentence.of(
            explained(
                "day.hours * overtimeFactor.factor * wage.hour",
                "HALF_UP 2",
                "150.00",
                input("day.hours", "2"),
                input("overtimeFactor.factor", "1.5"),
                input("wage.hour", "50.00")));
    assertEquals(
        "150.00 = 2（当日小时 day.hours） × 1.5（overtimeFactor.factor） × 50.00（wage.hour）",
        sentence.chinese());
    assertEquals(
        "150.00 = 2 (hours that day, day.hours) × 1.5 (overtimeFactor.factor)"
            + " × 50.00 (wage.hour)",
        sentence.english());
  }

  @Test
  void what_was_rounded_away_is_shown() {
    Sentence sentence =
        Sentence.of(explained("-(a + 1) / 3", "HALF_UP 2", "-1.67", input("a", "4")));
    assertEquals("-1.67 = −(4（a） + 1) ÷ 3 = -1.666666…，四舍五入到 2 位小数", sentence.chinese());
    assertEquals(
        "-1.67 = −(4 (a) + 1) ÷ 3 = -1.666666…, rounded half up to 2 decimals", sentence.english());
  }

  @Test
  void functions_are_told_in_words() {
    assertEquals(
        "2.00 = 较小者(2（a）, 满年数(2020-01-01（person.hiredOn）, date('2026-01-01')))"
            .replace("person.hiredOn", "入职日期 person.hiredOn"),
        Sentence.of(
                explained(
                    "min(a, years(person.hiredOn, date('2026-01-01')))",
                    "HALF_UP 2",
                    "2.00",
                    input("a", "2"),
                    input("person.hiredOn", "2020-01-01")))
            .chinese());
  }

  @Test
  void what_cannot_be_followed_stands_as_it_is() {
    assertEquals("1.00 = 1 # 2", Sentence.of(explained("1 # 2", "HALF_UP 2", "1.00")).chinese());
  }
}
