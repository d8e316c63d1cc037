package io.dingledger.rules.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions of the expression language. */
public enum Function {
  /** {@code round(x, decimals)}: rounded in the rule book's rounding mode. */
  ROUND("round", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code floor(x)}: the next whole number that is not above. */
  FLOOR("floor", false, Type.DECIMAL, Type.DECIMAL),
  /** {@code ceil(x)}: the next whole number that is not below. */
  CEIL("ceil", false, Type.DECIMAL, Type.DECIMAL),
  /** {@code floorTo(x, step)}: the next multiple of a constant step that is not above. */
  FLOOR_TO("floorTo", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code ceilTo(x, step)}: the next multiple of a constant step that is not below. */
  CEIL_TO("ceilTo", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code abs(x)}: without its sign. */
  ABS("abs", false, Type.DECIMAL, Type.DECIMAL),
  /** {@code min(x, y)}: the smaller. */
  MIN("min", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code max(x, y)}: the larger. */
  MAX("max", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code date("2026-03-31")}: a date that stands in the rule book. */
  DATE("date", false, Type.DATE, Type.TEXT),
  /** {@code year(d)}: for example 2026. */
  YEAR("year", false, Type.DECIMAL, Type.DATE),
  /** {@code month(d)}: 1 to 12. */
  MONTH("month", false, Type.DECIMAL, Type.DATE),
  /** {@code dayOfMonth(d)}: 1 to 31. */
  DAY_OF_MONTH("dayOfMonth", false, Type.DECIMAL, Type.DATE),
  /** {@code weekday(d)}: 1 is Monday, 7 is Sunday. */
  WEEKDAY("weekday", false, Type.DECIMAL, Type.DATE),
  /**
   * {@code years(from, until)}: completed years, below zero when until comes first. As in
   * java.time, a year that began on 29 February is completed on 1 March, except in leap years.
   */
  YEARS("years", false, Type.DECIMAL, Type.DATE, Type.DATE),
  /** {@code months(from, until)}: completed months; see {@link #YEARS}. */
  MONTHS("months", false, Type.DECIMAL, Type.DATE, Type.DATE),
  /** {@code days(from, until)}: until less from. */
  DAYS("days", false, Type.DECIMAL, Type.DATE, Type.DATE),
  /** {@code addDays(d, n)}: n days later; n is whole and may be below zero. */
  ADD_DAYS("addDays", false, Type.DATE, Type.DATE, Type.DECIMAL),
  /** {@code duration("2h30m")}: a duration that stands in the rule book. */
  DURATION("duration", false, Type.DURATION, Type.TEXT),
  /** {@code hours(duration)}: with a fraction, at most 34 digits. */
  HOURS("hours", false, Type.DECIMAL, Type.DURATION),
  /** {@code minutes(duration)}: with a fraction, at most 34 digits. */
  MINUTES("minutes", false, Type.DECIMAL, Type.DURATION),
  /** {@code size(text)}: its number of characters (Unicode code points). */
  SIZE("size", false, Type.DECIMAL, Type.TEXT),
  /** {@code text.contains(part)}. */
  CONTAINS("contains", true, Type.TRUTH, Type.TEXT, Type.TEXT),
  /** {@code text.startsWith(part)}. */
  STARTS_WITH("startsWith", true, Type.TRUTH, Type.TEXT, Type.TEXT),
  /** {@code text.endsWith(part)}. */
  ENDS_WITH("endsWith", true, Type.TRUTH, Type.TEXT, Type.TEXT);

  private final String word;
  private final boolean member;
  private final Type result;
  private final List<Type> parameters;

  Function(String word, boolean member, Type result, Type... parameters) {
    this.word = word;
    this.member = member;
    this.result = result;
    this.parameters = List.of(parameters);
  }

  /** How it is written. */
  public String word() {
    return word;
  }

  /** Whether it is written behind a dot. */
  public boolean isMember() {
    return member;
  }

  /** What it gives. */
  public Type result() {
    return result;
  }

  /** What it takes; the text before the dot comes first. */
  public List<Type> parameters() {
    return parameters;
  }

  /** The function with this name; {@code size} may stand behind a dot as well. */
  static Optional<Function> named(String word, boolean behindDot) {
    return Arrays.stream(values())
        .filter(
            function ->
                function.word.equals(word) && (function.member == behindDot || function == SIZE))
        .findFirst();
  }

  /** All names, for suggestions. */
  static List<String> words() {
    return Arrays.stream(values()).map(Function::word).toList();
  }
}
