package io.dingledger.rules.reading;

import io.dingledger.model.pay.PayUnit;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.PayRates.Per;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds pay items that count in one unit and are given quantities or rates of another. */
final class UnitChecks {
  private final Context context;

  UnitChecks(Context context) {
    this.context = context;
  }

  void check(List<Placed.OneRule> rules) {
    for (Placed.OneRule rule : rules) {
      if (rule.rule().making() instanceof Making.Pay pay) {
        Placed.PayWords words = rule.pay().orElseThrow();
        check(pay, words.quantity(), field(pay.quantity()).flatMap(UnitChecks::ofQuantity));
        words.rate().ifPresent(word -> check(pay, word, field(pay.rate()).flatMap(this::ofRate)));
      }
    }
  }

  private void check(Making.Pay pay, Word word, Optional<PayUnit> unit) {
    PayUnit wanted = pay.item().unit();
    unit.filter(found -> found != wanted)
        .ifPresent(
            found ->
                context
                    .findings()
                    .warn(
                        word.node(),
                        RuleFinding.UNIT_DIFFERS,
                        word.text(),
                        found.chinese(),
                        found.word(),
                        pay.item().name(),
                        wanted.chinese(),
                        wanted.word()));
  }

  /** Only what is a field and nothing else has a unit that is known. */
  private static Optional<String> field(Formula formula) {
    return formula.root() instanceof Expression.Path path
        ? Optional.of(path.name())
        : Optional.empty();
  }

  private static Optional<PayUnit> ofQuantity(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (PayUnit unit : PayUnit.values()) {
      if (name.endsWith(unit.word() + "s")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  private Optional<PayUnit> ofRate(String path) {
    return context.derived().get(path) instanceof Derived.RateOf rate
        ? switch (rate.per()) {
          case Per.DAY -> Optional.of(PayUnit.DAY);
          case Per.HOUR -> Optional.of(PayUnit.HOUR);
          case Per.MONTH -> Optional.empty();
        }
        : Optional.empty();
  }
}
