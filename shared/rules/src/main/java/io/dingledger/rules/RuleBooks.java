package io.dingledger.rules;

import io.dingledger.rules.reading.BookReader;

/** The way in: from a rule book's text to something that can translate documents. */
public final class RuleBooks {
  private RuleBooks() {}

  /**
   * Checks and compiles a rule book.
   *
   * @param yaml its text; see {@code docs/rule-book.md}
   * @return the compiled book, or every mistake in it with line and column; never an exception,
   *     whatever the text is
   */
  public static Checked check(String yaml) {
    return BookReader.read(yaml);
  }
}
