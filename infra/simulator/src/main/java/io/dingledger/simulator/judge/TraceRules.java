package io.dingledger.simulator.judge;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.codec.PatrolWorkCodec;
import io.dingledger.platform.codec.PostWorkCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Push;
import io.dingledger.simulator.world.Scene;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was answered or taken out of a queue has left its trace. */
final class TraceRules {
  private static final String EVENTS = "EventsQueue";
  private static final String DEAD_VOUCHERS = "VouchersDeadLetterQueue";
  private static final String DEAD_EVENTS = "EventsDeadLetterQueue";

  private final Findings findings;
  private final TranslateWorkCodec events = new TranslateWorkCodec();
  private final PostWorkCodec vouchers = new PostWorkCodec();
  private final RetryWorkCodec failures = new RetryWorkCodec();
  private final PatrolWorkCodec rounds = new PatrolWorkCodec();
  private final Set<String> unreadable = new HashSet<>();
  private final Workers workers;
  private final List<Given> given = new ArrayList<>();

  /**
   * A push that DingTalk gave up on and gave to a worker, with what had gone wrong for it by then.
   */
  private record Given(long worker, int strikes, Tenant tenant, Instance instance, String row) {}

  TraceRules(Findings findings, Workers workers) {
    this.findings = findings;
    this.workers = workers;
  }

  /** DingTalk was answered {@code success}. */
  void accepted(Scene scene, TenantSettings company, Push push) {
    String quoted = "\"" + push.eventId() + "\"";
    boolean isQueued =
        scene.messages(EVENTS).stream().anyMatch(body -> body.contains(quoted))
            || scene.messages(DEAD_EVENTS).stream().anyMatch(body -> body.contains(quoted));
    boolean isStored =
        record(scene, company.tenant(), new DocumentId(push.instance().id()))
            .filter(record -> hasHeard(record, push.eventId(), push.type().equals("finish")))
            .isPresent();
    if (!isQueued && !isStored) {
      findings.add(
          scene,
          Invariant.SUCCESS_WITHOUT_TRACE,
          company.tenant().id() + " " + push.instance().id(),
          "event " + push.eventId());
    }
  }

  /** The running worker was given the pushes that DingTalk gave up on. */
  void handedOut(Scene scene, String corpId, List<String> rows) {
    for (TenantSettings company : scene.companies()) {
      if (company.app().corpId().equals(corpId)) {
        for (Instance instance : scene.instances(company)) {
          String quoted = "\"" + instance.id() + "\"";
          rows.stream()
              .filter(row -> row.contains(quoted))
              .forEach(
                  row ->
                      given.add(
                          new Given(
                              scene.worker(),
                              workers.strikes(scene.worker()),
                              company.tenant(),
                              instance,
                              row)));
        }
      }
    }
  }

  /** Whoever was given such pushes has put them on the queue, unless something kept it from it. */
  void ended(Scene scene, long worker) {
    for (Given each : given) {
      boolean isUndisturbed = each.strikes() == workers.strikes(worker);
      if (each.worker() == worker && isUndisturbed && !isTakenIn(scene, each)) {
        findings.add(
            scene,
            Invariant.HANDLED_WITHOUT_TRACE,
            each.tenant().id() + " " + each.instance().id(),
            "DingTalk gave it up and handed it out, and will not list it again");
      }
    }
    given.removeIf(each -> each.worker() == worker);
  }

  private static boolean isTakenIn(Scene scene, Given given) {
    String instance = "\"" + given.instance().id() + "\"";
    String company = "\"" + given.tenant().id() + "\"";
    boolean isFinished = given.row().contains("\"finish\"");
    return Stream.of(EVENTS, DEAD_EVENTS)
            .flatMap(queue -> scene.messages(queue).stream())
            .anyMatch(body -> body.contains(instance) && body.contains(company))
        || record(scene, given.tenant(), new DocumentId(given.instance().id()))
            .filter(record -> hasHeard(record, "", isFinished))
            .isPresent();
  }

  private static boolean hasHeard(DocumentRecord record, String eventId, boolean finished) {
    boolean isFurther =
        record
            .approval()
            .filter(known -> !finished || known.phase() != EventSubject.Phase.START)
            .isPresent();
    return record.eventIds().contains(eventId) || isFurther;
  }

