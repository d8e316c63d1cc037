package io.dingledger.rules.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Dates and durations that stand in the rule book. */
final class Constants {
  private Constants() {}

  /** What the function makes of a text; empty when it takes no such text. */
  static Optional<Value> of(Function function, String text) {
    return switch (function) {
      case DATE -> date(text);
      case DURATION -> DurationText.read(text).map(Value.Elapsed::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(Limit::fits).map(Value.Day::new);
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
