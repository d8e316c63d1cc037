package io.dingledger.simulator.world;

import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.Patrol;
import io.dingledger.patrol.PatrolHandler;
import io.dingledger.patrol.PatrolPorts;
import io.dingledger.patrol.PatrolSettings;
import io.dingledger.patrol.Tally;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.PatrolWorkCodec;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.secret.EnvelopeSecretBox;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import io.dingledger.post.Entrance;
import io.dingledger.post.LedgerSource;
import io.dingledger.post.Post;
import io.dingledger.post.PostHandler;
import io.dingledger.post.PostSettings;
import io.dingledger.retry.RetryHandler;
import io.dingledger.retry.RetryParts;
import io.dingledger.retry.RetrySettings;
import io.dingledger.simulator.kernel.Agenda;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.kernel.Fibers;
import io.dingledger.simulator.kernel.LocalClock;
import io.dingledger.simulator.kernel.SimulatedClock;
import io.dingledger.translate.ActiveRuleBooks;
import io.dingledger.translate.Translate;
import io.dingledger.translate.TranslateHandler;
import io.dingledger.translate.TranslatePorts;
import io.dingledger.translate.TranslateSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole system on simulated ground, with the numbers of the deployment template. */
final class World {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int CONTAINERS = 3;

  private static final Duration CLOCK_OFF = SimulatedLedger.CLOCKS_APART.dividedBy(2);

  final SimulatedClock clock;
  final Chance chance;
  final Fibers fibers;
  final Agenda agenda = new Agenda();
  final Coverage coverage = new Coverage();
  final Troubles troubles;
  final MemoryTable table = new MemoryTable();

  /** The stores as the simulator's own hand reads them: nothing fails outside a worker. */
  final Platform platform;

  /** The stores as who judges reads them, from within a worker, too: calls take no time. */
  final Platform bare;

  final SimulatedDingTalk dingTalk;
  final Map<Tenant, SimulatedLedger> ledgers = new LinkedHashMap<>();
  final Map<String, SimulatedQueue> queues = new LinkedHashMap<>();
  final List<Lambda> lambdas = new ArrayList<>();

  /** What DingTalk seals its pushes with, which is not always what we open them with. */
  final Map<Tenant, CallbackSettings> callbacks = new LinkedHashMap<>();

  private final Map<Tenant, LedgerSource.Terms> terms = new LinkedHashMap<>();

  /** What is due when, by the table's items and nobody's query. */
  final Dues dues = new Dues();

  final Map<Tenant, TenantSettings> settled = new LinkedHashMap<>();

  /** The generation of the keys that secrets are sealed by. */
  final AtomicInteger keyGeneration = new AtomicInteger();

  private final Scene scene;
  private final Referee referee;
  private Optional<Door> door = Optional.empty();
  private long changes;
  private Instant alertsDownUntil = Instant.MIN;

  World(
      long seed,
      Instant start,
      Set<Fault> faults,
      Set<Integer> suppressed,
      Template template,
      Scene scene,
      Referee referee) {
    this.scene = scene;
    this.referee = referee;
    this.clock = new SimulatedClock(start);
    this.chance = new Chance(seed, suppressed);
    this.fibers = new Fibers(clock, chance);
    Mood mood = new Mood(seed, chance);
    this.troubles = new Troubles(chance, fibers, clock, coverage, mood, faults);
    troubles.watchedBy(struck -> referee.struck(scene, struck));
    this.platform = newPlatform(clock);
    this.bare = platform(table, clock);
    this.dingTalk =
        new SimulatedDingTalk(troubles, (corpId, rows) -> referee.handedOut(scene, corpId, rows));
    queues(template);
    for (EventSource source : template.eventSources()) {
      lambdas.add(lambda(source));
    }
  }

  /** Where pushes arrive; opened by the first of them, so that its clock can be told of. */
  Door door() {
    if (door.isEmpty()) {
      door = Optional.of(Door.open(this));
    }
    return door.get();
  }

