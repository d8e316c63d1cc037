package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.book.DecisionTable;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.Multiplier;
import io.dingledger.rules.book.TierTable;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * Evaluates what a book makes of a document's fields. What goes into it becomes an input as well as
 * what comes out, with the row or tier that gave it, so that it can be looked up again by hand.
 */
final class Derivations {
  private Derivations() {}

  /**
   * A derived value at a place.
   *
   * @throws CannotEvaluate when nothing of the table, the multiplier or the rates applies, or when
   *     what they are made of cannot be read
   */
  static Worth worth(Derived derived, Place place, Inputs inputs) {
    return switch (derived) {
      case Derived.InputVatOf(LookupTable table) -> InputVats.worth(table, place, inputs);
      case Derived.TierColumn(TierTable table, String column) ->
          tier(derived.path(), table, column, place, inputs);
      case Derived.DecisionColumn(DecisionTable table, String column) ->
          decision(derived.path(), table, column, place, inputs);
      case Derived.FactorOf(Multiplier multiplier) ->
          factor(derived.path(), multiplier, place, inputs);
      case Derived.RateOf rate -> Rates.worth(rate, place, inputs);
    };
  }

  private static Worth tier(
      String path, TierTable table, String column, Place place, Inputs inputs) {
    Worth of = table.of().evaluate(place, inputs, place.book().rounding());
    BigDecimal number = of.number();
    TierTable.Tier tier =
        Tiers.holding(table, number)
            .orElseThrow(
                () ->
                    cannot(
                        PayReason.TIER_OUTSIDE,
                        place,
                        table.name(),
                        table.of().source(),
                        number.toPlainString()));
    String origin =
        "tables, "
            + table.name()
            + ", tier "
            + Tiers.words(tier)
            + ", of "
            + of.text()
            + " = "
            + number.toPlainString();
    return kept(path, tier.cells().get(column), origin, inputs);
  }

  private static Worth decision(
      String path, DecisionTable table, String column, Place place, Inputs inputs) {
    Decision decision = new Decision(table, place, inputs);
    OptionalInt found = decision.row();
    String given = decision.inputsInWords();
    if (found.isEmpty()) {
      throw cannot(PayReason.DECISION_UNKNOWN, place, table.name(), given);
    }
    int row = found.getAsInt();
    String origin = "tables, " + table.name() + ", row " + (row + 1);
    return kept(
        path,
        table.rows().get(row).cells().get(column),
        given.isEmpty() ? origin : origin + ", for " + given,
        inputs);
  }

  private static Worth factor(String path, Multiplier multiplier, Place place, Inputs inputs) {
    String key = place.read(multiplier.key(), inputs).value().plain();
    BigDecimal factor = multiplier.factors().get(key);
    if (factor == null) {
      throw cannot(PayReason.FACTOR_UNKNOWN, place, multiplier.name(), FieldReader.shown(key));
    }
    String origin = "multipliers, " + multiplier.name() + ", " + key;
    return kept(path, new Value.Decimal(factor), origin, inputs);
  }

  private static Worth kept(String path, Value value, String origin, Inputs inputs) {
    inputs.add(path, value, origin);
    return Worth.named(path, value);
  }

  private static CannotEvaluate cannot(PayReason why, Place place, Object... more) {
    Object[] arguments = new Object[2 + more.length];
    arguments[0] = place.where().chinese();
    arguments[1] = place.where().english();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return new CannotEvaluate(Reason.of(why, arguments));
  }
}
