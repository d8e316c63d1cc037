package io.dingledger.rules.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions mean. */
class FormulaTest {
  private static final Map<String, Value> VALUES =
      Map.of(
          "a", new Value.Decimal(new BigDecimal("10.00")),
          "b", new Value.Decimal(new BigDecimal("3")),
          "zero", new Value.Decimal(BigDecimal.ZERO),
          "t", new Value.Text("报销ab"),
          "yes", new Value.Truth(true),
          "d", new Value.Day(LocalDate.parse("2026-03-31")));
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          VALUES.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().type())),
          Set.of(),
          Set.of());

  private static final Facts FACTS =
      new Facts() {
        @Override
        public Worth read(String path, Inputs inputs) {
          inputs.add(path, VALUES.get(path).plain(), "test");
          return Worth.named(path, VALUES.get(path));
        }

        @Override
        public boolean has(String path) {
          return !path.equals("zero");
        }
      };

  private static Worth worth(String text) {
    Formula formula =
        assertInstanceOf(
                Formula.Read.Good.class,
                Formula.read(text, VOCABULARY),
                () -> text + ": " + Formula.read(text, VOCABULARY))
            .formula();
    return formula.evaluate(FACTS, new Inputs(), RoundingMode.HALF_UP);
  }

  private static List<Mistake> mistakes(String text) {
    return assertInstanceOf(Formula.Read.Bad.class, Formula.read(text, VOCABULARY), text)
        .mistakes();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 + 2 * 3 | 7",
        "(1 + 2) * 3 | 9",
        "10 - 4 - 3 | 3",
        "-a + 1 | -9.00",
        "--b | 3",
        "a / b | 3.333333333333333333333333333333333",
        "round(a / b, 2) | 3.33",
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
      })
  void gives(String text, String expected) {
    assertEquals(expected, worth(text).value().plain());
  }

  @Nested
  class The_arithmetic_of_an_explanation {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "a - (b - 1) | a - (b - 1)",
          "(a - b) - 1 | a - b - 1",
          "(a + b) * 2 | (a + b) * 2",
          "a / (b * 2) | a / (b * 2)",
          "-(a + b) | -(a + b)",
          "a > b ? a - b : b - a | a - b",
        })
    void keeps_the_meaning_and_drops_what_was_not_taken(String text, String expected) {
      assertEquals(expected, worth(text).text());
    }

    @Test
    void names_what_was_read_and_nothing_that_was_not() {
      Inputs inputs = new Inputs();
      Formula formula =
          ((Formula.Read.Good) Formula.read("a > 5 || b > 1 ? a : zero", VOCABULARY)).formula();
      formula.evaluate(FACTS, inputs, RoundingMode.HALF_UP);
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

  @Test
  void every_mistake_of_meaning_is_found_with_its_place() {
    assertEquals(
        List.of(0, 8, 18),
        mistakes("nothing+nobody > (t > 1 ? 1 : 2)").stream().map(Mistake::at).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
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
        "d + 1 | 0",
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

  @Test
  void random_texts_never_crash_the_parser() {
    Random random = new Random(7);
    List<String> words =
        List.of(
            "a", "t", "d", "1", "2.5", "'x'", "+", "-", "*", "/", "(", ")", "?", ":", "in", "[",
            "]", ",", ".", "size", "round", "&&", "!", "==", "<", "has", "\"", "\\", "中");
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      if (Formula.read(text.toString(), VOCABULARY) instanceof Formula.Read.Good(Formula good)) {
        try {
          good.evaluate(FACTS, new Inputs(), RoundingMode.HALF_UP);
        } catch (CannotEvaluate divisionByZero) {
          assertTrue(text.indexOf("/") >= 0, text.toString());
        }
      }
    }
  }
}