  /** A fresh view of the one table, as each container has; what it remembers is its own. */
  Platform newPlatform(Clock own) {
    return platform(
        new FaultyTable(table, troubles, agenda, this::areAlertsDown, this::written), own);
  }

  private Platform platform(Table stored, Clock own) {
    return new Platform(
        stored,
        new EnvelopeSecretBox(
            new OpenKeys(troubles, keyGeneration), new SeededRandom(chance.generator("nonces"))),
        own,
        Times.USUAL,
        chance.generator("gate"));
  }

  private void written(List<Write> writes) {
    changes++;
    dues.wrote(writes);
    referee.wrote(scene, writes);
  }

  /** How often the table was changed so far. */
  long changes() {
    return changes;
  }

  /** No notice can be written until then. */
  void alertsDownUntil(Instant end) {
    alertsDownUntil = end;
  }

  private boolean areAlertsDown() {
    return clock.instant().isBefore(alertsDownUntil);
  }

  LocalClock localClock(String name) {
    boolean off = troubles.strike(Fault.ONE_CLOCK_OFF, "container of " + name);
    Duration span =
        off
            ? chance.upTo("clock off", SimulatedLedger.CLOCKS_APART).minus(CLOCK_OFF)
            : Duration.ZERO;
    return new LocalClock(clock, span);
  }

  private void queues(Template template) {
    List<QueueDefinition> left = new ArrayList<>(template.queues());
    while (!left.isEmpty()) {
      QueueDefinition next =
          left.stream()
              .filter(
                  queue ->
                      queue
                          .redrive()
                          .filter(redrive -> !queues.containsKey(redrive.deadLetterQueue()))
                          .isEmpty())
              .findFirst()
              .orElseThrow();
      left.remove(next);
      queues.put(
          next.logicalId(),
          new SimulatedQueue(
              next.logicalId(),
              next.visibilityTimeout(),
              next.redrive().map(QueueDefinition.Redrive::maximumReceives).orElse(1_000),
              next.redrive().map(redrive -> queues.get(redrive.deadLetterQueue())),
              troubles));
    }
  }

  private Lambda lambda(EventSource source) {
    String step = source.function().replace("Function", "").toLowerCase(Locale.ROOT);
    return new Lambda(
        step,
        queues.get(source.queue()),
        source.timeout(),
        source.batchSize(),
        CONTAINERS,
        () -> cold(step),
        fibers,
        troubles,
        new Lambda.Watch() {
          @Override
          public void handled(String queue, String body) {
            referee.handled(scene, queue, body);
          }

          @Override
          public void ended(String function, long worker) {
            referee.ended(scene, function, worker);
          }
        });
  }

  private Container cold(String step) {
    LocalClock own = localClock(step);
    return new Container(
        switch (step) {
          case "translate" -> translate(own);
          case "post" -> post(own);
          case "retry" -> retry(own);
          case "patrol" -> patrol(own);
          default -> throw new IllegalStateException("no step " + step);
        },
        own);
  }

  private TranslateHandler translate(Clock own) {
    Platform mine = newPlatform(own);
    TranslatePorts ports =
        TranslatePorts.over(mine, dingTalk, NoHose.INSTANCE, vouchers(), failures())
            .with(new ActiveRuleBooks(mine.tenants(), mine.ruleBooks(), mine.lives(), Books::read));
    return new TranslateHandler(new Translate(ports, TranslateSettings.DEFAULT, own));
  }

  private PostHandler post(Clock own) {
    Platform mine = newPlatform(own);
    LedgerSource source =
        tenant ->
            new Answer.Got<>(
                new LedgerSource.Connected(
                    watched(tenant), SimulatedLedger.SETTLING, terms.get(tenant)));
    Entrance entrance =
        new Entrance(
            mine.gate(), mine.notices(), vouchers(), failures(), PostSettings.DEFAULT, own);
    return new PostHandler(
        new Post(
            mine.documents(), source, entrance, failures(), rounds(), PostSettings.DEFAULT, own));
  }

