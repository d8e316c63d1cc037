package io.dingledger.rules.expression;

import java.math.BigDecimal;

/**
 * What evaluating gave.
 *
 * @param value the value
 * @param text the arithmetic that made it, over the names of the inputs
 * @param binding how tightly the text holds together
 */
public record Worth(Value value, String text, int binding) {
  /** A value with its own name. */
  public static Worth named(String name, Value value) {
    return new Worth(value, name, Operator.TIGHTEST_BINDING);
  }

  /** The number; the type checker has made sure that it is one. */
  public BigDecimal number() {
    return ((Value.Decimal) value).number();
  }

  /** The truth; the type checker has made sure that it is one. */
  public boolean holds() {
    return ((Value.Truth) value).holds();
  }

  /** The text, in parentheses where an operator of this binding would tear it apart. */
  String within(int around) {
    return binding < around ? "(" + text + ")" : text;
  }
}
