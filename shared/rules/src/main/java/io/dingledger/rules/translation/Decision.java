package io.dingledger.rules.translation;

import io.dingledger.rules.book.DecisionTable;
import io.dingledger.rules.book.DecisionTable.End;
import io.dingledger.rules.book.DecisionTable.Row;
import io.dingledger.rules.book.DecisionTable.Test;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;

/**
 * Finds the row of a decision table that fits a place. An input is read when the first row asks for
 * it, so that what a document need not say is not missed.
 */
final class Decision {
  private final DecisionTable table;
  private final Place place;
  private final Inputs inputs;
  private final Value[] values;

  Decision(DecisionTable table, Place place, Inputs inputs) {
    this.table = table;
    this.place = place;
    this.inputs = inputs;
    this.values = new Value[table.inputs().size()];
  }

  /**
   * The place of the first row that fits; where the table says that only one can, it is that one.
   *
   * @throws CannotEvaluate when an input that a row asks for cannot be read
   */
  OptionalInt row() {
    for (int number = 0; number < table.rows().size(); number++) {
      if (fits(table.rows().get(number))) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }

  /** What was asked for: {@code city 北京, days 3}. */
  String inputsInWords() {
    StringJoiner words = new StringJoiner(", ");
    for (int index = 0; index < values.length; index++) {
      if (values[index] != null) {
        words.add(
            table.inputs().get(index).name() + " " + FieldReader.shown(values[index].plain()));
      }
    }
    return words.toString();
  }

  private boolean fits(Row row) {
    List<Optional<Test>> tests = row.tests();
    for (int index = 0; index < tests.size(); index++) {
      if (tests.get(index).isPresent() && !passes(tests.get(index).get(), value(index))) {
        return false;
      }
    }
    return true;
  }

  private Value value(int index) {
    if (values[index] == null) {
      values[index] =
          table.inputs().get(index).is().evaluate(place, inputs, place.book().rounding()).value();
    }
    return values[index];
  }

  private static boolean passes(Test test, Value value) {
    return switch (test) {
      case Test.OneOf(List<Value> allowed) ->
          allowed.stream().anyMatch(each -> compare(value, each) == 0);
      case Test.Between(Optional<End> lower, Optional<End> upper) ->
          lower.map(end -> isInside(compare(value, end.at()), end)).orElse(true)
              && upper.map(end -> isInside(-compare(value, end.at()), end)).orElse(true);
    };
  }

  private static boolean isInside(int beyond, End end) {
    return end.inclusive() ? beyond >= 0 : beyond > 0;
  }

  /** Both are of one type: the checker has seen to it. */
  private static int compare(Value one, Value other) {
    return switch (one) {
      case Value.Decimal(BigDecimal number) -> number.compareTo(((Value.Decimal) other).number());
      case Value.Day(LocalDate date) -> date.compareTo(((Value.Day) other).date());
      case Value.Text(String text) -> text.compareTo(((Value.Text) other).text());
      case Value.Elapsed(Duration duration) ->
          duration.compareTo(((Value.Elapsed) other).duration());
      case Value.Truth(boolean holds) -> Boolean.compare(holds, ((Value.Truth) other).holds());
    };
  }
}
