package io.dingledger.simulator.load;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.JsonCodec;
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
import io.dingledger.simulator.kernel.Agenda;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.kernel.Fibers;
import io.dingledger.simulator.kernel.SimulatedClock;
import io.dingledger.simulator.world.NoHose;
import io.dingledger.translate.Translate;
import io.dingledger.translate.TranslateHandler;
import io.dingledger.translate.TranslatePorts;
import io.dingledger.translate.TranslateSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Translate, post and retry over a table and queues whose calls take time; nothing fails. */
final class LoadWorld {
  private static final Duration SETTLING = Duration.ofSeconds(60);
  private static final List<String> LOADED =
      List.of("TranslateFunction", "PostFunction", "RetryFunction");

  final SimulatedClock clock;
  final Agenda agenda = new Agenda();
  final Fibers fibers;
  final Platform platform;
  final Map<String, TimedQueue> queues = new LinkedHashMap<>();
  private final Calls calls;
  private final MemoryTable table = new MemoryTable();
  private final LoadPlan plan;
  private final Map<Tenant, TimedLedger> ledgers;
  private final List<TimedFunction> functions = new ArrayList<>();
  private final TimedDingTalk dingTalk;

  LoadWorld(LoadPlan plan, Template template, Instant start) {
    this.plan = plan;
    this.clock = new SimulatedClock(start);
    this.fibers = new Fibers(clock, new Chance(7, Set.of()));
    this.calls = new Calls(clock, fibers);
    this.platform = newPlatform();
    this.ledgers =
        Map.of(
            Company.BUSY.tenant(), new TimedLedger(calls, plan.send()),
            Company.SINGLE.tenant(), new TimedLedger(calls, Duration.ofMillis(500)));
    this.dingTalk = new TimedDingTalk(calls, platform.budget(), start.minusSeconds(60));
    for (QueueDefinition queue : template.queues()) {
      queues.put(
          queue.logicalId(), new TimedQueue(calls, queue.visibilityTimeout(), plan.queues()));
    }
    template.eventSources().stream()
        .filter(source -> LOADED.contains(source.function()))
        .filter(source -> !source.queue().contains("Dead"))
        .forEach(source -> functions.add(function(source)));
  }

  TimedLedger ledger(Company company) {
    return ledgers.get(company.tenant());
  }

  private Platform newPlatform() {
    return new Platform(new TimedTable(table, calls), OpenKeys.INSTANCE, clock);
  }

  private TimedFunction function(EventSource source) {
    Supplier<RequestHandler<SQSEvent, SQSBatchResponse>> cold =
        switch (source.function()) {
          case "TranslateFunction" -> this::translate;
          case "PostFunction" -> this::post;
          default -> this::retry;
        };
    int containers =
        source.function().equals("PostFunction") ? plan.posters() : LoadPlan.TRANSLATORS;
    return new TimedFunction(source, queues.get(source.queue()), cold, fibers, containers);
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
            new Answer.Got<>(
                new LedgerSource.Connected(
                    ledgers.get(tenant),
                    SETTLING,
                    new LedgerSource.Terms("timed", "", plan.limits(), false)));
    Entrance entrance =
        new Entrance(
            mine.gate(), mine.notices(), vouchers(), failures(), PostSettings.DEFAULT, clock);
    return new PostHandler(
        new Post(
            mine.documents(), source, entrance, failures(), rounds(), PostSettings.DEFAULT, clock));
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
            plan.retry(),
            new Random(7),
            clock));
  }

  MessageQueue<TranslateWork> events() {
    return port("EventsQueue", new TranslateWorkCodec(), work -> Optional.of(work.tenant()));
  }

  private MessageQueue<PostWork> vouchers() {
    return port("VouchersQueue", new PostWorkCodec(), work -> Optional.of(work.tenant()));
  }

  private MessageQueue<PatrolWork> rounds() {
    return port("PatrolQueue", new PatrolWorkCodec(), work -> Optional.empty());
  }

  private MessageQueue<RetryWork> failures() {
    return port("FailuresQueue", new RetryWorkCodec(), LoadWorld::tenantOf);
  }

  private <M> MessageQueue<M> port(
      String queue, JsonCodec<M> codec, Function<M, Optional<Tenant>> tenantOf) {
    return queues.get(queue).port(codec, work -> tenantOf.apply(work).map(Tenant::id));
  }

  private static Optional<Tenant> tenantOf(RetryWork work) {
    return switch (work) {
      case RetryWork.TryFailed failed -> Optional.of(failed.tenant());
      case RetryWork.ConnectionBack back -> Optional.of(back.tenant());
      case RetryWork.Sweep all -> Optional.empty();
    };
  }

  /** Has everything looked at that is due, as the schedule does every minute. */
  void sweep() {
    queues
        .get("FailuresQueue")
        .put(new RetryWorkCodec().encode(new RetryWork.Sweep()), Optional.empty(), Duration.ZERO);
  }

  /** Does everything that can be done at this moment. */
  void settleNow() {
    boolean moved = true;
    while (moved) {
      agenda.runDue(clock.instant());
      moved = false;
      for (TimedFunction function : functions) {
        while (function.poll()) {
          moved = true;
        }
      }
      while (fibers.isAnyReady()) {
        fibers.runOne();
        moved = true;
      }
    }
  }

  /** When something happens next; empty when all is quiet. */
  Optional<Instant> next() {
    List<Instant> times = new ArrayList<>();
    fibers.nextWaking().ifPresent(times::add);
    agenda.next().ifPresent(times::add);
    functions.stream()
        .filter(TimedFunction::hasRoom)
        .forEach(function -> function.queue().nextVisible().ifPresent(times::add));
    return times.stream().min(Instant::compareTo);
  }
}
