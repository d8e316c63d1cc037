package io.dingledger.rules.expression;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields that expressions in tests may read. */
final class Samples {
  static final Map<String, Value> VALUES =
      Map.ofEntries(
          Map.entry("a", number("10.00")),
          Map.entry("b", number("3")),
          Map.entry("zero", number("0")),
          Map.entry("huge", number("1E+2000000000")),
          Map.entry("fine", number("1E-2000000000")),
          Map.entry("t", new Value.Text("报销ab")),
          Map.entry("long", new Value.Text("长".repeat(9_999))),
          Map.entry("yes", new Value.Truth(true)),
          Map.entry("d", day("2026-03-31")),
          Map.entry("leap", day("2024-02-29")),
          Map.entry("never", new Value.Day(LocalDate.MAX)),
          Map.entry("nap", new Value.Elapsed(Duration.ofMinutes(150))),
          Map.entry("ages", new Value.Elapsed(Duration.ofSeconds(Long.MAX_VALUE))),
          Map.entry("gone", number("1")));
  static final Vocabulary VOCABULARY =
      new Vocabulary(
          VALUES.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().type())),
          Set.of(),
          Set.of());

  static final Facts FACTS =
      new Facts() {
        @Override
        public Worth read(String path, Inputs inputs) {
          if (path.equals("gone")) {
            throw new CannotEvaluate(Reason.of(HoldReason.FIELD_MISSING, "", "gone", ""));
          }
          inputs.add(path, VALUES.get(path), "test");
          return Worth.named(path, VALUES.get(path));
        }

        @Override
        public boolean has(String path) {
          return !path.equals("zero") && !path.equals("gone");
        }
      };

  private Samples() {}

  private static Value number(String text) {
    return new Value.Decimal(new BigDecimal(text));
  }

  private static Value day(String text) {
    return new Value.Day(LocalDate.parse(text));
  }

  static Formula formula(String text) {
    return assertInstanceOf(
            Formula.Read.Good.class,
            Formula.read(text, VOCABULARY),
            () -> text + ": " + Formula.read(text, VOCABULARY))
        .formula();
  }

  static Worth worth(String text) {
    return formula(text).evaluate(FACTS, new Inputs(), RoundingMode.HALF_UP);
  }

  static String plain(String text) {
    return worth(text).value().plain();
  }

  static List<Mistake> mistakes(String text) {
    return assertInstanceOf(Formula.Read.Bad.class, Formula.read(text, VOCABULARY), text)
        .mistakes();
  }

  /** Why an expression that was accepted cannot be evaluated. */
  static Reason why(String text) {
    Formula formula = formula(text);
    return assertThrows(
            CannotEvaluate.class,
            () -> formula.evaluate(FACTS, new Inputs(), RoundingMode.HALF_UP),
            text)
        .reason();
  }
}
