package io.dingledger.patrol;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.PatrolNotes.Chore;
import io.dingledger.rules.Checked;
import io.dingledger.rules.RuleBooks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks after what no event tells: pushes that were lost, days of attendance that are over, people
 * and departments that have changed.
 *
 * <p>A tick makes one round for each tenant; a round does what is due, in bounded time, and notes
 * how far it came. Rounds may be lost, repeated and stopped at any point: the next one goes on from
 * the notes, and what is found twice is told by its document.
 */
public final class Patrol {
  private static final System.Logger LOG = System.getLogger(Patrol.class.getName());

  private final PatrolPorts ports;
  private final MessageQueue<PatrolWork> rounds;
  private final PatrolSettings settings;
  private final InstantSource clock;
  private final Tally tally;
  private final Troubles troubles;
  private final VoucherNumbers numbers;
  private final List<Task> tasks;

  /** The step with its usual times, unmeasured. */
  public Patrol(PatrolPorts ports, MessageQueue<PatrolWork> rounds, InstantSource clock) {
    this(ports, rounds, PatrolSettings.DEFAULT, Tally.NONE, clock);
  }

  /** The step. */
  public Patrol(
      PatrolPorts ports,
      MessageQueue<PatrolWork> rounds,
      PatrolSettings settings,
      Tally tally,
      InstantSource clock) {
    this(ports, rounds, settings, tally, clock, RuleBooks::check);
  }

  /**
   * The step, with rule books read in another way.
   *
   * @param check reads a rule book's text; the same text always gives the same
   */
  public Patrol(
      PatrolPorts ports,
      MessageQueue<PatrolWork> rounds,
      PatrolSettings settings,
      Tally tally,
      InstantSource clock,
      Function<String, Checked> check) {
    this.settings = settings;
    this.tally = tally;
    this.ports = ports;
    this.rounds = rounds;
    this.clock = clock;
    this.troubles = new Troubles(ports.notes(), ports.notices());
    this.numbers = new VoucherNumbers(ports, clock);
    WantedForms wanted = new WantedForms(ports.ruleBooks(), ports.lives(), ports.notes(), check);
    this.tasks =
        List.of(
            new FailedPushes(ports),
            new EverybodysDays(ports, wanted),
            new AttendanceDays(ports),
            new PayPeriods(ports, wanted),
            new Rescan(ports, wanted),
            new DirectoryRound(ports, troubles));
  }

  /**
   * Does one piece of work.
   *
   * @throws RuntimeException when a store or a queue can't be reached, or a chore has a bug; the
   *     message is delivered again, and all other chores were done all the same
   */
  public void handle(PatrolWork work) {
    switch (work) {
      case PatrolWork.Tick tick ->
          rounds.sendAll(
              ports.tenants().all().stream().<PatrolWork>map(PatrolWork.Round::new).toList());
      case PatrolWork.Round(Tenant tenant) -> active(tenant).ifPresent(this::round);
      case PatrolWork.WriteBack(Tenant tenant, DocumentId document) ->
          active(tenant).ifPresent(found -> numbers.now(found, document));
    }
  }

  private Optional<TenantSettings> active(Tenant tenant) {
    return ports.tenants().find(tenant).filter(found -> found.standing().isActive());
  }

  /** What keeps DingTalk from answering is no reason not to tell others. */
  private void round(TenantSettings tenant) {
    tally.of(tenant);
    Optional<RuntimeException> broken = Optional.empty();
    try {
      numbers.due(tenant, clock.instant().plus(settings.numbers()));
    } catch (RuntimeException failure) {
      LOG.log(
          System.Logger.Level.ERROR,
          "PATROL-STUMBLED: voucher numbers: " + Stumble.places(failure));
      broken = Optional.of(failure);
    }
    if (!isPaused(tenant.tenant(), Chore.PAUSED)) {
      visit(tenant);
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private void visit(TenantSettings tenant) {
    Instant now = clock.instant();
    Visit visit = new Visit(tenant, now, now.plus(settings.round()), clock);
    boolean countedStops = isPaused(tenant.tenant(), Chore.COUNTED_PAUSED);
    Optional<RuntimeException> broken = Optional.empty();
    for (Task task : tasks) {
      if (task.isCounted() && countedStops) {
        continue;
      }
      try {
        Outcome outcome = task.run(visit);
        troubles.after(visit, task, outcome);
        countedStops |= isQuota(outcome);
      } catch (RuntimeException failure) {
        LOG.log(
            System.Logger.Level.ERROR,
            "PATROL-STUMBLED: " + task.area() + ": " + Stumble.places(failure));
        broken = broken.isPresent() ? broken : Optional.of(failure);
      }
    }
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private boolean isPaused(Tenant tenant, Chore pause) {
    return ports.notes().doneUpTo(tenant, pause).filter(clock.instant()::isBefore).isPresent();
  }

  private static boolean isQuota(Outcome outcome) {
    return outcome instanceof Outcome.Failed(Failure why) && why.kind() == FailureKind.QUOTA;
  }
}
