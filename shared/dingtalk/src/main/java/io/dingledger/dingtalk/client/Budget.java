package io.dingledger.dingtalk.client;

import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.CallBudget.Permit;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Asks the shared budget before a call that DingTalk counts, and waits a little for its turn. */
final class Budget {
  /** How long a call waits for its turn, all pauses together. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);

  private final CallBudget shared;
  private final InstantSource clock;
  private final Pauses pauses;

  Budget(CallBudget shared, InstantSource clock, Pauses pauses) {
    this.shared = shared;
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * Takes one call out of the tenant's budget.
   *
   * @return why the call must not be made; empty when it may
   * @throws RuntimeException when the budget can't be asked
   */
  Optional<Failure> take(Tenant tenant) {
    Duration waited = Duration.ZERO;
    while (true) {
      Instant now = clock.instant();
      switch (shared.take(tenant, now)) {
        case Permit.Granted() -> {
          return Optional.empty();
        }
        case Permit.Exhausted(Instant until) -> {
          return Optional.of(
              DingTalkFault.BUDGET_EXHAUSTED
                  .failure()
                  .notBefore(longer(Duration.between(now, until), SHORTEST_DELAY)));
        }
        case Permit.TooFast(Duration stated) -> {
          Duration pause = longer(stated, SHORTEST_PAUSE);
          waited = waited.plus(pause);
          if (waited.compareTo(LONGEST_WAIT) > 0) {
            return Optional.of(
                DingTalkFault.TOO_FAST.failure().notBefore(longer(pause, SHORTEST_DELAY)));
          }
          if (!pauses.pause(pause)) {
            return Optional.of(DingTalkFault.INTERRUPTED.failure());
          }
        }
      }
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
