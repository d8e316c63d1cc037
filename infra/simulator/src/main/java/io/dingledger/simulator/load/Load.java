package io.dingledger.simulator.load;

import io.dingledger.embedded.template.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One run of a plan: how long the single document takes while the many are there. */
public final class Load {
  private static final Instant START = Instant.parse("2026-03-31T02:00:00Z");
  private static final Duration SWEEPS = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(3);

  private final LoadPlan plan;
  private final LoadWorld world;
  private Instant singleBegins = START;
  private Instant nextSweep = START.plus(SWEEPS);

  /**
   * What came of it, in virtual time.
   *
   * @param single from the approval of the single document, or from when it was due, to its booking
   * @param many from the beginning to the last booking of the many; empty where the run ended with
   *     the single one
   */
  public record Result(Duration single, Optional<Duration> many) {}

  private Load(LoadPlan plan, Template template) {
    this.plan = plan;
    this.world = new LoadWorld(plan, template, START);
  }

  /**
   * Runs a plan.
   *
   * @param template the deployment template: queues, batches and time-outs
   * @throws IllegalStateException when it does not end within three days of virtual time
   */
  public static Result of(LoadPlan plan, Template template) {
    Load load = new Load(plan, template);
    try {
      load.prepare();
      load.live();
      return load.result();
    } finally {
      load.world.fibers.killAll();
    }
  }

  private void prepare() {
    for (Company company : Company.values()) {
      company.settle(world.platform, START);
    }
    switch (plan.scenario()) {
      case APPROVED_AT_ONCE -> approved(Duration.ofSeconds(10));
      case SLOW_LEDGER -> approved(Duration.ofMinutes(2));
      case DUE_AT_ONCE -> {
        singleBegins = START.plusSeconds(1);
        for (int number = 0; number < plan.many(); number++) {
          world.platform.documents().save(Company.BUSY.lost(number, START, START));
        }
        world.platform.documents().save(Company.SINGLE.lost(0, singleBegins, START));
      }
    }
  }

  private void approved(Duration later) {
    singleBegins = START.plus(later);
    for (int number = 0; number < plan.many(); number++) {
      world.events().send(Company.BUSY.approved(number, START));
    }
    world.agenda.at(
        singleBegins, () -> world.events().send(Company.SINGLE.approved(0, singleBegins)));
  }

  private void live() {
    while (!isOver()) {
      world.settleNow();
      Instant next = world.next().filter(nextSweep::isAfter).orElse(nextSweep);
      world.clock.advanceTo(next);
      if (next.equals(nextSweep)) {
        nextSweep = nextSweep.plus(SWEEPS);
        world.sweep();
      }
      if (next.isAfter(START.plus(LONGEST))) {
        throw new IllegalStateException("it never ends: " + plan);
      }
    }
  }

  private boolean isOver() {
    boolean single = world.ledger(Company.SINGLE).booked() == 1;
    return single && (!plan.toTheEnd() || world.ledger(Company.BUSY).booked() == plan.many());
  }

  private Result result() {
    Instant booked = world.ledger(Company.SINGLE).last().orElseThrow();
    return new Result(
        Duration.between(singleBegins, booked),
        world
            .ledger(Company.BUSY)
            .last()
            .filter(last -> plan.toTheEnd())
            .map(last -> Duration.between(START, last)));
  }
}
