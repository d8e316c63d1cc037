package io.dingledger.retry;

import java.time.Duration;

/**
 * The times and limits of the retry step.
 *
 * @param watch how long after handing work to a queue the sweep looks whether it was done; longer
 *     than a step's time-out plus the usual age of its queue
 * @param quickTries up to so many failed tries the next one travels by queue; later ones wait in
 *     the table, because Lambda stops a message that has gone round some sixteen times
 * @param sweepPage how many due documents are read at once
 * @param sweepPages how many pages one sweep handles at most; the next sweep goes on
 */
public record RetrySettings(Duration watch, int quickTries, int sweepPage, int sweepPages) {
  public static final RetrySettings DEFAULT = new RetrySettings(Duration.ofMinutes(6), 5, 50, 20);
}
