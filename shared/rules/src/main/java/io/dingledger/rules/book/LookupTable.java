package io.dingledger.rules.book;

import io.dingledger.rules.expression.Formula;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  /** The paths of everything that its rows' input VAT is found by, and of its key. */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>(Set.of(key));
    for (Row row : rows.values()) {
      paths.addAll(row.inputVat().paths());
    }
    return paths;
  }

  /** One row: the account's business name and how its input VAT is found. */
  public record Row(String account, InputVat inputVat) {}

  /** How the deductible input VAT of an expense is found. */
  public sealed interface InputVat {
    /** The paths of the fields that it reads. */
    default Set<String> paths() {
      return switch (this) {
        case None none -> Set.of();
        case Stated(Optional<Formula> when) -> with(when, "line.tax");
        case ByRate(RateTable table, String key, Optional<Formula> when) ->
            with(when, "line.tax", "line.amount", "line.date");
      };
    }

    /** The condition on which it is deductible, if there is one. */
    default Optional<Formula> when() {
      return Optional.empty();
    }

    private static Set<String> with(Optional<Formula> when, String... fields) {
      Set<String> paths = new TreeSet<>(Set.of(fields));
      when.ifPresent(formula -> paths.addAll(formula.fields()));
      return paths;
    }

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
