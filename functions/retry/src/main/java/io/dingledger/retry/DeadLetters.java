package io.dingledger.retry;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.time.InstantSource;
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

  /** A document that could not be translated. */
  public void untranslated(TranslateWork work) {
    DocumentId id = documentOf(work);
    Optional<DocumentRecord> known = documents.find(work.tenant(), id);
    if (known.filter(DocumentRecord::isTranslated).isPresent()) {
      return;
    }
    DocumentRecord record = known.orElseGet(() -> announced(work, id));
    if (record.approval().isEmpty()) {
      save(held(record));
      return;
    }
    Instant dueAt = clock.instant().plus(settings.watch());
    save(
        note(
            record
                .changed()
                .state(DocumentState.RECEIVED)
                .fetch(record.fetch().failed(UNDELIVERABLE, dueAt))
                .build()));
    retry.afterFailure(new RetryWork.TryFailed(work.tenant(), id, Optional.empty()));
  }

  /** A voucher that could not be delivered. */
  public void unposted(PostWork work) {
    Optional<DocumentRecord> record = documents.find(work.tenant(), work.document());
    Optional<Posting> posting = record.flatMap(found -> found.posting(work.key()));
    if (posting.filter(this::waits).isEmpty()) {
      return;
    }
    Instant dueAt = clock.instant().plus(settings.watch());
    save(note(record.get().with(posting.get().undelivered(UNDELIVERABLE, dueAt))));
    retry.afterFailure(
        new RetryWork.TryFailed(work.tenant(), work.document(), Optional.of(work.key())));
  }

  private boolean waits(Posting posting) {
    boolean claimable =
        posting.state() == PostingState.READY || posting.state() == PostingState.UNKNOWN;
    return claimable && !posting.isAtRest();
  }

  private static DocumentId documentOf(TranslateWork work) {
    return switch (work) {
      case TranslateWork.Again again -> again.document();
      case TranslateWork.Happened(SourceEvent event) ->
          approvalOf(event)
              .map(approval -> new DocumentId(approval.instanceId()))
              .orElseGet(() -> DocumentId.ofEvent(event.eventId()));
    };
  }

  private static Optional<EventSubject.Approval> approvalOf(SourceEvent event) {
    return switch (event.subject()) {
      case EventSubject.Approval approval -> Optional.of(approval);
      case EventSubject.OutOfScope none -> Optional.empty();
    };
  }

  private DocumentRecord announced(TranslateWork work, DocumentId id) {
    Optional<EventSubject.Approval> approval =
        switch (work) {
          case TranslateWork.Again again -> Optional.empty();
          case TranslateWork.Happened(SourceEvent event) -> approvalOf(event);
        };
    return DocumentRecord.announced(work.tenant(), id, approval, clock.instant());
  }

  private DocumentRecord held(DocumentRecord record) {
    return note(
        record
            .changed()
            .state(DocumentState.HELD)
            .reasons(List.of(Reason.of(RetryReason.UNDELIVERABLE)))
            .build());
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
