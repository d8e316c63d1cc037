package io.dingledger.rules;

import io.dingledger.model.failure.Reason;

/**
 * A mistake in a rule book.
 *
 * @param line from 1
 * @param column from 1
 * @param reason what is wrong and how to mend it
 */
public record Finding(int line, int column, Reason reason) {}
