package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
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
import java.util.Optional;

/** Finds the deductible input VAT of a row (facts H3). */
final class InputVats {
  private static final String TAX = "line.tax";
  private static final String DATE = "line.date";
  private static final String UNTAXED = "line.untaxed";

  private InputVats() {}

  static Worth worth(LookupTable table, Place row, Inputs inputs) {
    return switch (Lookups.row(table, row, inputs).inputVat()) {
      case InputVat.None none -> zero();
      case InputVat.Stated(Optional<Formula> when) ->
          holds(when, row, inputs) ? row.read(TAX, inputs) : zero();
      case InputVat.ByRate(RateTable rates, String key, Optional<Formula> when) ->
          holds(when, row, inputs) ? byRate(rates, key, row, inputs) : zero();
    };
  }

  private static boolean holds(Optional<Formula> when, Place row, Inputs inputs) {
    return when.isEmpty() || when.get().evaluate(row, inputs, row.book().rounding()).holds();
  }

  /** A tax amount printed on the invoice beats any formula; a rate needs the day it is valid on. */
  private static Worth byRate(RateTable rates, String key, Place row, Inputs inputs) {
    if (row.has(TAX)) {
      return row.read(TAX, inputs);
    }
    Value.Day day = (Value.Day) row.read(DATE, inputs).value();
    RateTable.Period period =
        rates
            .on(key, day.date())
            .orElseThrow(
                () ->
                    new CannotEvaluate(
                        Reason.of(
                            HoldReason.RATE_UNKNOWN,
                            row.where().chinese(),
                            row.where().english(),
                            rates.name(),
                            key,
                            day.date())));
    if (period.rate().isEmpty()) {
      return row.read(TAX, inputs);
    }
    Formula formula =
        row.has(UNTAXED) ? row.book().rateFormulas().partly() : row.book().rateFormulas().plain();
    return formula.evaluate(
        new WithRate(row, rates.name() + "." + key, period, period.rate().get()),
        inputs,
        row.book().rounding());
  }

  private static Worth zero() {
    return Worth.named("0", new Value.Decimal(BigDecimal.ZERO));
  }

  /** A row's facts and the rate that is valid for it. */
  private record WithRate(Place row, String name, RateTable.Period period, BigDecimal rate)
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
