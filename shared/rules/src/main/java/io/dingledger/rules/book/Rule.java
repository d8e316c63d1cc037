package io.dingledger.rules.book;

import io.dingledger.model.voucher.Side;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Template;
import java.util.List;
import java.util.Optional;

/**
 * How a document, or each of its rows, becomes lines.
 *
 * @param name its name
 * @param kind the documents it is for
 * @param eachRow whether it is applied to each row
 * @param when its condition
 * @param lines the lines it makes
 */
public record Rule(
    String name, Kind kind, boolean eachRow, Optional<Formula> when, List<Line> lines) {
  public Rule {
    lines = List.copyOf(lines);
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
