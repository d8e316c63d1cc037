package io.dingledger.retry;

import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
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
 * @param wakePages how many pages of a hundred documents are woken by one message
 * @param wakeMessages by so many messages one after another, for the same reason as above
 * @param times the waits of the policy
 */
public record RetrySettings(
    Duration watch,
    int quickTries,
    int sweepPage,
    int sweepPages,
    int wakePages,
    int wakeMessages,
    RetryTimes times) {
  /** As it is when nobody sets anything. */
  public static final RetrySettings DEFAULT = of(Times.USUAL);

  /** The usual waits. */
  public RetrySettings(
      Duration watch,
      int quickTries,
      int sweepPage,
      int sweepPages,
      int wakePages,
      int wakeMessages) {
    this(watch, quickTries, sweepPage, sweepPages, wakePages, wakeMessages, RetryTimes.USUAL);
  }

  /** As these times say. */
  public static RetrySettings of(Times times) {
    return new RetrySettings(times.of(Span.RETRY_WATCH), 5, 50, 20, 10, 12, RetryTimes.of(times));
  }
}