  /** A message is about to be taken out of its queue. */
  void handled(Scene scene, String queue, String body) {
    switch (queue) {
      case EVENTS, DEAD_EVENTS ->
          read(scene, events, queue, body).ifPresent(work -> translated(scene, work));
      case "VouchersQueue", DEAD_VOUCHERS ->
          read(scene, vouchers, queue, body).ifPresent(work -> posted(scene, queue, work));
      case "FailuresQueue" ->
          read(scene, failures, queue, body).ifPresent(work -> decided(scene, work));
      case "PatrolQueue" -> read(scene, rounds, queue, body);
      default -> {}
    }
  }

  private void translated(Scene scene, TranslateWork work) {
    switch (work) {
      case TranslateWork.Happened(SourceEvent event)
          when event.subject() instanceof EventSubject.Approval approval ->
          heard(scene, event, approval);
      case TranslateWork.Again(Tenant tenant, DocumentId id) ->
          require(
              scene,
              tenant,
              id,
              record(scene, tenant, id).filter(TraceRules::isTakenCareOf).isPresent());
      default -> {}
    }
  }

  private void heard(Scene scene, SourceEvent event, EventSubject.Approval approval) {
    DocumentId id = new DocumentId(approval.instanceId());
    boolean isFinished = approval.phase() != EventSubject.Phase.START;
    require(
        scene,
        event.tenant(),
        id,
        record(scene, event.tenant(), id)
            .filter(record -> hasHeard(record, event.eventId(), isFinished))
            .filter(TraceRules::isTakenCareOf)
            .isPresent());
  }

  private static boolean isTakenCareOf(DocumentRecord record) {
    return switch (record.state()) {
      case RECEIVED, FETCHING, PARKED, POSTING -> record.dueAt().isPresent();
      case POSTED, ACCRUED, HELD, IGNORED -> true;
    };
  }

  private void posted(Scene scene, String queue, PostWork work) {
    Optional<Posting> posting =
        record(scene, work.tenant(), work.document()).flatMap(record -> record.posting(work.key()));
    boolean isDead = queue.equals(DEAD_VOUCHERS);
    boolean isUnknown = posting.isEmpty() && isDead;
    boolean isKept = posting.filter(TraceRules::isTakenCareOf).isPresent();
    boolean isSaid = !isDead || posting.filter(TraceRules::isUntold).isEmpty();
    require(scene, work.tenant(), work.document(), isUnknown || (isKept && isSaid));
  }

  /** What could not be delivered has failed, unless it went on meanwhile. */
  private static boolean isUntold(Posting posting) {
    return posting.state() == PostingState.READY && posting.pending().failure().isEmpty();
  }

  private static boolean isTakenCareOf(Posting posting) {
    return switch (posting.state()) {
      case READY, CLAIMED, SENDING, PARKED -> !posting.isAtRest();
      case UNKNOWN, POSTED, CONFLICT, REJECTED, WITHDRAWN -> true;
    };
  }

  private void decided(Scene scene, RetryWork work) {
    if (work instanceof RetryWork.TryFailed failed) {
      require(
          scene,
          failed.tenant(),
          failed.document(),
          record(scene, failed.tenant(), failed.document())
              .filter(TraceRules::isTakenCareOf)
              .isPresent());
    }
  }

  private void require(Scene scene, Tenant tenant, DocumentId id, boolean isKept) {
    if (!isKept) {
      findings.add(
          scene,
          Invariant.HANDLED_WITHOUT_TRACE,
          tenant.id() + " " + id,
          record(scene, tenant, id).map(record -> "it is " + record.state()).orElse("no record"));
    }
  }

  /** Of what nobody can read, each is kept in quarantine before it is taken out. */
  private <M> Optional<M> read(Scene scene, JsonCodec<M> codec, String queue, String body) {
    try {
      return Optional.of(codec.decode(body));
    } catch (Unreadable poison) {
      unreadable.add(body);
      if (scene.stores().quarantine().count() < unreadable.size()) {
        findings.add(
            scene, Invariant.HANDLED_WITHOUT_TRACE, queue, "a message that nobody can read");
      }
      return Optional.empty();
    }
  }

  private static Optional<DocumentRecord> record(Scene scene, Tenant tenant, DocumentId id) {
    return scene.stores().documents().find(tenant, id);
  }
}
