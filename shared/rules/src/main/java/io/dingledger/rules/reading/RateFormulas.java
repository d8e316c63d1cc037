package io.dingledger.rules.reading;

import io.dingledger.rules.book.Book;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Vocabulary;
import java.util.Map;
import java.util.Set;

/** Makes the formulas by which a rate gives a tax amount. */
final class RateFormulas {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          Map.of("line.amount", Type.DECIMAL, "line.untaxed", Type.DECIMAL, "rate", Type.DECIMAL),
          Set.of(),
          Set.of());

  private RateFormulas() {}

  /** The formulas for amounts with this number of decimals. */
  static Book.RateFormulas of(int scale) {
    return new Book.RateFormulas(
        builtIn("round(line.amount / (1 + rate) * rate, " + scale + ")"),
        builtIn("round((line.amount - line.untaxed) / (1 + rate) * rate, " + scale + ")"));
  }

  private static Formula builtIn(String text) {
    return switch (Formula.read(text, VOCABULARY, Type.DECIMAL)) {
      case Formula.Read.Good(Formula formula) -> formula;
      case Formula.Read.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }
}
