package io.dingledger.retry;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.metrics.Measure;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.metrics.Metrics.Dimension;
import io.dingledger.platform.metrics.Metrics.Label;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what happens after a failed try. The decision is stored before anything is sent, with the
 * time at which the sweep looks at the document again, so that a lost message costs time and
 * nothing else.
 */
public final class Retry {
  private static final System.Logger LOG = System.getLogger(Retry.class.getName());
  private static final int MOST_TRIES = 20;

  private final DocumentStore documents;
  private final MessageQueue<TranslateWork> events;
  private final MessageQueue<PostWork> vouchers;
  private final RetryPolicy policy;
  private final RetrySettings settings;
  private final Metrics metrics;
  private final InstantSource clock;

  /** Decisions that nobody measures. */
  public Retry(
      DocumentStore documents,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      RetryPolicy policy,
      RetrySettings settings,
      InstantSource clock) {
    this(documents, events, vouchers, policy, settings, Metrics.NONE, clock);
  }

  /** Decisions by a policy. */
  public Retry(
      DocumentStore documents,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      RetryPolicy policy,
      RetrySettings settings,
      Metrics metrics,
      InstantSource clock) {
    this.documents = documents;
    this.events = events;
    this.vouchers = vouchers;
    this.policy = policy;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Decides about a failed try; does nothing when the document has moved on since. */
  public void afterFailure(RetryWork.TryFailed failed) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<DocumentRecord> found = documents.find(failed.tenant(), failed.document());
      Optional<Plan> plan = found.flatMap(record -> plan(record, failed.key()));
      if (plan.isEmpty()) {
        return;
      }
      DocumentRecord decided = StandingReasons.restated(plan.get().record(), clock.instant());
      if (documents.save(decided).isPresent()) {
        log(decided, failed.key());
        measure(decided, failed.key());
        plan.get().send().run();
        return;
      }
    }
    throw new IllegalStateException("record of " + failed.document() + " is written all the time");
  }

  /** The outside system's words stay out of the log: nobody knows what they hold. */
  private static void log(DocumentRecord decided, Optional<VoucherKey> key) {
    Wait wait = key.flatMap(decided::posting).map(Posting::pending).orElse(decided.fetch());
    String failure =
        wait.failure().map(why -> why.kind() + " " + why.system() + " " + why.code()).orElse("");
    LOG.log(
        System.Logger.Level.INFO,
        "retry decided: "
            + LogNames.of(decided.tenant(), decided.id())
            + " "
            + failure
            + " attempts "
            + wait.attempts()
            + " "
            + decided.timeline().getLast().what());
  }

  private void measure(DocumentRecord decided, Optional<VoucherKey> key) {
    Wait wait = key.flatMap(decided::posting).map(Posting::pending).orElse(decided.fetch());
    metrics.count(
        Measure.RETRY_DECIDED.word(),
        new Label(
            Dimension.FAILURE_KIND, wait.failure().map(why -> why.kind().name()).orElse("NONE")),
        new Label(Dimension.OUTCOME, decided.timeline().getLast().what()));
  }

  /**
   * What is stored and, once it is stored, sent.
   *
   * @param record the document with the decision in it
   * @param send hands the work to its queue, or does nothing
   */
  private record Plan(DocumentRecord record, Runnable send) {}

  private Optional<Plan> plan(DocumentRecord record, Optional<VoucherKey> key) {
    return key.isPresent()
        ? record.posting(key.get()).flatMap(posting -> planPosting(record, posting))
        : planFetch(record);
  }

  private Optional<Plan> planFetch(DocumentRecord record) {
    if (record.state() != DocumentState.RECEIVED || record.fetch().failure().isEmpty()) {
      return Optional.empty();
    }
    Failure failure = record.fetch().failure().get();
    int attempts = record.fetch().attempts();
    int inARow = record.fetch().inARow();
    Instant now = clock.instant();
    Decision decision = policy.decide(failure, inARow, now);
    return Optional.of(
        switch (decision) {
          case Decision.Again(Duration delay) ->
              new Plan(
                  note(fetchAt(record, dueAt(now, delay, attempts)), "AGAIN", in(delay)),
                  byQueue(
                      delay, attempts, () -> translateAgain(record.tenant(), record.id(), delay)));
          case Decision.Park park -> new Plan(fetchParked(record, park), NOTHING);
          case Decision.Hold() -> new Plan(fetchHeld(record, refused(failure)), NOTHING);
          case Decision.GiveUp() -> new Plan(fetchHeld(record, gaveUp(failure, inARow)), NOTHING);
        });
  }

  private Optional<Plan> planPosting(DocumentRecord record, Posting posting) {
    boolean waits =
        posting.state() == PostingState.READY || posting.state() == PostingState.UNKNOWN;
    if (!waits || posting.isAtRest() || posting.pending().failure().isEmpty()) {
      return Optional.empty();
    }
    Failure failure = posting.pending().failure().get();
    int attempts = posting.pending().attempts();
    int inARow = posting.pending().inARow();
    Instant now = clock.instant();
    PostWork work = new PostWork(record.tenant(), record.id(), posting.key());
    Decision decision = policy.decide(failure, inARow, now);
    return Optional.of(
        switch (decision) {
          case Decision.Again(Duration delay) ->
              new Plan(
                  note(record.with(posting.again(dueAt(now, delay, attempts))), "AGAIN", in(delay)),
                  byQueue(delay, attempts, () -> vouchers.send(work, delay)));
          case Decision.Park park -> new Plan(parked(record, posting, soon(park, now)), NOTHING);
          case Decision.Hold() -> new Plan(held(record, posting, refused(failure)), NOTHING);
          case Decision.GiveUp() ->
              new Plan(held(record, posting, gaveUp(failure, inARow)), NOTHING);
        });
  }

  private static final Runnable NOTHING = () -> {};

  /** The ledger's gate keeps a voucher from calling too early: it may look often, at no cost. */
  private Decision.Park soon(Decision.Park park, Instant now) {
    Instant look = now.plus(settings.times().look());
    return park.thing() == WaitsFor.CONNECTION && look.isBefore(park.until())
        ? new Decision.Park(park.thing(), park.system(), look)
        : park;
  }

  private void translateAgain(Tenant tenant, DocumentId document, Duration delay) {
    events.send(new TranslateWork.Again(tenant, document), delay);
  }

  private Runnable byQueue(Duration delay, int attempts, Runnable send) {
    return travelsByQueue(delay, attempts) ? send : NOTHING;
  }

  /** By queue, the sweep looks whether the work was done; by table, the sweep does it. */
  private Instant dueAt(Instant now, Duration delay, int attempts) {
    Instant then = now.plus(delay);
    return travelsByQueue(delay, attempts) ? then.plus(settings.watch()) : then;
  }

  private boolean travelsByQueue(Duration delay, int attempts) {
    return attempts <= settings.quickTries() && delay.compareTo(MessageQueue.LONGEST_DELAY) <= 0;
  }

  private static DocumentRecord fetchAt(DocumentRecord record, Instant dueAt) {
    return record.changed().fetch(record.fetch().until(dueAt)).build();
  }

  private DocumentRecord fetchParked(DocumentRecord record, Decision.Park park) {
    DocumentRecord parked =
        record
            .changed()
            .state(DocumentState.PARKED)
            .fetch(record.fetch().parked(park.forWhat(), park.until()))
            .build();
    return note(parked, "PARKED", park.forWhat() + " until " + park.until());
  }

  private DocumentRecord parked(DocumentRecord record, Posting posting, Decision.Park park) {
    DocumentRecord parked = record.with(posting.parked(park.forWhat(), park.until()));
    return note(parked, "PARKED", park.forWhat() + " until " + park.until());
  }

  private DocumentRecord fetchHeld(DocumentRecord record, Reason reason) {
    DocumentRecord held =
        record.changed().state(DocumentState.HELD).fetch(record.fetch().ended()).build();
    return note(because(held, reason), "HELD", reason.code());
  }

  private DocumentRecord held(DocumentRecord record, Posting posting, Reason reason) {
    return note(because(record.with(posting.givenUp()), reason), "HELD", reason.code());
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "retry", what, detail);
  }

  private static DocumentRecord because(DocumentRecord record, Reason reason) {
    List<Reason> reasons = new ArrayList<>(record.reasons());
    reasons.add(reason);
    return record.changed().reasons(reasons).build();
  }

  private static Reason refused(Failure failure) {
    return Reason.of(RetryReason.REFUSED, failure.system(), failure.code(), failure.detail());
  }

  private static Reason gaveUp(Failure failure, int inARow) {
    return Reason.of(
        RetryReason.GAVE_UP, failure.system(), failure.code(), failure.detail(), inARow);
  }

  private static String in(Duration delay) {
    return "in " + delay.toMillis() + " ms";
  }
}
