package io.dingledger.rules.book;

import io.dingledger.rules.expression.Type;
import java.util.Set;

/**
 * A value that the rule book itself makes of a document's fields. Expressions read it by its path
 * wherever all that it needs can be read.
 */
public sealed interface Derived {
  /** How expressions read it, for example {@code sickPay.rate}. */
  String path();

  /** The type of its value. */
  Type type();

  /** The paths of everything that it is made of; they may be of derived values themselves. */
  Set<String> needs();

  /** The deductible input VAT that a look-up finds. */
  record InputVatOf(LookupTable table) implements Derived {
    @Override
    public String path() {
      return table.inputVatPath();
    }

    @Override
    public Type type() {
      return Type.DECIMAL;
    }

    @Override
    public Set<String> needs() {
      return table.paths();
    }
  }

  /** A column of a table of tiers. */
  record TierColumn(TierTable table, String column) implements Derived {
    @Override
    public String path() {
      return table.name() + "." + column;
    }

    @Override
    public Type type() {
      return table.columns().get(column);
    }

    @Override
    public Set<String> needs() {
      return table.of().fields();
    }
  }

  /** A column of a decision table. */
  record DecisionColumn(DecisionTable table, String column) implements Derived {
    @Override
    public String path() {
      return table.name() + "." + column;
    }

    @Override
    public Type type() {
      return table.columns().get(column);
    }

    @Override
    public Set<String> needs() {
      return table.needs();
    }
  }

  /** The factor that a multiplier finds. */
  record FactorOf(Multiplier multiplier) implements Derived {
    @Override
    public String path() {
      return multiplier.name() + ".factor";
    }

    @Override
    public Type type() {
      return Type.DECIMAL;
    }

    @Override
    public Set<String> needs() {
      return Set.of(multiplier.key());
    }
  }

  /**
   * What a person's rate is for a month, a day or an hour.
   *
   * @param rates the rates
   * @param per for what; never longer than what the rates are stated for
   */
  record RateOf(PayRates rates, PayRates.Per per) implements Derived {
    @Override
    public String path() {
      return rates.name() + "." + per.word();
    }

    @Override
    public Type type() {
      return Type.DECIMAL;
    }

    /** The day is found by the kind; see {@link Kind#ratePath}. */
    @Override
    public Set<String> needs() {
      return Set.of("person.userId");
    }
  }
}
