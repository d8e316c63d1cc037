package io.dingledger.rules.expression;

import static io.dingledger.rules.expression.Samples.mistakes;
import static io.dingledger.rules.expression.Samples.worth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions mean. */
class FormulaTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "10 - 4 - 3 | 3",
        "-a + 1 | -9.00",
        "--b | 3",
        "a / b | 3.333333333333333333333333333333333",
        "round(a / b, 2) | 3.33",
        "a / b * 3 | 10",
        "a / b * 3 == a && floor(a / b * b) == 10 | true",
        "2 * 1.5 * (8700.29 / 21.75 / 8) | 150.005",
        "round(33 * (8752.20 / 21.75 / 8 / 60), 2) | 27.67",
        "1.7 - 1 / 3 - 1 / 3 - 1 / 3 | 0.7",
        "12345678901234567.000000001 * 1.000000000000001 | 12345678901234579.345678902234567000000001",
        "round(2.345, 2) | 2.35",
        "round(-2.345, 2) | -2.35",
        "abs(-1.5) | 1.5",
        "min(a, b) | 3",
        "max(a, b) | 10.00",
        "0.1 + 0.2 | 0.3",
        "0.1 + 0.2 == 0.30 | true",
        "a == 10 | true",
        "a != 10.000 | false",
        "b < a && a <= 10 | true",
        "!yes | false",
        "b in [1, 2, 3.0] | true",
        "t in [\"x\", \"报销ab\"] | true",
        "a > b ? 1 : 2 | 1",
        "a < b ? 1 : a < 5 ? 2 : 3 | 3",
        "t.contains(\"销\") | true",
        "t.startsWith(\"报\") && t.endsWith(\"b\") | true",
        "size(t) + t.size() | 8",
        "t + \"!\" | 报销ab!",
        "d < date(\"2026-04-01\") | true",
        "d == date(\"2026-03-31\") | true",
        "has(a) && !has(zero) | true",
        "\"\\u62a5\\n\" == \"报\\n\" | true",
        "true == yes | true",
        "7.5 % 2 | 1.5",
        "-7 % 3 | -1",
        "a - b % 2 * 4 | 6.00",
        "floor(2.7) + floor(-2.1) | -1",
        "ceil(2.1) + ceil(-2.9) | 1",
        "ceilTo(2.1, 0.5) | 2.5",
        "ceilTo(2.5, 0.5) | 2.5",
        "floorTo(2.9, 0.5) | 2.5",
        "floorTo(-0.1, 0.5) | -0.5",
        "ceilTo(121, 30) | 150",
        "b in [-1, 3] | true",
        "-b in [-3] | true",
        "d in [date('2026-03-30'), date('2026-03-31')] | true",
      })
  void gives(String text, String expected) {
    assertEquals(expected, worth(text).value().plain());
  }

  @Nested
  class The_arithmetic_of_an_explanation {
    @ParameterizedTest
    @CsvSource(
        delimiterString = " | ",
        quoteCharacter = '~',
        value = {
          "a - (b - 1) | a - (b - 1)",
          "(a - b) - 1 | a - b - 1",
          "(a + b) * 2 | (a + b) * 2",
          "a / (b * 2) | a / (b * 2)",
          "-(a + b) | -(a + b)",
          "a > b ? a - b : b - a | a - b",
          "a - (a > b ? b - 1 : b) | a - (b - 1)",
          "yes || a > b | yes",
          "!yes || a > b | !yes || a > b",
          "yes && (a > b && !yes) | yes && (a > b && !yes)",
          "(a + b) % 2 | (a + b) % 2",
          "floor(a / b) | floor(a / b)",
          "floorTo(a, 0.5) | floorTo(a, 0.5)",
          "(t + 'x').contains('x') | (t + 'x').contains('x')",
          "size(t) | size(t)",
          "has(a) ? a : b | a",
          "b in [-1, 3] | b in [-1, 3]",
          "d in [date('2026-03-31')] | d in [date('2026-03-31')]",
          "d - date('2026-03-01') | d - date('2026-03-01')",
          "addDays(d, 1) | addDays(d, 1)",
          "years(d, d) | years(d, d)",
        })
    void keeps_the_meaning_and_drops_what_was_not_taken(String text, String expected) {
      assertEquals(expected, worth(text).text());
    }

    @Test
    void names_what_was_read_and_nothing_that_was_not() {
      Inputs inputs = new Inputs();
      Formula formula =
          ((Formula.Read.Good) Formula.read("a > 5 || b > 1 ? a : zero", Samples.VOCABULARY))
              .formula();
      formula.evaluate(Samples.FACTS, inputs, RoundingMode.HALF_UP);
      assertEquals(List.of("a"), inputs.inputs().stream().map(input -> input.name()).toList());
    }
  }

  @Test
  void either_of_two_conditions_is_enough() {
    assertEquals("true", worth("a < b || yes").value().plain());
  }

  @Test
  void division_by_zero_cannot_be_evaluated() {
    CannotEvaluate why = assertThrows(CannotEvaluate.class, () -> worth("a / (zero * b)"));
    assertTrue(why.reason().english().contains("“a / (zero * b)” divides by zero"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "t = 'x' | “= → ==”",
        "yes and yes | “and → &&”",
        "yes or yes | “or → ||”",
        "t == ‘x’ | “‘ → '”",
        "a ＞ b | “＞ → >”",
        "min（a, b） | “（ → (”",
        "min(a，b) | “， → ,”",
        "a ≥ b | “≥ → >=”",
        "t == 招待费用 | “招待费用” (→ '招待费用'?)",
      })
  void a_slip_is_told_with_what_was_meant(String text, String told) {
    String english = mistakes(text).getFirst().reason().english();
    assertTrue(english.contains(told), english);
  }

  @Test
  void every_mistake_of_meaning_is_found_with_its_place() {
    assertEquals(
        List.of(0, 8, 18),
        mistakes("nothing+nobody > (t > 1 ? 1 : 2)").stream().map(Mistake::at).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "1 + | 3",
        "(1 | 2",
        "1 2 | 2",
        "t.x | 0",
        "a b | 2",
        "'x | 0",
        "\"\\q\" | 1",
        "1.5.2 | 4",
        "a & b | 2",
        "a = b | 2",
        "a in b | 5",
        "12a | 2",
        "round(1) | 0",
        "t + 1 | 4",
        "d + 1 | 4",
        "t < t | 0",
        "yes ? 1 : t | 10",
        "!a | 1",
        "-t | 1",
        "1 in ['x'] | 6",
        "foo(1) | 0",
        "1.foo() | 2",
        "has(1) | 0",
        "a.b.c | 0",
        "\"\\u12\" | 1"
      })
  void a_mistake_is_found_at_its_place(String text, int at) {
    assertEquals(at, mistakes(text).getFirst().at(), () -> mistakes(text).toString());
  }

  @Test
  void long_chains_are_evaluated_and_deep_nests_refused() {
    assertEquals("60", worth("1" + "+1".repeat(59)).value().plain());
    for (String deep :
        List.of(
            "(".repeat(500),
            "-".repeat(500) + "1",
            "!".repeat(999),
            "1+".repeat(70) + "1",
            "1+".repeat(1001))) {
      assertEquals("BOOK-EXPRESSION-TOO-LARGE", mistakes(deep).getFirst().reason().code(), deep);
    }
  }
}
