package io.dingledger.simulator.world;

import io.dingledger.embedded.template.Template;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.Platform;
import io.dingledger.simulator.kernel.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One run from a seed: two companies, some claims, their changes, and whatever goes wrong. */
public final class Run implements Scene {
  /** Where parts of a name are joined, one company must not be taken for another. */
  private static final List<String> COMPANIES = List.of("alpha", "alpha#b", "alp");

  private static final Duration FIRST_TICKS = Duration.ofHours(3);
  private static final Duration LATER_TICKS = Duration.ofHours(23);
  private static final Duration DISTURBED = Duration.ofDays(9);

  /** The patrol looks after things so often more when all documents have come and are at rest. */
  private static final int LAST_TICKS = 3;

  private static final Duration LONGEST_LIFE = Duration.ofDays(80);

  /** After the first day and until all is calm, ticks are rarer. */
  private static final Duration LATER = DISTURBED.minusDays(1);

  /** Approvals say minutes and happen within them. */
  private static final Duration MINUTE = Duration.ofSeconds(55);

  private static final Duration LONGEST_DUE = Duration.ofHours(12);

  private static final int MOST_MOMENTS = 200_000;
  private static final List<Instant> STARTS =
      List.of(
          Instant.parse("2026-03-11T02:00:00Z"),
          Instant.parse("2026-03-31T15:40:00Z"),
          Instant.parse("2026-12-31T15:50:00Z"));

  /**
   * What is run.
   *
   * @param seed the seed
   * @param faults what may go wrong
   * @param suppressed questions of chance that are answered with no
   */
  public record Plan(long seed, Set<Fault> faults, Set<Integer> suppressed) {
    public Plan {
      faults = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
      suppressed = Set.copyOf(suppressed);
    }

    /** The same with other kinds of faults. */
    public Plan with(Set<Fault> others) {
      return new Plan(seed, others, suppressed);
    }

    /** The same without what struck by these numbers. */
    public Plan suppressing(Set<Integer> numbers) {
      return new Plan(seed, faults, numbers);
    }

    /** Everything may go wrong. */
    public static Plan of(long seed) {
      return new Plan(seed, EnumSet.allOf(Fault.class), Set.of());
    }
  }

  /**
   * What came of it.
   *
   * @param violations promises that were broken, the first one first; empty when all were kept
   * @param struck what went wrong, in order
   * @param coverage what went wrong where
   */
  public record Result(
      Plan plan, List<Violation> violations, List<Chance.Struck> struck, Coverage coverage) {}

  private final Plan plan;
  private final World world;
  private final Map<TenantSettings, Pusher> companies = new LinkedHashMap<>();
  private final Map<TenantSettings, List<Instance>> instances = new LinkedHashMap<>();
  private final Map<TenantSettings, List<Enacted>> books = new LinkedHashMap<>();
  private final Referee referee;
  private Instant nextSweep;
  private Instant nextTick;
  private int ticksLeft = LAST_TICKS;
  private final Instant began;
  private final Instant calm;
  private long knownAsOf = -1;
  private boolean isAllKnown;
  private Optional<Instant> overdue = Optional.empty();
  private Instant overdueSince = Instant.MIN;

  private Run(Plan plan, Template template, Referee referee) {
    this.plan = plan;
    this.referee = referee;
    Instant start = STARTS.get((int) Math.floorMod(plan.seed(), (long) STARTS.size()));
    this.world =
        new World(plan.seed(), start, plan.faults(), plan.suppressed(), template, this, referee);
    this.nextSweep = start.plus(Duration.ofMinutes(1));
    this.began = start;
    this.nextTick = start.plus(Duration.ofMinutes(10));
    this.calm = start.plus(DISTURBED);
    world.fibers.whenQuiet(this::isQuietUntil);
  }

