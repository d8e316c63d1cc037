package io.dingledger.rules.expression;

/** Ends parsing at the first mistake; never leaves this package. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Mistake mistake;

  SyntaxException(Mistake mistake) {
    super(mistake.reason().english(), null, false, false);
    this.mistake = mistake;
  }

  Mistake mistake() {
    return mistake;
  }
}
