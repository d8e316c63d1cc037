package io.dingledger.rules.book;

import io.dingledger.model.voucher.Side;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import java.util.List;
import java.util.Optional;

/**
 * How a document, or each of its rows, becomes lines or a pay item.
 *
 * @param name its name
 * @param kind the documents it is for
 * @param eachRow whether it is applied to each row
 * @param when its condition
 * @param making what it makes
 */
public record Rule(String name, Kind kind, boolean eachRow, Optional<Formula> when, Making making) {
  /** The lines that it makes; none when it makes a pay item. */
  public List<Line> lines() {
    return switch (making) {
      case Making.Lines(List<Line> lines) -> lines;
      case Making.Pay pay -> List.of();
    };
  }

  /** What a rule makes. */
  public sealed interface Making {
    /** Lines of the document's voucher. */
    record Lines(List<Line> lines) implements Making {
      public Lines {
        lines = List.copyOf(lines);
      }
    }

    /**
     * A pay item.
     *
     * @param item which
     * @param quantity how much
     * @param factor by what the rate is multiplied; 1 when the rule says nothing
     * @param rate money for one unit; 0 where the item only counts
     * @param amount the money, rounded once; what the rule says, otherwise quantity times factor
     *     times rate. Where the item only counts it is not evaluated
     */
    record Pay(
        PayItemDefinition item, Formula quantity, Formula factor, Formula rate, Formula amount)
        implements Making {}
  }

  /**
   * One line.
   *
   * @param side debit or credit
   * @param account which account
   * @param when its condition
   * @param amount its amount, rounded once to the currency
   * @param summary its summary; empty when the voucher's is used
   */
  public record Line(
      Side side,
      AccountChoice account,
      Optional<Formula> when,
      Formula amount,
      Optional<Template> summary) {}

  /** How a line's account is chosen. */
  public sealed interface AccountChoice {
    /** Always the same. */
    record Fixed(Account account) implements AccountChoice {}

    /** By a table. */
    record ByTable(LookupTable table) implements AccountChoice {}

    /** By a business name that an expression gives. */
    record ByName(Formula name) implements AccountChoice {}
  }
}
