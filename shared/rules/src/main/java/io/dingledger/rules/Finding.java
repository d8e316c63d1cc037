package io.dingledger.rules;

import io.dingledger.model.failure.Reason;

/**
 * A mistake in a rule book, or something to think over.
 *
 * @param line from 1
 * @param column from 1
 * @param reason what is wrong and how to mend it
 * @param severity whether the book can be used all the same
 */
public record Finding(int line, int column, Reason reason, Severity severity) {
  /** A mistake. */
  public Finding(int line, int column, Reason reason) {
    this(line, column, reason, Severity.MISTAKE);
  }

  /** How bad it is. */
  public enum Severity {
    /** The book cannot be used. */
    MISTAKE,
    /** The book can be used, but its author should think it over. */
    WARNING
  }
}
