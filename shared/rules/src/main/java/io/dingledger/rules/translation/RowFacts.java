package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.LookupTable;
import io.dingledger.rules.book.LookupTable.InputVat;
import io.dingledger.rules.book.RateTable;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Facts;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.expression.Worth;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a document and one of its rows say, and what the rule book's tables make of the row. */
final class RowFacts extends DocumentFacts {
  private static final String TAX = "line.tax";
  private static final String DATE = "line.date";
  private static final String UNTAXED = "line.untaxed";

  private final Book book;
  private final Where where;

  /**
   * The facts of a row.
   *
   * @param book whose tables apply
   * @param number the row's number, from 1
   * @param facts the document's and the row's facts by path
   */
  RowFacts(Book book, int number, Map<String, Fact> facts) {
    super(facts);
    this.book = book;
    this.where = Where.row(number);
  }

  @Override
  Where where() {
    return where;
  }

  @Override
  public Worth read(String path, Inputs inputs) {
    return book.derived().get(path) instanceof Derived.InputVatOf(LookupTable table)
        ? inputVat(table, inputs)
        : super.read(path, inputs);
  }

  private Worth inputVat(LookupTable table, Inputs inputs) {
    return switch (Lookups.row(table, this, where, inputs).inputVat()) {
      case InputVat.None none -> zero();
      case InputVat.Stated(Optional<Formula> when) ->
          holds(when, inputs) ? super.read(TAX, inputs) : zero();
      case InputVat.ByRate(RateTable rates, String key, Optional<Formula> when) ->
          holds(when, inputs) ? byRate(rates, key, inputs) : zero();
    };
  }

  private boolean holds(Optional<Formula> when, Inputs inputs) {
    return when.isEmpty() || when.get().evaluate(this, inputs, book.rounding()).holds();
  }

  /** A tax amount printed on the invoice beats any formula; a rate needs the day it is valid on. */
  private Worth byRate(RateTable rates, String key, Inputs inputs) {
    if (has(TAX)) {
      return super.read(TAX, inputs);
    }
    Value.Day day = (Value.Day) super.read(DATE, inputs).value();
    RateTable.Period period =
        rates
            .on(key, day.date())
            .orElseThrow(
                () ->
                    new CannotEvaluate(
                        Reason.of(
                            HoldReason.RATE_UNKNOWN,
                            where.chinese(),
                            where.english(),
                            rates.name(),
                            key,
                            day.date())));
    if (period.rate().isEmpty()) {
      return super.read(TAX, inputs);
    }
    Formula formula = has(UNTAXED) ? book.rateFormulas().partly() : book.rateFormulas().plain();
    return formula.evaluate(
        new WithRate(this, rates.name() + "." + key, period, period.rate().get()),
        inputs,
        book.rounding());
  }

  private static Worth zero() {
    return Worth.named("0", new Value.Decimal(BigDecimal.ZERO));
  }

  /** A row's facts and the rate that is valid for it. */
  private record WithRate(RowFacts row, String name, RateTable.Period period, BigDecimal rate)
      implements Facts {
    @Override
    public Worth read(String path, Inputs inputs) {
      if (!path.equals("rate")) {
        return row.read(path, inputs);
      }
      String until = period.until().map(Object::toString).orElse("…");
      inputs.add(
          name, rate.toPlainString(), "tables, " + name + ", " + period.from() + "–" + until);
      return Worth.named(name, new Value.Decimal(rate));
    }

    @Override
    public boolean has(String path) {
      return row.has(path);
    }
  }
}
