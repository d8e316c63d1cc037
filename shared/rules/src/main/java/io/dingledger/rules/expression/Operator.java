package io.dingledger.rules.expression;

/** The operators between two operands; a higher binding holds its operands tighter. */
public enum Operator {
  OR("||", 1),
  AND("&&", 2),
  EQUAL("==", 3),
  DIFFERENT("!=", 3),
  LESS("<", 3),
  LESS_OR_EQUAL("<=", 3),
  GREATER(">", 3),
  GREATER_OR_EQUAL(">=", 3),
  PLUS("+", 4),
  MINUS("-", 4),
  TIMES("*", 5),
  DIVIDED_BY("/", 5),
  /** What is left of a division; it has the dividend's sign, as in CEL. */
  REMAINDER("%", 5);

  /** The binding of {@code !} and of a leading {@code -}. */
  static final int UNARY_BINDING = 6;

  /** The binding of what needs no parentheses. */
  static final int TIGHTEST_BINDING = 7;

  private final String sign;
  private final int binding;

  Operator(String sign, int binding) {
    this.sign = sign;
    this.binding = binding;
  }

  /** How it is written. */
  public String sign() {
    return sign;
  }

  int binding() {
    return binding;
  }
}
