package io.dingledger.rules.expression;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param at where it begins
 * @param text as written; of a text literal, its content
 * @param source as written, quotes included
 */
record Token(Kind kind, int at, String text, String source) {
  enum Kind {
    NUMBER,
    TEXT,
    WORD,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
