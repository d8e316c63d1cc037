package io.dingledger.rules.book;

import io.dingledger.model.document.DailyResult;
import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Overtime;
import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.calendar.DayClass;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that fields of typed documents can be: the constants of the model, spelt as rule books
 * spell everything. A field that is not here can be any text.
 */
public final class Words {
  private static final String DAY_CLASS = "dayClass";
  private static final Map<String, Set<String>> CLOSED =
      Map.of(
          "overtime.compensation", all(Overtime.Compensation.values()),
          "leave.unit", all(Leave.Unit.values()),
          "check.duty", all(DailyResult.Duty.values()),
          "check.outcome", all(DailyResult.Outcome.values()),
          "group.sign", new LinkedHashSet<>(PaySign.words()));

  private Words() {}

  /** How rule books spell a constant of the model: {@code TIME_OFF} is {@code timeOff}. */
  public static String of(Enum<?> constant) {
    String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder word = new StringBuilder(parts[0]);
    for (String part : List.of(parts).subList(1, parts.length)) {
      word.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
    }
    return word.toString();
  }

  /**
   * All that a text field can be; empty when it can be any text.
   *
   * @param path the field's path, for example {@code day.dayClass}
   */
  public static Optional<Set<String>> closed(String path) {
    return path.endsWith("." + DAY_CLASS)
        ? Optional.of(new LinkedHashSet<>(DayClass.words()))
        : Optional.ofNullable(CLOSED.get(path));
  }

  private static Set<String> all(Enum<?>... constants) {
    Set<String> words = new LinkedHashSet<>();
    Arrays.stream(constants).map(Words::of).forEach(words::add);
    return words;
  }
}