  private WatchedLedger watched(Tenant tenant) {
    return new WatchedLedger(ledgers.get(tenant), settled.get(tenant), scene, referee);
  }

  private RetryHandler retry(Clock own) {
    Platform mine = newPlatform(own);
    return new RetryHandler(
        RetryParts.of(
            mine.documents(),
            mine.quarantine(),
            events(),
            vouchers(),
            failures(),
            new RetryParts.DeadLetterQueues("EventsDeadLetterQueue", "VouchersDeadLetterQueue"),
            RetrySettings.DEFAULT,
            chance.generator("retry"),
            own));
  }

  private PatrolHandler patrol(Clock own) {
    return new PatrolHandler(
        new Patrol(
            PatrolPorts.of(newPlatform(own), dingTalk, NoHose.INSTANCE, events()),
            rounds(),
            PatrolSettings.DEFAULT,
            Tally.NONE,
            own,
            Books::read));
  }

  private MessageQueue<PatrolWork> rounds() {
    return new QueuePort<>(queues.get("PatrolQueue"), new PatrolWorkCodec());
  }

  MessageQueue<TranslateWork> events() {
    return new QueuePort<>(queues.get("EventsQueue"), new TranslateWorkCodec());
  }

  private MessageQueue<PostWork> vouchers() {
    return new QueuePort<>(queues.get("VouchersQueue"), new PostWorkCodec());
  }

  private MessageQueue<RetryWork> failures() {
    return new QueuePort<>(queues.get("FailuresQueue"), new RetryWorkCodec());
  }

  /** Has everything looked at that is due, as the schedule does. */
  void sweep() {
    queues
        .get("FailuresQueue")
        .put(new RetryWorkCodec().encode(new RetryWork.Sweep()), Duration.ZERO);
  }

  /** Has every company looked after, as the schedule does. */
  void tick() {
    queues
        .get("PatrolQueue")
        .put(new PatrolWorkCodec().encode(new PatrolWork.Tick()), Duration.ZERO);
  }

  /** A company with an app of its own and a ledger. */
  TenantSettings settle(String name) {
    TenantSettings settings = Companies.of(name);
    Tenant tenant = settings.tenant();
    ledgers.put(
        tenant,
        new SimulatedLedger(
            troubles,
            agenda,
            chance.oneOf("guard of " + name, Companies.GUARDS),
            each -> referee.booked(scene, settings, each)));
    terms.put(tenant, chance.oneOf("terms of " + name, Companies.TERMS));
    callbacks.put(tenant, settings.callback().orElseThrow());
    settled.put(tenant, settings);
    platform.tenants().put(settings);
    return settings;
  }

  /** When something happens next; empty when all is quiet. */
  Optional<Instant> next() {
    Instant first = fibers.nextWaking().orElse(Instant.MAX);
    Optional<Instant> other = nextBesideWorkers();
    if (other.filter(first::isAfter).isPresent()) {
      return other;
    }
    return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
  }

  /** When something happens next that no worker does who is alive already. */
  Optional<Instant> nextBesideWorkers() {
    Instant first = agenda.next().orElse(Instant.MAX);
    for (Lambda lambda : lambdas) {
      if (lambda.hasRoom()) {
        Instant visible = lambda.queue().nextVisible().orElse(Instant.MAX);
        first = visible.isBefore(first) ? visible : first;
      }
    }
    return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(first);
  }

  /** Does everything that can be done at this moment. */
  void settleNow() {
    boolean moved = true;
    while (moved) {
      agenda.runDue(clock.instant());
      moved = false;
      for (Lambda lambda : lambdas) {
        moved |= lambda.poll();
      }
      while (fibers.isAnyReady()) {
        fibers.runOne();
        moved = true;
      }
    }
  }

  LocalDate today() {
    return clock.instant().atZone(ZONE).toLocalDate();
  }
}
