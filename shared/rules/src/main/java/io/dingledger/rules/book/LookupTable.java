package io.dingledger.rules.book;

import io.dingledger.rules.expression.Formula;
import java.util.Map;
import java.util.Optional;

/**
 * A table that is looked up by a text (type {@code lookup}).
 *
 * @param name its name
 * @param key the path of the text that is looked up
 * @param rows the rows by text
 */
public record LookupTable(String name, String key, Map<String, Row> rows) {
  /** The column that gives a row's deductible input VAT. */
  public static final String INPUT_VAT = "inputVat";

  public LookupTable {
    rows = Map.copyOf(rows);
  }

  /** The path under which expressions read the deductible input VAT. */
  public String inputVatPath() {
    return name + "." + INPUT_VAT;
  }

  /** One row: the account's business name and how its input VAT is found. */
  public record Row(String account, InputVat inputVat) {}

  /** How the deductible input VAT of an expense is found. */
  public sealed interface InputVat {
    /** Nothing is deductible. */
    record None() implements InputVat {}

    /** What the row states, if the condition holds. */
    record Stated(Optional<Formula> when) implements InputVat {}

    /**
     * What the row states, otherwise what a dated rate makes of its amount, if the condition holds.
     *
     * @param table the rates
     * @param key which of them
     * @param when the condition
     */
    record ByRate(RateTable table, String key, Optional<Formula> when) implements InputVat {}
  }
}
