package io.dingledger.simulator.load;

import io.dingledger.model.access.LedgerGate.Limits;
import io.dingledger.retry.RetrySettings;
import java.time.Duration;

/**
 * What is measured.
 *
 * @param scenario how the many documents come
 * @param many how many documents one company has at once
 * @param queues the order in which queues give out messages
 * @param limits how much the busy company's ledger is given to do
 * @param send how long the busy company's ledger takes for a voucher
 * @param posters how many vouchers are delivered at once: {@code MaximumConcurrency} of post
 * @param retry the settings of the retry step
 * @param toTheEnd whether to go on until the many are posted, too
 */
public record LoadPlan(
    Scenario scenario,
    int many,
    Order queues,
    Limits limits,
    Duration send,
    int posters,
    RetrySettings retry,
    boolean toTheEnd) {
  /** What template.yaml allows post: more than one connection may have inside (fifty). */
  public static final int POSTERS = 60;

  /** What template.yaml allows translate. */
  public static final int TRANSLATORS = 20;

  /** How the many documents come, and when the single one. */
  public enum Scenario {
    /** All were approved at the same moment, the single one ten seconds later. */
    APPROVED_AT_ONCE(Duration.ofSeconds(30)),
    /** All messages were lost; the sweep finds all due, the single one last. */
    DUE_AT_ONCE(Duration.ofSeconds(90)),
    /** All vouchers wait in the queue of a ledger that is slow; then the single one is approved. */
    SLOW_LEDGER(Duration.ofSeconds(30));

    private final Duration bound;

    Scenario(Duration bound) {
      this.bound = bound;
    }

    /**
     * So long the single document takes at most, from its approval, or from when it was due, to its
     * booking in a ledger that takes half a second: the promise of {@code docs/metrics.md}. A sweep
     * comes once a minute.
     */
    public Duration bound() {
      return bound;
    }
  }

  /** In which order a queue gives out what is visible. */
  public enum Order {
    /** The longest visible first, whoever's it is: SQS without groups. */
    FIRST_COME,
    /** Turns among companies: SQS with groups, once it has noticed who is noisy. */
    FAIR
  }

  /** A usual plan: a ledger that takes half a second and the limits of most types. */
  public static LoadPlan of(Scenario scenario, int many, Order queues) {
    boolean slow = scenario == Scenario.SLOW_LEDGER;
    return new LoadPlan(
        scenario,
        many,
        queues,
        slow ? new Limits(50, 6000) : new Limits(4, 600),
        slow ? Duration.ofSeconds(20) : Duration.ofMillis(500),
        POSTERS,
        RetrySettings.DEFAULT,
        false);
  }

  /** The same plan, run until the many are posted. */
  public LoadPlan whole() {
    return new LoadPlan(scenario, many, queues, limits, send, posters, retry, true);
  }
}
