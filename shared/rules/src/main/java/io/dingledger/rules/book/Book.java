package io.dingledger.rules.book;

import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A checked rule book as plain immutable objects: nothing is parsed or looked up by name any more,
 * except business names that only a document gives.
 *
 * @param currency the currency of all amounts
 * @param rounding how amounts are rounded, once per line
 * @param scope the documents that are wanted
 * @param people what is stated of people beside the directory
 * @param accounts by business name
 * @param dimensions where each dimension's code comes from, in order
 * @param derived what the book itself makes of fields, by path
 * @param rateFormulas how a rate makes a tax amount
 * @param holds by kind
 * @param rules by kind
 * @param summary the voucher's summary by kind
 * @param pay what it says of attendance and pay
 */
public record Book(
    String currency,
    RoundingMode rounding,
    List<ScopeEntry> scope,
    People people,
    Map<String, Account> accounts,
    Map<Dimension, List<DimensionSource>> dimensions,
    Map<String, Derived> derived,
    RateFormulas rateFormulas,
    Map<Kind, List<HoldRule>> holds,
    Map<Kind, List<Rule>> rules,
    Map<Kind, Template> summary,
    PaySettings pay) {
  public Book {
    scope = List.copyOf(scope);
    accounts = Map.copyOf(accounts);
    dimensions = Map.copyOf(dimensions);
    derived = Map.copyOf(derived);
    holds = Map.copyOf(holds);
    rules = Map.copyOf(rules);
    summary = Map.copyOf(summary);
  }

  /** The same book, which lets everything pass. */
  public Book withoutHolds() {
    return new Book(
        currency,
        rounding,
        scope,
        people,
        accounts,
        dimensions,
        derived,
        rateFormulas,
        Map.of(),
        rules,
        summary,
        pay);
  }

  /** The number of decimals of its amounts. */
  public int scale() {
    return Money.scaleOf(currency);
  }

  /**
   * The formulas that make a tax amount of a rate.
   *
   * @param plain when the whole amount is taxed
   * @param partly when the row states a part that is not taxed
   */
  public record RateFormulas(Formula plain, Formula partly) {}
}
