package io.dingledger.simulator.world;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.intake.Intake;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.Patrol;
import io.dingledger.patrol.PatrolHandler;
import io.dingledger.patrol.PatrolPorts;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.PatrolWorkCodec;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.MemoryTable;
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
import io.dingledger.simulator.kernel.SimulatedClock;
import io.dingledger.translate.Translate;
import io.dingledger.translate.TranslateHandler;
import io.dingledger.translate.TranslatePorts;
import io.dingledger.translate.TranslateSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The whole system on simulated ground, with the numbers of the deployment template. */
final class World {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int CONTAINERS = 3;
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

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
  final Intake intake;
  final Map<Tenant, TenantSettings> settled = new LinkedHashMap<>();
  private final Scene scene;
  private final Referee referee;

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
    this.troubles = new Troubles(chance, fibers, clock, coverage, faults);
    this.platform = newPlatform();
    this.bare = new Platform(table, new OpenKeys(troubles), clock);
    this.dingTalk = new SimulatedDingTalk(troubles);
    queues(template);
    for (EventSource source : template.eventSources()) {
      lambdas.add(lambda(source));
    }
    Platform ofIntake = newPlatform();
    this.intake =
        new Intake(
            ofIntake.tenants(),
            ofIntake.suites(),
            events(),
            ofIntake.quarantine(),
            chance.split(1),
            clock);
  }

  /** A fresh view of the one table, as each container has; what it remembers is its own. */
  private Platform newPlatform() {
    return new Platform(
        new FaultyTable(table, troubles, writes -> referee.wrote(scene, writes)),
        new OpenKeys(troubles),
        clock);
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
    return new Lambda(
        source.function(),
        queues.get(source.queue()),
        source.timeout(),
        source.batchSize(),
        CONTAINERS,
        container(source.function()),
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

  private Supplier<RequestHandler<SQSEvent, SQSBatchResponse>> container(String function) {
    return switch (function) {
      case "TranslateFunction" -> this::translate;
      case "PostFunction" -> this::post;
      case "RetryFunction" -> this::retry;
      case "PatrolFunction" -> this::patrol;
      default -> throw new IllegalStateException("no function " + function);
    };
  }

  private RequestHandler<SQSEvent, SQSBatchResponse> translate() {
    return new TranslateHandler(
        new Translate(
            TranslatePorts.over(newPlatform(), dingTalk, NoHose.INSTANCE, vouchers(), failures()),
            TranslateSettings.DEFAULT,
            clock));
  }

  private RequestHandler<SQSEvent, SQSBatchResponse> post() {
    Platform mine = newPlatform();
    LedgerSource source =
        tenant ->
            new Answer.Got<>(new LedgerSource.Connected(watched(tenant), SimulatedLedger.SETTLING));
    Entrance entrance =
        new Entrance(
            mine.gate(), mine.notices(), vouchers(), failures(), PostSettings.DEFAULT, clock);
    return new PostHandler(
        new Post(
            mine.documents(), source, entrance, failures(), rounds(), PostSettings.DEFAULT, clock));
  }

  private WatchedLedger watched(Tenant tenant) {
    return new WatchedLedger(ledgers.get(tenant), settled.get(tenant), scene, referee);
  }

  private RequestHandler<SQSEvent, SQSBatchResponse> retry() {
    Platform mine = newPlatform();
    return new RetryHandler(
        RetryParts.of(
            mine.documents(),
            mine.quarantine(),
            events(),
            vouchers(),
            failures(),
            new RetryParts.DeadLetterQueues("EventsDeadLetterQueue", "VouchersDeadLetterQueue"),
            RetrySettings.DEFAULT,
            chance.split(2),
            clock));
  }

  private RequestHandler<SQSEvent, SQSBatchResponse> patrol() {
    return new PatrolHandler(
        new Patrol(
            PatrolPorts.of(newPlatform(), dingTalk, NoHose.INSTANCE, events()), rounds(), clock));
  }

  private MessageQueue<PatrolWork> rounds() {
    return new QueuePort<>(queues.get("PatrolQueue"), new PatrolWorkCodec());
  }

  private MessageQueue<TranslateWork> events() {
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
    Tenant tenant = Tenant.verified(name);
    TenantSettings settings =
        TenantSettings.ofInternalApp(
            tenant,
            name,
            ZONE,
            new DingTalkApp(
                tenant,
                "corp-" + name,
                new DingTalkApp.Internal("client-" + name, Secret.of("secret")),
                NOWHERE,
                NOWHERE),
            new CallbackSettings(
                "callback-key-of-" + name,
                Secret.of("token-" + name),
                Secret.of("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
                Set.of("client-" + name)),
            new LedgerConnection(
                tenant, "simulated", Map.of(), Map.of(), SimulatedLedger.SETTLING));
    ledgers.put(
        tenant,
        new SimulatedLedger(troubles, agenda, each -> referee.booked(scene, settings, each)));
    settled.put(tenant, settings);
    platform.tenants().put(settings);
    return settings;
  }

  /** When something happens next; empty when all is quiet. */
  Optional<Instant> next() {
    List<Instant> times = new ArrayList<>();
    fibers.nextWaking().ifPresent(times::add);
    agenda.next().ifPresent(times::add);
    lambdas.stream()
        .filter(Lambda::hasRoom)
        .forEach(lambda -> lambda.queue().nextVisible().ifPresent(times::add));
    return times.stream().min(Instant::compareTo);
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
