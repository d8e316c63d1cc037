package io.dingledger.retry;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes messages out of the dead-letter queues: their document gets a record that people see and
 * one more failed try, and the retry policy goes on from there.
 */
public final class DeadLetters {
  private static final Failure UNDELIVERABLE =
      Failure.of(
          FailureKind.POISON, "dingledger", "UNDELIVERABLE", "came from a dead-letter queue");

  private static final String UNDELIVERED = RetryReason.UNDELIVERABLE.code();

  private final DocumentStore documents;
  private final Retry retry;
  private final RetrySettings settings;
  private final InstantSource clock;

  public DeadLetters(
      DocumentStore documents, Retry retry, RetrySettings settings, InstantSource clock) {
    this.documents = documents;
    this.retry = retry;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A document that could not be translated. What its event said is taken in even where an earlier
   * event has ended the document: of a start and a finish, the finish is the one that matters.
   *
   * @return false when only the message itself knows all that it says: people and days that changed
   *     stand in no record
   * @throws IllegalStateException when it says more and a worker is at the document; the message
   *     comes again
   */
  public boolean untranslated(TranslateWork work) {
    return switch (work) {
      case TranslateWork.DayRead read -> {
        unread(read);
        yield false;
      }
      case TranslateWork.Again again -> {
        takeIn(again);
        yield true;
      }
      case TranslateWork.ClosePeriod close -> {
        takeIn(close);
        yield true;
      }
      // The document still waits for a person, or the sweep goes on with what was begun.
      case TranslateWork.Retranslate asked -> true;
      case TranslateWork.Received received -> {
        undelivered(documents.find(received.tenant(), received.document()), received);
        yield false;
      }
      case TranslateWork.Happened happened -> {
        takeIn(happened);
        yield approvalOf(happened.event()).isPresent();
      }
    };
  }

  /** A person must look at the day, whatever an earlier reading made of it; so with what came. */
  private void unread(TranslateWork.DayRead read) {
    undelivered(documents.find(read.tenant(), documentOf(read)), read);
  }

  private void undelivered(Optional<DocumentRecord> there, TranslateWork work) {
    DocumentRecord known = there.orElseGet(() -> announced(work, documentOf(work)));
    boolean isSaid =
        known.state() == DocumentState.HELD
            && known.reasons().stream().anyMatch(reason -> UNDELIVERED.equals(reason.code()));
    if (!isSaid) {
      save(held(known));
    }
  }

  private void takeIn(TranslateWork work) {
    DocumentId id = documentOf(work);
    Optional<DocumentRecord> known = documents.find(work.tenant(), id);
    DocumentRecord heard = hearing(known.orElseGet(() -> announced(work, id)), work);
    boolean contradicts = known.filter(record -> isContradicted(record, work)).isPresent();
    boolean saysMore =
        contradicts || known.filter(record -> record.approval().equals(heard.approval())).isEmpty();
    if (!saysMore && (!needsTranslation(heard) || isBeingFetched(heard))) {
      return;
    }
    if (isBeingFetched(heard)) {
      throw new IllegalStateException(id + " is being fetched; its dead letter must wait");
    }
    if (heard.approval().isEmpty() || heard.isRecorded() || contradicts) {
      save(held(heard));
      return;
    }
    Instant dueAt = clock.instant().plus(settings.watch());
    save(
        note(
            heard
                .changed()
                .state(DocumentState.RECEIVED)
                .reasons(List.of())
                .fetch(heard.fetch().failed(UNDELIVERABLE, dueAt))
                .build()));
    retry.afterFailure(new RetryWork.TryFailed(work.tenant(), id, Optional.empty()));
  }

  /**
   * What is parked waits for something named, and the sweep knows when to look again. What was
   * still running when it was looked at may have ended since.
   */
  private static boolean needsTranslation(DocumentRecord record) {
    return switch (record.state()) {
      case RECEIVED, FETCHING -> true;
      case IGNORED -> !record.isTranslated();
      case PARKED, POSTING, POSTED, ACCRUED, HELD -> false;
    };
  }

  /** Consent after an early end leaves doubt, unless it was heard or a person has the document. */
  private static boolean isContradicted(DocumentRecord record, TranslateWork work) {
    return switch (work) {
      case TranslateWork.Again again -> false;
      case TranslateWork.Retranslate asked -> false;
      case TranslateWork.DayRead read -> false;
      case TranslateWork.ClosePeriod close -> false;
      case TranslateWork.Received received -> false;
      case TranslateWork.Happened(SourceEvent event) ->
          record.state() != DocumentState.HELD
              && !record.eventIds().contains(event.eventId())
              && approvalOf(event)
                  .filter(
                      said ->
                          record
                              .approval()
                              .filter(known -> known.isContradictedBy(said))
                              .isPresent())
                  .isPresent();
    };
  }

  private boolean isBeingFetched(DocumentRecord record) {
    return record.state() == DocumentState.FETCHING
        && record.fetch().dueAt().filter(due -> clock.instant().isBefore(due)).isPresent();
  }

  /**
   * A voucher that could not be delivered.
   *
   * @return false when no such voucher is stored: then only the message itself knows of it
   */
  public boolean unposted(PostWork work) {
    Optional<DocumentRecord> record = documents.find(work.tenant(), work.document());
    Optional<Posting> posting = record.flatMap(found -> found.posting(work.key()));
    if (posting.isEmpty()) {
      return false;
    }
    Instant dueAt = clock.instant().plus(settings.watch());
    Optional<Posting> waiting = waiting(posting.get(), dueAt);
    if (waiting.isPresent()) {
      save(note(record.get().with(waiting.get().undelivered(UNDELIVERABLE, dueAt))));
      retry.afterFailure(
          new RetryWork.TryFailed(work.tenant(), work.document(), Optional.of(work.key())));
    }
    return true;
  }

  /** The posting as it waits for a worker; empty when one holds it or nothing is left to do. */
  private Optional<Posting> waiting(Posting posting, Instant dueAt) {
    Instant now = clock.instant();
    return switch (posting.state()) {
      case READY, UNKNOWN -> Optional.of(posting).filter(each -> !each.isAtRest());
      case CLAIMED, SENDING ->
          Optional.of(posting)
              .filter(each -> each.isClaimable(now))
              .map(each -> each.abandoned(now, dueAt));
      case POSTED, CONFLICT, REJECTED, PARKED, WITHDRAWN -> Optional.empty();
    };
  }

  private static DocumentRecord hearing(DocumentRecord record, TranslateWork work) {
    return switch (work) {
      case TranslateWork.Again again -> record;
      case TranslateWork.Retranslate asked -> record;
      case TranslateWork.DayRead read -> record;
      case TranslateWork.ClosePeriod close -> record;
      case TranslateWork.Received received -> record;
      case TranslateWork.Happened(SourceEvent event) ->
          approvalOf(event)
              .map(
                  said ->
                      record
                          .changed()
                          .heardOf(event.eventId())
                          .approval(record.approval().map(k -> k.orFurther(said)).orElse(said))
                          .build())
              .orElse(record);
    };
  }

  private static DocumentId documentOf(TranslateWork work) {
    return switch (work) {
      case TranslateWork.Again again -> again.document();
      case TranslateWork.Retranslate asked -> asked.document();
      case TranslateWork.DayRead(Tenant tenant, EventSubject.PersonDay day, String r, Instant at) ->
          DocumentId.ofDay(day.userId(), day.day());
      case TranslateWork.ClosePeriod close -> DocumentId.ofPayPeriod(close.month());
      case TranslateWork.Received received -> received.document();
      case TranslateWork.Happened(SourceEvent event) ->
          approvalOf(event)
              .map(approval -> new DocumentId(approval.instanceId()))
              .orElseGet(() -> DocumentId.ofEvent(event.eventId()));
    };
  }

  private static Optional<EventSubject.Approval> approvalOf(SourceEvent event) {
    return event.subject() instanceof EventSubject.Approval approval
        ? Optional.of(approval)
        : Optional.empty();
  }

  private DocumentRecord announced(TranslateWork work, DocumentId id) {
    Instant now = clock.instant();
    return switch (work) {
      case TranslateWork.Again again ->
          DocumentRecord.announced(work.tenant(), id, Optional.empty(), now);
      case TranslateWork.Retranslate asked ->
          DocumentRecord.announced(work.tenant(), id, Optional.empty(), now);
      case TranslateWork.Received received ->
          DocumentRecord.announced(work.tenant(), id, Optional.empty(), now);
      case TranslateWork.DayRead read ->
          DocumentRecord.announced(work.tenant(), id, Optional.empty(), now)
              .changed()
              .kind(DocumentKind.DAILY_RESULT.word())
              .businessDate(read.day().day())
              .build();
      case TranslateWork.ClosePeriod close ->
          DocumentRecord.announced(work.tenant(), id, Optional.empty(), now)
              .changed()
              .kind(DocumentKind.PAY_PERIOD.word())
              .businessDate(close.month().atEndOfMonth())
              .build();
      case TranslateWork.Happened(SourceEvent event) -> announced(event, id, now);
    };
  }

  /** An event without a document is known by its type. */
  private static DocumentRecord announced(SourceEvent event, DocumentId id, Instant now) {
    Optional<EventSubject.Approval> approval = approvalOf(event);
    DocumentRecord record = DocumentRecord.announced(event.tenant(), id, approval, now);
    return approval.isPresent()
        ? record
        : record.changed().kind(event.type()).title(event.type()).heardOf(event.eventId()).build();
  }

  private DocumentRecord held(DocumentRecord record) {
    DocumentRecord stopped = record.held();
    List<Reason> reasons = new ArrayList<>(stopped.reasons());
    reasons.add(Reason.of(RetryReason.UNDELIVERABLE));
    return note(stopped.changed().fetch(record.fetch().ended()).reasons(reasons).build());
  }

  private DocumentRecord note(DocumentRecord record) {
    return record.noting(clock.instant(), "retry", "DEAD_LETTER", "came from a dead-letter queue");
  }

  /** Thrown so that the queue delivers the message again. */
  private void save(DocumentRecord record) {
    documents
        .save(record)
        .orElseThrow(() -> new IllegalStateException(record.id() + " was just written by another"));
  }
}
