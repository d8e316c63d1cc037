package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns a source event into a stored document with vouchers, or into a stated reason why not.
 *
 * <p>Repeats are harmless: a document is fetched by one worker at a time and translated once, and
 * every event after that only leaves its id.
 */
public final class Translate {
  private static final int MOST_TRIES = 20;

  private final DocumentStore documents;
  private final MessageQueue<PostWork> vouchers;
  private final RuleBookSource ruleBooks;
  private final Fetch fetch;
  private final TranslateSettings settings;
  private final InstantSource clock;

  public Translate(
      DocumentStore documents,
      MessageQueue<PostWork> vouchers,
      RuleBookSource ruleBooks,
      Fetch fetch,
      TranslateSettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.vouchers = vouchers;
    this.ruleBooks = ruleBooks;
    this.fetch = fetch;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does one piece of work.
   *
   * @throws RuntimeException when the store or a queue can't be reached; the message is delivered
   *     again
   */
  public void handle(TranslateWork work) {
    switch (work) {
      case TranslateWork.DayRead read -> throw new UnsupportedOperationException("contract");
      case TranslateWork.Again(Tenant tenant, DocumentId document) -> again(tenant, document);
      case TranslateWork.Happened(SourceEvent event) -> {
        switch (event.subject()) {
          case EventSubject.OutOfScope none -> recordOutOfScope(event, none);
          case EventSubject.Approval approval -> happened(event, approval);
          default -> throw new UnsupportedOperationException("contract");
        }
      }
    }
  }

  private void recordOutOfScope(SourceEvent event, EventSubject.OutOfScope none) {
    DocumentId id = DocumentId.ofEvent(event.eventId());
    if (documents.find(event.tenant(), id).isPresent()) {
      return;
    }
    Reason reason =
        Reason.of(TranslateReason.EVENT_OUT_OF_SCOPE, event.type(), none.reason().english());
    DocumentRecord record =
        DocumentRecord.announced(event.tenant(), id, Optional.empty(), clock.instant())
            .changed()
            .kind(event.type())
            .title(event.type())
            .heardOf(event.eventId())
            .state(DocumentState.IGNORED)
            .reasons(List.of(reason))
            .build();
    documents.save(note(record, "IGNORED", reason.code()));
  }

  private void happened(SourceEvent event, EventSubject.Approval approval) {
    DocumentId id = new DocumentId(approval.instanceId());
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record =
          documents
              .find(event.tenant(), id)
              .orElseGet(
                  () ->
                      DocumentRecord.announced(
                          event.tenant(), id, Optional.of(approval), clock.instant()));
      if (step(record, event.eventId(), approval)) {
        return;
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  /** One try; false when somebody else wrote the record meanwhile. */
  private boolean step(DocumentRecord record, String eventId, EventSubject.Approval said) {
    EventSubject.Approval furthest =
        record.approval().map(known -> known.orFurther(said)).orElse(said);
    boolean fresh = record.version() == 0;
    boolean newer = fresh || !record.approval().equals(Optional.of(furthest));
    boolean repeated = record.eventIds().contains(eventId);
    if (record.hasPostings()) {
      return afterTranslation(record, eventId, furthest, newer, repeated);
    }
    if (isBeingFetched(record)) {
      return whileFetched(record, newer);
    }
    if (!repeated && isContradicted(record, said)) {
      DocumentRecord doubtful = record.changed().heardOf(eventId).build();
      return ended(doubtful, DocumentState.HELD, Reason.of(TranslateReason.CONTRADICTING_EVENTS));
    }
    boolean workerIsGone = record.state() == DocumentState.FETCHING;
    if (newer || workerIsGone) {
      return translate(record.changed().heardOf(eventId).approval(furthest).build(), furthest);
    }
    return repeated || heard(record, eventId, furthest);
  }

  /** A document that is HELD already has its person. */
  private static boolean isContradicted(DocumentRecord record, EventSubject.Approval said) {
    return record.state() != DocumentState.HELD
        && record.approval().filter(known -> known.isContradictedBy(said)).isPresent();
  }

  /** Writing now would cost the fetching worker its result, and the tenant another call. */
  private static boolean whileFetched(DocumentRecord record, boolean newer) {
    if (newer) {
      throw new IllegalStateException(record.id() + " is being fetched; its event must wait");
    }
    return true;
  }

  private boolean afterTranslation(
      DocumentRecord record,
      String eventId,
      EventSubject.Approval furthest,
      boolean newer,
      boolean repeated) {
    if (repeated) {
      queueReady(record);
      return true;
    }
    if (newer && Triage.nothingToFetch(furthest).isPresent()) {
      Reason reason = Reason.of(TranslateReason.ENDED_AFTER_POSTING);
      DocumentRecord doubtful =
          record
              .held()
              .changed()
              .heardOf(eventId)
              .approval(furthest)
              .reasons(List.of(reason))
              .build();
      return documents.save(note(doubtful, "HELD", reason.code())).isPresent();
    }
    return heard(record, eventId, furthest);
  }

  private boolean heard(DocumentRecord record, String eventId, EventSubject.Approval furthest) {
    DocumentRecord next = record.changed().heardOf(eventId).approval(furthest).build();
    return documents.save(note(next, "HEARD", furthest.phase().name())).isPresent();
  }

  private void again(Tenant tenant, DocumentId id) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<DocumentRecord> found = documents.find(tenant, id);
      if (found.isEmpty() || found.get().isTranslated() || isBeingFetched(found.get())) {
        return;
      }
      Optional<EventSubject.Approval> approval = found.get().approval();
      if (approval.isEmpty() || translate(found.get(), approval.get())) {
        return;
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  private boolean translate(DocumentRecord record, EventSubject.Approval approval) {
    Optional<Reason> nothing = Triage.nothingToFetch(approval);
    if (nothing.isPresent()) {
      return ended(record, DocumentState.IGNORED, nothing.get());
    }
    RuleBookSource.Active active;
    Optional<Reason> outOfScope;
    try {
      active = ruleBooks.of(record.tenant());
      outOfScope = outOfScope(active, approval);
    } catch (RuntimeException bug) {
      Optional<DocumentRecord> claimed = claim(record);
      claimed.ifPresent(mine -> fetch.stumbled(mine, bug));
      return claimed.isPresent();
    }
    return switch (active) {
      case RuleBookSource.Active.Unusable(Reason reason) ->
          ended(record, DocumentState.HELD, reason);
      case RuleBookSource.Active.Ready ready when outOfScope.isPresent() ->
          ended(record, DocumentState.IGNORED, outOfScope.get());
      case RuleBookSource.Active.Ready ready -> {
        Optional<DocumentRecord> claimed = claim(record);
        claimed.ifPresent(mine -> fetch.andTranslate(mine, approval, ready, this::queueReady));
        yield claimed.isPresent();
      }
    };
  }

  private static Optional<Reason> outOfScope(
      RuleBookSource.Active active, EventSubject.Approval approval) {
    return switch (active) {
      case RuleBookSource.Active.Unusable unusable -> Optional.empty();
      case RuleBookSource.Active.Ready ready -> ready.book().outOfScope(approval);
    };
  }

  /** One worker at a time fetches a document: each fetch counts against the tenant's quota. */
  private Optional<DocumentRecord> claim(DocumentRecord record) {
    Instant leaseEnd = clock.instant().plus(settings.lease());
    DocumentRecord fetching =
        record
            .changed()
            .state(DocumentState.FETCHING)
            .reasons(isOnItsWay(record) ? record.reasons() : List.of())
            .fetch(record.fetch().until(leaseEnd))
            .build();
    return documents.save(note(fetching, "FETCHING", "until " + leaseEnd));
  }

  /** What is said of a document on its way is why it still waits; only its outcome ends that. */
  private static boolean isOnItsWay(DocumentRecord record) {
    return record.state() == DocumentState.RECEIVED || record.state() == DocumentState.FETCHING;
  }

  private boolean isBeingFetched(DocumentRecord record) {
    return record.state() == DocumentState.FETCHING
        && record.fetch().dueAt().filter(due -> clock.instant().isBefore(due)).isPresent();
  }

  private boolean ended(DocumentRecord record, DocumentState state, Reason reason) {
    DocumentRecord ended =
        record
            .changed()
            .state(state)
            .fetch(record.fetch().ended())
            .reasons(List.of(reason))
            .build();
    return documents.save(note(ended, state.name(), reason.code())).isPresent();
  }

  private void queueReady(DocumentRecord record) {
    record.postings().stream()
        .filter(posting -> posting.state() == PostingState.READY)
        .filter(posting -> posting.pending().attempts() == 0)
        .forEach(
            posting -> vouchers.send(new PostWork(record.tenant(), record.id(), posting.key())));
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "translate", what, detail);
  }
}
