package io.dingledger.retry;

import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Quarantine;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the retry step is made of.
 *
 * @param retry decides about failed tries
 * @param sweep hands on what is due
 * @param waking makes due what waited for a connection
 * @param deadLetters takes in dead letters
 * @param quarantine keeps what nobody can read
 * @param queues tells dead letters from failures
 * @param clock the time
 */
public record RetryParts(
    Retry retry,
    Sweep sweep,
    Waking waking,
    DeadLetters deadLetters,
    Quarantine quarantine,
    DeadLetterQueues queues,
    InstantSource clock) {
  /** The ARNs of the dead-letter queues of the events and of the vouchers queue. */
  public record DeadLetterQueues(String events, String vouchers) {}

  /** The parts, put together. */
  public static RetryParts of(
      DocumentStore documents,
      Quarantine quarantine,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      MessageQueue<RetryWork> failures,
      DeadLetterQueues queues,
      RetrySettings settings,
      RandomGenerator random,
      InstantSource clock) {
    return of(
        documents,
        quarantine,
        events,
        vouchers,
        failures,
        queues,
        settings,
        random,
        Metrics.NONE,
        clock);
  }

  /** The same, measured. */
  public static RetryParts of(
      DocumentStore documents,
      Quarantine quarantine,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      MessageQueue<RetryWork> failures,
      DeadLetterQueues queues,
      RetrySettings settings,
      RandomGenerator random,
      Metrics metrics,
      InstantSource clock) {
    RetryPolicy policy = new RetryPolicy(random, settings.times());
    Retry retry = new Retry(documents, events, vouchers, policy, settings, metrics, clock);
    return new RetryParts(
        retry,
        new Sweep(documents, events, vouchers, retry, settings, metrics, clock),
        new Waking(documents, failures, settings, clock),
        new DeadLetters(documents, retry, settings, clock),
        quarantine,
        queues,
        clock);
  }
}
