package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PostWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PatrolNotes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What events say of approvals, in whatever order they arrive. */
final class Approvals {
  private static final int MOST_TRIES = 20;

  private final DocumentStore documents;
  private final PatrolNotes notes;
  private final MessageQueue<PostWork> vouchers;
  private final RuleBookSource ruleBooks;
  private final Fetch fetch;
  private final TranslateSettings settings;
  private final InstantSource clock;

  Approvals(TranslatePorts ports, Fetch fetch, TranslateSettings settings, InstantSource clock) {
    this.documents = ports.stores().documents();
    this.notes = ports.stores().notes();
    this.vouchers = ports.vouchers();
    this.ruleBooks = ports.ruleBooks();
    this.fetch = fetch;
    this.settings = settings;
    this.clock = clock;
  }

  /** An event speaks of an approval. */
  void happened(SourceEvent event, EventSubject.Approval said) {
    EventSubject.Approval approval = withCategory(event.tenant(), said);
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

  /** Failed pushes and those to third-party apps name no category, but an earlier push may have. */
  private EventSubject.Approval withCategory(Tenant tenant, EventSubject.Approval said) {
    return said.category().isEmpty() && !said.processCode().isEmpty()
        ? said.orCategory(notes.forms(tenant).getOrDefault(said.processCode(), ""))
        : said;
  }

  /** A known approval is due for another look, whatever its last event said. */
  void again(DocumentRecord found) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<DocumentRecord> record = documents.find(found.tenant(), found.id());
      Optional<EventSubject.Approval> approval = record.flatMap(DocumentRecord::approval);
      if (approval.isEmpty() || isBeingFetched(record.get())) {
        return;
      }
      if (record.get().isTranslated()) {
        fetch.lookAgainAfterOthers(record.get(), approval.get());
        return;
      }
      if (translate(record.get(), approval.get(), true)) {
        return;
      }
    }
    throw new IllegalStateException("record of " + found.id() + " is written all the time");
  }

  /** One try; false when somebody else wrote the record meanwhile. */
  private boolean step(DocumentRecord record, String eventId, EventSubject.Approval said) {
    EventSubject.Approval furthest =
        record.approval().map(known -> known.orFurther(said)).orElse(said);
    boolean fresh = record.version() == 0;
    boolean newer = fresh || !record.approval().equals(Optional.of(furthest));
    boolean repeated = record.eventIds().contains(eventId);
    if (record.isRecorded()) {
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
    boolean asksForALook = said.phase() == Phase.CHANGED && !repeated && !record.isTranslated();
    if (newer || workerIsGone || asksForALook) {
      DocumentRecord heard = record.changed().heardOf(eventId).approval(furthest).build();
      return translate(heard, furthest, asksForALook);
    }
    if (repeated && record.isTranslated()) {
      fetch.lookAgainAfterOthers(record, furthest);
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
      fetch.lookAgainAfterOthers(record, furthest);
      return true;
    }
    boolean endedEarly = newer && Triage.endedEarly(furthest).isPresent();
    // What a later document has withdrawn or replaced is taken back by that one already.
    if (endedEarly && record.supersededBy().isEmpty()) {
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

  /**
   * Translates. What a person has asked for is looked at whatever events and scope say.
   *
   * @param look whether to ask even when no event has said that it ended
   */
  private boolean translate(DocumentRecord record, EventSubject.Approval approval, boolean look) {
    boolean asked = Retranslation.isAsked(record);
    Optional<Reason> endedEarly = Triage.endedEarly(approval);
    if (!asked && endedEarly.isPresent()) {
      return ended(record, DocumentState.IGNORED, endedEarly.get());
    }
    RuleBookSource.Active active;
    Prospect prospect;
    try {
      active = ruleBooks.of(record.tenant());
      prospect = Prospect.of(active, record, approval, clock.instant());
    } catch (RuntimeException bug) {
      return claim(record, mine -> fetch.stumbled(mine, bug));
    }
    if (!asked && prospect.unwanted().isPresent() && !sharesNumberWithBooked(record, approval)) {
      return ended(record, DocumentState.IGNORED, prospect.unwanted().get());
    }
    if (approval.phase() == Phase.START && !look && !asked) {
      return stillRuns(record);
    }
    if (prospect.unusable().isPresent()) {
      return ended(record, DocumentState.HELD, prospect.unusable().get());
    }
    return switch (active) {
      case RuleBookSource.Active.Unusable(Reason reason) ->
          ended(record, DocumentState.HELD, reason);
      case RuleBookSource.Active.Waiting(Failure why, Reason reason) ->
          claim(record, mine -> fetch.refused(mine, why));
      case RuleBookSource.Active.Ready ready ->
          claim(record, mine -> fetch.andTranslate(mine, approval, ready, this::queueReady));
    };
  }

  /**
   * Whether an earlier approval of the same number has vouchers or pay items: then this may
   * withdraw or change it, and what is in the books must not stay there because the scope was
   * narrowed since.
   */
  private boolean sharesNumberWithBooked(DocumentRecord record, EventSubject.Approval approval) {
    return documents.siblings(record.tenant(), approval.businessId()).stream()
        .filter(sibling -> !sibling.document().equals(record.id()))
        .flatMap(sibling -> documents.find(record.tenant(), sibling.document()).stream())
        .anyMatch(DocumentRecord::isRecorded);
  }

  /** One worker at a time fetches a document: each fetch counts against the tenant's quota. */
  private boolean claim(DocumentRecord record, Consumer<DocumentRecord> work) {
    Instant leaseEnd = clock.instant().plus(settings.lease());
    DocumentRecord fetching =
        record
            .changed()
            .state(DocumentState.FETCHING)
            .reasons(isOnItsWay(record) ? record.reasons() : List.of())
            .fetch(record.fetch().until(leaseEnd))
            .build();
    Optional<DocumentRecord> claimed =
        documents.save(note(fetching, "FETCHING", "until " + leaseEnd));
    claimed.ifPresent(work);
    return claimed.isPresent();
  }

  /** What is said of a document on its way is why it still waits; only its outcome ends that. */
  private static boolean isOnItsWay(DocumentRecord record) {
    return record.state() == DocumentState.RECEIVED || record.state() == DocumentState.FETCHING;
  }

  private boolean isBeingFetched(DocumentRecord record) {
    return record.state() == DocumentState.FETCHING
        && record.fetch().dueAt().filter(due -> clock.instant().isBefore(due)).isPresent();
  }

  private boolean stillRuns(DocumentRecord record) {
    Instant recheck = clock.instant().plus(settings.recheck());
    return ended(
        record,
        DocumentState.IGNORED,
        Reason.of(TranslateReason.STILL_RUNNING),
        Optional.of(recheck));
  }

  private boolean ended(DocumentRecord record, DocumentState state, Reason reason) {
    return ended(record, state, reason, Optional.empty());
  }

  private boolean ended(
      DocumentRecord record, DocumentState state, Reason reason, Optional<Instant> lookAgainAt) {
    DocumentRecord ended =
        record
            .changed()
            .state(state)
            .fetch(lookAgainAt.map(record.fetch()::until).orElseGet(record.fetch()::ended))
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