  /** Runs a plan to its end under the eyes of a referee; the same plan gives the same result. */
  public static Result of(Plan plan, Template template, Referee referee) {
    FutureTask<Result> run = new FutureTask<>(() -> new Run(plan, template, referee).run());
    // Workers are virtual threads; handing on from one to another is cheap only among such.
    Thread thread = Thread.ofVirtual().name("run " + plan.seed()).start(run);
    try {
      return run.get();
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped in seed " + plan.seed(), stopped);
    } catch (ExecutionException broken) {
      throw new IllegalStateException(
          "the simulator itself broke in seed " + plan.seed(), broken.getCause());
    }
  }

  private Result run() {
    try {
      prepare();
      live();
    } finally {
      world.fibers.killAll();
    }
    referee.rested(this);
    return new Result(
        plan, referee.violations(), List.copyOf(world.chance.struck()), world.coverage);
  }

  @Override
  public Instant now() {
    return world.clock.instant();
  }

  @Override
  public List<TenantSettings> companies() {
    return List.copyOf(instances.keySet());
  }

  @Override
  public List<Instance> instances(TenantSettings company) {
    return List.copyOf(instances.get(company));
  }

  @Override
  public List<SimulatedLedger.Booked> book(TenantSettings company) {
    return world.ledgers.get(company.tenant()).book();
  }

  @Override
  public List<SimulatedLedger.Booked> byPeople(TenantSettings company) {
    return world.ledgers.get(company.tenant()).byPeople();
  }

  @Override
  public List<Enacted> books(TenantSettings company) {
    return List.copyOf(books.get(company));
  }

  @Override
  public Instant tableAwayAt() {
    return world.troubles.tableAwayAt();
  }

  @Override
  public Instant steady() {
    return world.clock.steady();
  }

  @Override
  public long worker() {
    // Something may go wrong already while the world is built.
    return world == null ? 0 : world.fibers.number();
  }

  @Override
  public Set<Fault> faults() {
    return plan.faults();
  }

  @Override
  public List<Chance.Struck> struck() {
    return world.chance.struck();
  }

  @Override
  public List<String> messages(String queue) {
    return world.queues.get(queue).bodies();
  }

  @Override
  public Platform stores() {
    return world.bare;
  }

  private void prepare() {
    for (String name : COMPANIES) {
      if (companies.isEmpty() || world.troubles.strike(Fault.ANOTHER_COMPANY, name)) {
        settle(name);
      }
    }
  }

  private void settle(String name) {
    TenantSettings tenant = world.settle(name);
    books.put(tenant, new ArrayList<>());
    enact(tenant, 1, LocalDate.of(2026, 1, 1));
    companies.put(
        tenant,
        new Pusher(
            world,
            tenant,
            () -> instances.get(tenant),
            push -> referee.accepted(this, tenant, push)));
    instances.put(tenant, new Families(world).of(tenant));
    instances.get(tenant).forEach(instance -> plan(tenant, instance));
    new Disturbances(world, tenant, () -> enact(tenant, 2, world.today())).plan();
  }

  private void enact(TenantSettings tenant, int edition, LocalDate from) {
    Instant now = world.clock.instant();
    String version = Books.enact(world.platform, tenant.tenant(), edition, from, now);
    books.get(tenant).add(new Enacted(version, edition, from, world.clock.steady()));
  }

  private void plan(TenantSettings tenant, Instance instance) {
    world.agenda.at(
        instance.createdAt(),
        () -> {
          world.dingTalk.company(tenant.app().corpId()).instances.put(instance.id(), instance);
          companies.get(tenant).happened(instance, "start");
        });
    world.agenda.at(
        instance.finishedAt().plusSeconds(1).plus(world.chance.upTo("in its minute", MINUTE)),
        () -> companies.get(tenant).happened(instance, "finish"));
  }

