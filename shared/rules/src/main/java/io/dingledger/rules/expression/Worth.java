package io.dingledger.rules.expression;

import java.math.BigDecimal;

/**
 * What evaluating gave: the value, and the arithmetic that made it, which is written out when
 * somebody asks, from what the evaluation has left behind. Immutable.
 */
public final class Worth {
  private final Value value;
  private final Node node;
  private final Object[] trace;
  private Words words;

  private Worth(Value value, Node node, Object[] trace, Words words) {
    this.value = value;
    this.node = node;
    this.trace = trace;
    this.words = words;
  }

  /**
   * A value with words for it.
   *
   * @param value the value
   * @param text the arithmetic that made it, over the names of the inputs
   * @param binding how tightly the text holds together
   */
  public Worth(Value value, String text, int binding) {
    this(value, null, null, new Words(text, binding));
  }

  /** A value with its own name. */
  public static Worth named(String name, Value value) {
    return new Worth(value, null, null, Words.tightest(name));
  }

  /** What the evaluation of a node gave. */
  static Worth of(Value value, Node node, Object[] trace) {
    return new Worth(value, node, trace, null);
  }

  /** The value. */
  public Value value() {
    return value;
  }

  /** The arithmetic that made it, over the names of the inputs. */
  public String text() {
    return words().text();
  }

  /** How tightly the text holds together. */
  public int binding() {
    return words().binding();
  }

  /** The number; the type checker has made sure that it is one. */
  public BigDecimal number() {
    return ((Value.Decimal) value).number();
  }

  /** The truth; the type checker has made sure that it is one. */
  public boolean holds() {
    return ((Value.Truth) value).holds();
  }

  /** The arithmetic and how tightly it holds together; two threads may both write it out. */
  Words words() {
    if (words == null) {
      words = node.words(trace);
    }
    return words;
  }

  @Override
  public String toString() {
    return value.plain() + " = " + text();
  }
}
