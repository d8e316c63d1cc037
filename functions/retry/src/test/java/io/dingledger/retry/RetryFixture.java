package io.dingledger.retry;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableQuarantine;
import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A store and queues in memory, a clock moved by hand, and documents in any state. */
final class RetryFixture {
  static final Tenant TENANT = Tenant.verified("demo");
  static final DocumentId DOCUMENT = new DocumentId("instance-1");
  static final VoucherKey KEY = VoucherKey.of(TENANT, DOCUMENT, Purpose.RECORD, 1);
  static final PostWork POST = new PostWork(TENANT, DOCUMENT, KEY);
  static final TranslateWork TRANSLATE = new TranslateWork.Again(TENANT, DOCUMENT);
  static final RetryWork.TryFailed POST_FAILED =
      new RetryWork.TryFailed(TENANT, DOCUMENT, Optional.of(KEY));
  static final RetryWork.TryFailed FETCH_FAILED =
      new RetryWork.TryFailed(TENANT, DOCUMENT, Optional.empty());
  static final RetryParts.DeadLetterQueues QUEUES =
      new RetryParts.DeadLetterQueues("arn:events-dead", "arn:vouchers-dead");
  static final RetrySettings SETTINGS = RetrySettings.DEFAULT;
  static final Duration LEASE = Duration.ofSeconds(330);
  static final Duration WATCH = SETTINGS.watch();

  final HandClock clock = new HandClock(Instant.parse("2026-03-31T02:00:00Z"));
  final MemoryTable table = new MemoryTable();
  final DocumentStore documents = new TableDocumentStore(table);
  final Quarantine quarantine = new TableQuarantine(table);
  final MemoryMessageQueue<TranslateWork> events = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<PostWork> vouchers = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<RetryWork> failures = new MemoryMessageQueue<>(clock);
  final RetryParts parts = partsOver(documents);

  RetryParts partsOver(DocumentStore store) {
    return RetryParts.of(
        store, quarantine, events, vouchers, failures, QUEUES, SETTINGS, new Random(7), clock);
  }

  Instant now() {
    return clock.instant();
  }

  static Failure failure(FailureKind kind) {
    return Failure.of(kind, "kingdee-cloud", "X", "because");
  }

  /** What an event says of the document. */
  static EventSubject.Approval said(Phase phase) {
    return new EventSubject.Approval(
        DOCUMENT.value(),
        "PROC-1",
        "",
        "",
        phase,
        phase == Phase.FINISH ? Optional.of(Result.AGREE) : Optional.empty(),
        "u-1",
        "报销",
        Optional.empty());
  }

  SourceEvent event(String id, EventSubject subject) {
    return new SourceEvent(TENANT, id, "bpms_instance_change", now(), subject, "{}");
  }

  DocumentRecord announced(DocumentId id) {
    return DocumentRecord.announced(TENANT, id, Optional.of(said(Phase.FINISH)), now());
  }

  /** Stores the document without vouchers, in this state and with this wait. */
  DocumentRecord untranslated(DocumentState state, Wait fetch, Reason... reasons) {
    return documents
        .save(
            announced(DOCUMENT)
                .changed()
                .state(state)
                .fetch(fetch)
                .reasons(List.of(reasons))
                .build())
        .orElseThrow();
  }

  /** Stores the document with one voucher, moved on from READY by these steps. */
  DocumentRecord translated(UnaryOperator<Posting> steps) {
    return translated(DOCUMENT, KEY, steps);
  }

  DocumentRecord translated(DocumentId id, VoucherKey key, UnaryOperator<Posting> steps) {
    Posting ready = Posting.ready(key, Purpose.RECORD, now().plus(WATCH));
    DocumentRecord posting =
        announced(id).changed().state(DocumentState.POSTING).postings(List.of(ready)).build();
    return documents.save(posting.with(steps.apply(ready))).orElseThrow();
  }

  /** A try that failed this many times. */
  UnaryOperator<Posting> failedTimes(Failure why, int times) {
    return ready -> {
      Posting posting = ready;
      for (int time = 0; time < times; time++) {
        posting = posting.claimed(now(), LEASE).failed(why, now().plus(WATCH));
      }
      return posting;
    };
  }

  Wait fetchFailedTimes(Failure why, int times) {
    Wait fetch = Wait.NONE;
    for (int time = 0; time < times; time++) {
      fetch = fetch.failed(why, now().plus(WATCH));
    }
    return fetch;
  }

  DocumentRecord record() {
    return documents.find(TENANT, DOCUMENT).orElseThrow();
  }

  Posting posting() {
    return record().posting(KEY).orElseThrow();
  }

  List<String> reasons() {
    return record().reasons().stream().map(Reason::code).toList();
  }

  String lastEntry() {
    return record().timeline().getLast().what();
  }
}
