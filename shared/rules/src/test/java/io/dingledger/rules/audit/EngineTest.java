package io.dingledger.rules.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Vocabulary;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the engine calculates, the recomputation finds the same from the explanation alone. */
class EngineTest {
  private static final int ROUNDS = 4_000;
  private static final List<RoundingMode> ROUNDINGS =
      List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);
  private static final Map<String, Value> FIELDS =
      Map.of(
          "line.amount", new Value.Decimal(new BigDecimal("1140.00")),
          "line.tax", new Value.Decimal(new BigDecimal("-0.37")),
          "病假工资.rate", new Value.Decimal(new BigDecimal("0.6")),
          "day.hours", new Value.Decimal(new BigDecimal("2.5")),
          "line.note", new Value.Text("出差\"二\"天"));

  private final Random random = new Random(20260401);

  @Test
  void invented_formulas_are_recomputed_to_the_last_digit() {
    int agreed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      RoundingMode rounding = ROUNDINGS.get(random.nextInt(ROUNDINGS.size()));
      String source = number(4);
      Inputs inputs = new Inputs();
      Worth worth;
      try {
        worth = formula(source).evaluate(facts(), inputs, rounding);
      } catch (CannotEvaluate divisionByZero) {
        continue;
      }
      Money amount = Money.rounded(worth.number(), "CNY", rounding);
      Explanation explanation =
          new Explanation("规则", "v1", inputs.inputs(), worth.text(), rounding + " 2", amount);
      assertEquals(new Verdict.Agrees(), Recomputation.of(explanation), source);
      assertEquals(
          0,
          worth.number().compareTo(Recomputation.unrounded(explanation).orElseThrow()),
          source + " → " + worth.text());
      agreed++;
    }
    assertTrue(agreed > ROUNDS / 2, "only " + agreed);
  }

  private String number(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(11)) {
      case 0 -> number(depth - 1) + " + " + number(depth - 1);
      case 1 -> number(depth - 1) + " - (" + number(depth - 1) + ")";
      case 2 -> "(" + number(depth - 1) + ") * " + leaf();
      case 3 -> "(" + number(depth - 1) + ") / (" + number(depth - 1) + ")";
      case 4 -> "min(" + number(depth - 1) + ", " + number(depth - 1) + ")";
      case 5 -> "max(" + number(depth - 1) + ", " + number(depth - 1) + ")";
      case 6 -> "round(" + number(depth - 1) + ", " + random.nextInt(4) + ")";
      case 7 -> "abs(" + number(depth - 1) + ")";
      case 8 -> "-(" + number(depth - 1) + ")";
      case 9 ->
          "("
              + (number(depth - 1) + " < " + number(depth - 1))
              + " ? "
              + (number(depth - 1) + " : " + number(depth - 1))
              + ")";
      default -> leaf();
    };
  }

  private String leaf() {
    return switch (random.nextInt(7)) {
      case 0 -> "line.amount";
      case 1 -> "line.tax";
      case 2 -> "病假工资.rate";
      case 3 -> "day.hours";
      case 4 -> "size(line.note + '\\'天')";
      case 5 -> String.valueOf(random.nextInt(30));
      default -> BigDecimal.valueOf(random.nextInt(10_000), 3).toPlainString();
    };
  }

  private static Formula formula(String source) {
    Vocabulary vocabulary =
        new Vocabulary(
            Map.of(
                "line.amount", Type.DECIMAL,
                "line.tax", Type.DECIMAL,
                "病假工资.rate", Type.DECIMAL,
                "day.hours", Type.DECIMAL,
                "line.note", Type.TEXT),
            Set.of(),
            Set.of());
    return switch (Formula.read(source, vocabulary, Type.DECIMAL)) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad(var mistakes) -> throw new AssertionError(source + ": " + mistakes);
    };
  }

  private static Facts facts() {
    return new Facts() {
      @Override
      public Worth read(String path, Inputs inputs) {
        Value value = FIELDS.get(path);
        inputs.add(path, value.plain(), "a test");
        return Worth.named(path, value);
      }

      @Override
      public boolean has(String path) {
        return true;
      }
    };
  }
}
