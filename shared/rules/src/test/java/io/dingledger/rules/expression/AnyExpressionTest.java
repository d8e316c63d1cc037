package io.dingledger.rules.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.voucher.Explanation.Input;
import io.dingledger.rules.HoldReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Any text whatever is refused with its mistakes, or is evaluated to its type, or cannot be
 * evaluated for one of the known reasons; the same each time, and without much memory. More rounds:
 * {@code -Ddingledger.fuzz.rounds=1000000}; other texts: {@code -Ddingledger.fuzz.seed=2}.
 */
class AnyExpressionTest {
  private static final int ROUNDS = Integer.getInteger("dingledger.fuzz.rounds", 6_000);
  private static final long SEED = Long.getLong("dingledger.fuzz.seed", 7L);
  private static final Set<String> REASONS =
      Set.of(
          HoldReason.FIELD_MISSING.code(),
          HoldReason.EXPRESSION_FAILED.code(),
          HoldReason.RESULT_TOO_LARGE.code(),
          HoldReason.DAYS_NOT_WHOLE.code());
  private static final List<String> WORDS =
      List.of(
          "a",
          "b",
          "zero",
          "t",
          "d",
          "nap",
          "yes",
          "gone",
          "1",
          "2.5",
          "'x'",
          "+",
          "-",
          "*",
          "/",
          "%",
          "(",
          ")",
          "?",
          ":",
          "in",
          "[",
          "]",
          ",",
          ".",
          "size",
          "round",
          "floorTo",
          "years",
          "addDays",
          "duration",
          "date",
          "'2026-03-31'",
          "'2h'",
          "&&",
          "||",
          "!",
          "==",
          "<",
          "has",
          "\"",
          "'''",
          "r'",
          "\\",
          "\\u",
          "中",
          "𠮷",
          " ",
          "\n",
          "1e9",
          "\u0000",
          "\ud800",
          "//");

  private final Random random = new Random(SEED);
  private final Grammar grammar = new Grammar(random);
  private int accepted;
  private int evaluated;

  @Test
  void built_by_the_grammar_is_accepted_and_gives_its_type() {
    for (int round = 0; round < ROUNDS; round++) {
      Type type = Type.values()[random.nextInt(Type.values().length)];
      String text = grammar.expression(type, 5);
      Formula.Read read = Formula.read(text, Samples.VOCABULARY);
      if (read instanceof Formula.Read.Bad(List<Mistake> mistakes)) {
        assertTrue(text.length() > Parser.LONGEST || isTooDeep(mistakes), text + mistakes);
      } else {
        assertEquals(type, ((Formula.Read.Good) read).formula().type(), text);
      }
      check(text);
    }
    assertTrue(evaluated > ROUNDS / 4, evaluated + " of " + ROUNDS);
    assertTrue(accepted - evaluated > ROUNDS / 50, (accepted - evaluated) + " of " + ROUNDS);
  }

  private static boolean isTooDeep(List<Mistake> mistakes) {
    return mistakes.getFirst().reason().code().equals("BOOK-EXPRESSION-TOO-LARGE");
  }

  @Test
  void built_by_the_grammar_and_damaged_never_crashes() {
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(grammar.expression(Type.DECIMAL, 4));
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        damage(text);
      }
      check(text.toString());
    }
    assertTrue(accepted > ROUNDS / 50, accepted + " of " + ROUNDS);
  }

  private void damage(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(4)) {
      case 0 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      case 2 -> text.insert(at, (char) random.nextInt(Character.MAX_VALUE + 1));
      default -> text.append(text.substring(at));
    }
  }

  @Test
  void of_random_words_never_crashes() {
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(14); length >= 0; length--) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
      }
      check(text.toString());
    }
    assertTrue(accepted > 0);
  }

  @Test
  void of_random_bytes_never_crashes() {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      check(new String(bytes, StandardCharsets.UTF_8));
      check(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void of_one_word_repeated_to_the_limit_never_crashes() {
    for (String word : WORDS) {
      check(word.repeat(2000 / word.length()));
      check(word.repeat(2000 / word.length()) + "1");
      check("1" + word.repeat(1999 / word.length()));
      check(("(" + word).repeat(2000 / (word.length() + 1)));
    }
  }

  private void check(String text) {
    switch (Formula.read(text, Samples.VOCABULARY)) {
      case Formula.Read.Bad(List<Mistake> mistakes) -> {
        assertFalse(mistakes.isEmpty(), text);
        for (Mistake mistake : mistakes) {
          assertTrue(mistake.at() >= 0 && mistake.at() <= text.length(), text + mistake);
        }
      }
      case Formula.Read.Good(Formula formula) -> {
        accepted++;
        outcome(formula);
      }
    }
  }

  /** With or without inputs, now or later: the outcome is one and the same. */
  private void outcome(Formula formula) {
    Inputs inputs = new Inputs();
    try {
      Worth worth = formula.evaluate(Samples.FACTS, inputs, RoundingMode.HALF_EVEN);
      evaluated++;
      assertEquals(formula.type(), worth.value().type(), formula.source());
      assertEquals(worth.value(), formula.value(Samples.FACTS, RoundingMode.HALF_EVEN));
      bounded(worth, formula.source());
      Set<String> read = inputs.inputs().stream().map(Input::name).collect(Collectors.toSet());
      assertTrue(formula.fields().containsAll(read), formula.source());
      explained(worth, read);
    } catch (CannotEvaluate why) {
      assertTrue(REASONS.contains(why.reason().code()), formula + ": " + why.reason());
      assertTrue(why.reason().english().length() < 3 * Parser.LONGEST, formula.source());
    }
  }

  private static void bounded(Worth worth, String source) {
    if (worth.value() instanceof Value.Decimal(BigDecimal number)) {
      assertTrue(number.toPlainString().length() <= 2 * Limit.MOST_DIGITS + 13, source);
    }
    if (worth.value() instanceof Value.Text(String text)) {
      assertTrue(text.length() <= Limit.LONGEST_TEXT, source);
    }
  }

  /** What an explanation says is itself an expression: over what was read, with the same value. */
  private static void explained(Worth worth, Set<String> read) {
    Formula again = Samples.formula(worth.text());
    Worth repeated = again.evaluate(Samples.FACTS, new Inputs(), RoundingMode.HALF_EVEN);
    assertEquals(worth.value(), repeated.value(), worth.text());
    assertEquals(worth.text(), repeated.text());
    List<String> unread = new ArrayList<>(again.fields());
    unread.removeAll(read);
    unread.removeIf(name -> worth.text().contains("has(" + name + ")"));
    assertEquals(List.of(), unread, worth.text());
  }
}
