package io.dingledger.rules.book;

import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decision table (type {@code decision}): the rows are tried in order, or exactly one fits.
 *
 * @param name its name
 * @param hit how a row is chosen
 * @param inputs what is looked at, in order
 * @param rows its rows
 * @param columns the columns of its outputs with their types; every row has all of them
 */
public record DecisionTable(
    String name, Hit hit, List<Input> inputs, List<Row> rows, Map<String, Type> columns) {
  public DecisionTable {
    inputs = List.copyOf(inputs);
    rows = List.copyOf(rows);
    columns = Map.copyOf(columns);
  }

  /** The paths of everything that its inputs read. */
  public Set<String> needs() {
    return inputs.stream()
        .map(input -> input.is().fields())
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How a row is chosen. */
  public enum Hit {
    /** The first that fits. */
    FIRST,
    /** The only one that fits; the checker has seen that no two overlap. */
    UNIQUE
  }

  /** Something that is looked at, under a name. */
  public record Input(String name, Formula is) {}

  /**
   * One row.
   *
   * @param tests by the position of the input; empty where everything fits
   * @param cells its outputs by column
   */
  public record Row(List<Optional<Test>> tests, Map<String, Value> cells) {
    public Row {
      tests = List.copyOf(tests);
      cells = Map.copyOf(cells);
    }
  }

  /** What an input must be. */
  public sealed interface Test {
    /** One of these; numbers are compared by value. */
    record OneOf(List<Value> values) implements Test {
      public OneOf {
        values = List.copyOf(values);
      }
    }

    /** A number or a day between two ends, at least one of which is given. */
    record Between(Optional<End> lower, Optional<End> upper) implements Test {}
  }

  /** An end of a range, and whether it belongs to it. */
  public record End(Value at, boolean inclusive) {}
}
