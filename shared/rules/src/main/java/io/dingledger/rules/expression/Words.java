package io.dingledger.rules.expression;

/**
 * The arithmetic of an explanation.
 *
 * @param text over the names of the inputs
 * @param binding how tightly the text holds together
 */
record Words(String text, int binding) {
  static Words tightest(String text) {
    return new Words(text, Operator.TIGHTEST_BINDING);
  }

  /** The text, in parentheses where an operator of this binding would tear it apart. */
  String within(int around) {
    return binding < around ? "(" + text + ")" : text;
  }
}
