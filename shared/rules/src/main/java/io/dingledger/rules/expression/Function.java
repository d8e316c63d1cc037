package io.dingledger.rules.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions of the expression language. */
public enum Function {
  /** {@code round(x, decimals)}: rounded in the rule book's rounding mode. */
  ROUND("round", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code abs(x)}: without its sign. */
  ABS("abs", false, Type.DECIMAL, Type.DECIMAL),
  /** {@code min(x, y)}: the smaller. */
  MIN("min", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code max(x, y)}: the larger. */
  MAX("max", false, Type.DECIMAL, Type.DECIMAL, Type.DECIMAL),
  /** {@code date("2026-03-31")}: a date that stands in the rule book. */
  DATE("date", false, Type.DATE, Type.TEXT),
  /** {@code size(text)}: its number of characters. */
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