  private void live() {
    Instant last = calm.plus(LONGEST_LIFE);
    for (int moment = 0; moment < MOST_MOMENTS; moment++) {
      world.settleNow();
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("stopped");
      }
      if (!world.clock.instant().isBefore(calm)) {
        world.troubles.cease();
      }
      Optional<Instant> next = next();
      if (next.isEmpty()) {
        return;
      }
      if (next.get().isAfter(last)) {
        referee.restless(this, "it never comes to rest");
        return;
      }
      if (isForgotten()) {
        referee.restless(this, "nobody looks at " + world.dues.words());
        return;
      }
      world.clock.advanceTo(next.get());
    }
    referee.restless(this, "too much happens");
  }

  /** Whether the same has been due for long, though the sweep comes each minute and all is calm. */
  private boolean isForgotten() {
    Instant now = world.clock.instant();
    Optional<Instant> due = world.dues.first().filter(now::isAfter);
    if (due.isEmpty() || now.isBefore(calm) || !due.equals(overdue)) {
      overdue = due;
      overdueSince = world.clock.steady();
    }
    return world.clock.steady().isAfter(overdueSince.plus(LONGEST_DUE));
  }

  /** Whether nothing but the workers that live moves up to this time. */
  private boolean isQuietUntil(Instant time) {
    return time.isBefore(nextSweep)
        && time.isBefore(nextTick)
        && (time.isBefore(calm) || !world.clock.instant().isBefore(calm))
        && world.nextBesideWorkers().filter(other -> !other.isAfter(time)).isEmpty();
  }

  /** The next moment at which anything happens, schedules included as long as they have a use. */
  private Optional<Instant> next() {
    // What a schedule would have done in a time that was jumped over is not made up for.
    Instant now = world.clock.instant();
    nextSweep = nextSweep.isBefore(now) ? now : nextSweep;
    nextTick = nextTick.isBefore(now) ? now : nextTick;
    Optional<Instant> next = world.next();
    Optional<Instant> due = world.dues.first();
    if (due.isPresent()) {
      Instant sweep = due.get().isAfter(nextSweep) ? minuteAfter(due.get()) : nextSweep;
      if (next.isEmpty() || sweep.isBefore(next.get())) {
        world.agenda.at(sweep, this::sweep);
        next = Optional.of(sweep);
      }
    }
    if ((next.isEmpty() || nextTick.isBefore(next.get())) && ticks()) {
      Instant tick = nextTick;
      nextTick = tick.plus(tick.isBefore(calm.minus(LATER)) ? firstTicks(tick) : LATER_TICKS);
      world.agenda.at(tick, world::tick);
      next = Optional.of(tick);
    }
    return next;
  }

  /** The next one is counted from here: one that is planned for later keeps no earlier one away. */
  private void sweep() {
    nextSweep = world.clock.instant().plus(Duration.ofMinutes(1));
    world.sweep();
  }

  /** Whether the schedule of the patrol has a use: it has as long as anything is not at rest. */
  private boolean ticks() {
    if (nextTick.isBefore(givenUp()) && !isAllKnown()) {
      ticksLeft = LAST_TICKS;
      return true;
    }
    return ticksLeft-- > 0;
  }

  /** In the beginning as often as the template says, then rarer, for little happens later. */
  private Duration firstTicks(Instant tick) {
    Duration since = Duration.between(began, tick);
    return since.compareTo(FIRST_TICKS) < 0 ? since : FIRST_TICKS;
  }

  /** Who may not be called before the next month is not looked after before. */
  private Instant givenUp() {
    Instant usual = calm.plus(DISTURBED);
    Instant called = world.dingTalk.quotaGoneUntil().plus(DISTURBED);
    return called.isAfter(usual) ? called : usual;
  }

  private boolean isAllKnown() {
    if (knownAsOf != world.changes()) {
      knownAsOf = world.changes();
      isAllKnown = areAllKnown();
    }
    return isAllKnown;
  }

  private boolean areAllKnown() {
    return instances.entrySet().stream()
        .allMatch(
            each ->
                each.getValue().stream().allMatch(instance -> isAtRest(each.getKey(), instance)));
  }

  private boolean isAtRest(TenantSettings tenant, Instance instance) {
    return world
        .platform
        .documents()
        .find(tenant.tenant(), new DocumentId(instance.id()))
        .filter(record -> record.dueAt().isEmpty() && record.isTranslated())
        .isPresent();
  }

  private static Instant minuteAfter(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
  }
}
