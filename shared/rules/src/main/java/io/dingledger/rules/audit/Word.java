package io.dingledger.rules.audit;

import io.dingledger.model.voucher.Explanation.Input;

/** A word of an explanation's arithmetic. */
sealed interface Word {
  /** How it is written. */
  String text();

  /** The name of an input. */
  record Named(Input input) implements Word {
    @Override
    public String text() {
      return input.name();
    }
  }

  /** A number. */
  record Number(String text) implements Word {}

  /**
   * A text in quotes.
   *
   * @param content what stands between them
   */
  record Quoted(String text, String content) implements Word {}

  /** A name that is no input: a function's, or one whose value is not listed. */
  record Other(String text) implements Word {}

  /** A sign such as {@code +}, or a parenthesis. */
  record Sign(String text) implements Word {}

  /** Behind the last word. */
  record End() implements Word {
    @Override
    public String text() {
      return "";
    }
  }
}
