package io.dingledger.retry;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.metrics.Measure;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.platform.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks at every document that is due and gives it back to the step that has to go on with it:
 * after a long delay, when a worker died, or when a message was lost.
 */
public final class Sweep {
  private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
  private static final Failure WORKER_GONE =
      Failure.of(
          FailureKind.POISON, "dingledger", "WORKER-GONE", "its worker died or ran out of time");

  /**
   * So many due documents are looked at to find whose turn it is. Turns are fair as long as no more
   * are due at once; beyond that the longest due come first. A line of the index has some 250
   * bytes: all of them are 500 read units, and nothing is read that is not due.
   */
  private static final int MOST_SEEN = 16_000;

  /** After this time nothing more is begun: the function has a minute, and more to do. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private final DocumentStore documents;
  private final MessageQueue<TranslateWork> events;
  private final MessageQueue<PostWork> vouchers;
  private final Retry retry;
  private final RetrySettings settings;
  private final Metrics metrics;
  private final InstantSource clock;

  /** A sweep that nobody measures. */
  public Sweep(
      DocumentStore documents,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      Retry retry,
      RetrySettings settings,
      InstantSource clock) {
    this(documents, events, vouchers, retry, settings, Metrics.NONE, clock);
  }

  /** A sweep over all documents that are due. */
  public Sweep(
      DocumentStore documents,
      MessageQueue<TranslateWork> events,
      MessageQueue<PostWork> vouchers,
      Retry retry,
      RetrySettings settings,
      Metrics metrics,
      InstantSource clock) {
    this.documents = documents;
    this.events = events;
    this.vouchers = vouchers;
    this.retry = retry;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Sweeps once, tenant by tenant in turns, so that one with thousands of due documents keeps
   * nobody else's waiting. A document that can't be handled keeps its place among the due and is
   * logged; it keeps no other document from its turn.
   *
   * @return how many documents were handed on
   * @throws RuntimeException when the store or a queue can't be reached; the next sweep goes on
   */
  public int sweep() {
    Instant began = clock.instant();
    List<DocumentStore.Due> due = documents.due(began, MOST_SEEN);
    int most = settings.sweepPage() * settings.sweepPages();
    int handedOn = 0;
    int stuck = 0;
    for (DocumentStore.Due each : Turns.of(due, DocumentStore.Due::tenant)) {
      if (handedOn == most || clock.instant().isAfter(began.plus(LONGEST))) {
        break;
      }
      if (handOn(each)) {
        handedOn++;
      } else {
        stuck++;
      }
    }
    measure(due, began, handedOn, stuck);
    return handedOn;
  }

  private void measure(List<DocumentStore.Due> due, Instant now, int handedOn, int stuck) {
    metrics.count(Measure.SWEEP_DUE.word(), due.size());
    metrics.count(Measure.SWEEP_HANDED_ON.word(), handedOn);
    metrics.count(Measure.SWEEP_STUCK.word(), stuck);
    metrics.time(
        Measure.SWEEP_LATE.word(),
        due.isEmpty() ? Duration.ZERO : Duration.between(due.getFirst().dueAt(), now));
  }

  /** False when it was left as it is. */
  private boolean handOn(DocumentStore.Due due) {
    try {
      return documents.find(due.tenant(), due.document()).map(this::handOn).orElse(false);
    } catch (StoreUnreachable | QueueUnreachable unreachable) {
      throw unreachable;
    } catch (RuntimeException bug) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SWEEP-STUCK: "
              + LogNames.of(due.tenant(), due.document())
              + " of tenant "
              + LogNames.of(due.tenant())
              + " can't be handed on: "
              + Stumble.places(bug));
      return false;
    }
  }

  private boolean handOn(DocumentRecord record) {
    Instant now = clock.instant();
    boolean fetchIsDue = !record.isTranslated() && isDue(record.fetch().dueAt(), now);
    List<Posting> due =
        record.postings().stream()
            .filter(posting -> isDue(posting.pending().dueAt(), now))
            .filter(posting -> !isHeldByWorker(posting) || posting.isClaimable(now))
            .toList();
    if (!fetchIsDue && due.isEmpty()) {
      return false;
    }
    DocumentRecord next = fetchIsDue ? received(record, now) : record;
    for (Posting posting : due) {
      next = next.with(released(posting, now));
    }
    DocumentRecord swept = StandingReasons.restated(next, clock.instant());
    if (documents.save(swept.noting(now, "retry", "SWEPT", "handed on")).isEmpty()) {
      return false;
    }
    Trace.ofDocument(
        record.trace(),
        Busy.names(record.tenant(), record.id()),
        () -> handOn(record, fetchIsDue, due));
    return true;
  }

  private void handOn(DocumentRecord record, boolean fetchIsDue, List<Posting> due) {
    if (fetchIsDue) {
      handOnFetch(record);
    }
    due.forEach(posting -> handOnPosting(record, posting));
  }

  /** A worker that died has failed once more, and the retry policy says how often it may. */
  private void handOnFetch(DocumentRecord record) {
    if (record.state() == DocumentState.FETCHING) {
      retry.afterFailure(new RetryWork.TryFailed(record.tenant(), record.id(), Optional.empty()));
    } else {
      events.send(new TranslateWork.Again(record.tenant(), record.id()));
    }
  }

  private void handOnPosting(DocumentRecord record, Posting posting) {
    if (isHeldByWorker(posting)) {
      retry.afterFailure(
          new RetryWork.TryFailed(record.tenant(), record.id(), Optional.of(posting.key())));
    } else {
      vouchers.send(new PostWork(record.tenant(), record.id(), posting.key()));
    }
  }

  private DocumentRecord received(DocumentRecord record, Instant now) {
    Instant watched = now.plus(settings.watch());
    return switch (record.state()) {
      case FETCHING -> received(record, record.fetch().failed(WORKER_GONE, watched));
      // It was running when it was looked at; whatever was said of it then is over.
      case IGNORED ->
          received(record.changed().reasons(List.of()).build(), Wait.watchedUntil(watched));
      case RECEIVED, PARKED, POSTING, POSTED, ACCRUED, HELD ->
          received(record, record.fetch().until(watched));
    };
  }

  private static DocumentRecord received(DocumentRecord record, Wait fetch) {
    return record.changed().state(DocumentState.RECEIVED).fetch(fetch).build();
  }

  private Posting released(Posting posting, Instant now) {
    Instant watched = now.plus(settings.watch());
    if (posting.awaitsConfirmation()) {
      return posting.confirmedLater(watched);
    }
    return isHeldByWorker(posting)
        ? posting.abandoned(now, watched).undelivered(WORKER_GONE, watched)
        : posting.again(watched);
  }

  private static boolean isHeldByWorker(Posting posting) {
    return posting.state() == PostingState.CLAIMED || posting.state() == PostingState.SENDING;
  }

  private static boolean isDue(Optional<Instant> dueAt, Instant now) {
    return dueAt.filter(due -> !due.isAfter(now)).isPresent();
  }
}
