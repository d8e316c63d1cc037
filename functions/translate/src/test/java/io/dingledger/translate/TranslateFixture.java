package io.dingledger.translate;

import io.dingledger.ledgers.hose.ScriptedHose;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.AttendanceMarks;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.PatrolNotes;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.TableAttendanceMarks;
import io.dingledger.platform.store.TableDirectoryStore;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.store.TablePatrolNotes;
import io.dingledger.platform.store.TablePayItemStore;
import io.dingledger.platform.store.TableWriteBacks;
import io.dingledger.platform.store.WriteBacks;
import io.dingledger.platform.support.HandClock;
import io.dingledger.rules.RuleBook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store and queues in memory, a clock moved by hand, a scripted DingTalk and rule book. */
final class TranslateFixture {
  static final Tenant TENANT = Tenant.verified("demo");
  static final DocumentId DOCUMENT = new DocumentId("instance-1");
  static final VoucherKey KEY = VoucherKey.of(TENANT, DOCUMENT, Purpose.RECORD, 1);
  static final PostWork POST = new PostWork(TENANT, DOCUMENT, KEY);
  static final TranslateWork AGAIN = new TranslateWork.Again(TENANT, DOCUMENT);
  static final RetryWork FAILED = new RetryWork.TryFailed(TENANT, DOCUMENT, Optional.empty());
  static final Duration LEASE = TranslateSettings.DEFAULT.lease();

  final HandClock clock = new HandClock(Instant.parse("2026-03-31T02:00:00Z"));
  final MemoryTable table = new MemoryTable();
  final DocumentStore documents = new TableDocumentStore(table);
  final DirectoryStore directory = new TableDirectoryStore(table);
  final AttendanceMarks marks = new TableAttendanceMarks(table);
  final PatrolNotes notes = new TablePatrolNotes(table, clock);
  final Notices notices = new TableNotices(documents, clock);
  final PayItemStore payItems = new TablePayItemStore(table);
  final WriteBacks writeBacks = new TableWriteBacks(table);
  final ScriptedHose hose = new ScriptedHose();
  final MemoryMessageQueue<PostWork> vouchers = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<RetryWork> failures = new MemoryMessageQueue<>(clock);
  final ScriptedDingTalk dingTalk = new ScriptedDingTalk();
  final ScriptedRuleBook book = new ScriptedRuleBook();
  final ScriptedSuites suites = new ScriptedSuites();
  RuleBookSource source = tenant -> ready(book);

  Translate over(DocumentStore store) {
    return over(store, vouchers, failures);
  }

  Translate over(
      DocumentStore store, MessageQueue<PostWork> vouchersTo, MessageQueue<RetryWork> failuresTo) {
    return over(store, payItems, vouchersTo, failuresTo);
  }

  private Translate over(
      DocumentStore store,
      PayItemStore items,
      MessageQueue<PostWork> vouchersTo,
      MessageQueue<RetryWork> failuresTo) {
    TranslatePorts ports =
        new TranslatePorts(
            new TranslatePorts.Stores(store, directory, marks, notes, notices, items, writeBacks),
            dingTalk,
            suites,
            (approval, raw) -> Optional.ofNullable(dingTalk.told.get(raw)),
            hose,
            tenant -> source.of(tenant),
            vouchersTo,
            failuresTo);
    return new Translate(ports, TranslateSettings.DEFAULT, clock);
  }

  /** The step over another view of the same table. */
  Translate over(Table view) {
    return over(new TableDocumentStore(view), new TablePayItemStore(view), vouchers, failures);
  }

  void handle(TranslateWork work) {
    over(documents).handle(work);
  }

  void happens(String eventId, Phase phase) {
    handle(event(eventId, phase));
  }

  TranslateWork event(String eventId, Phase phase) {
    return event(eventId, phase, phase == Phase.FINISH ? Result.AGREE : null);
  }

  TranslateWork event(String eventId, Phase phase, Result result) {
    return event(
        eventId,
        new EventSubject.Approval(
            DOCUMENT.value(),
            "PROC-1",
            "",
            "",
            phase,
            Optional.ofNullable(result),
            "u-1",
            "报销",
            Optional.empty()));
  }

  TranslateWork event(String eventId, EventSubject subject) {
    return new TranslateWork.Happened(
        new SourceEvent(TENANT, eventId, "bpms_instance_change", clock.instant(), subject, "{}"));
  }

  DocumentRecord record() {
    return documents.find(TENANT, DOCUMENT).orElseThrow();
  }

  List<String> reasons() {
    return record().reasons().stream().map(Reason::code).toList();
  }

  List<String> history() {
    return record().timeline().stream().map(TimelineEntry::what).toList();
  }

  /** One rule book, since ever. */
  static RuleBookSource.Active ready(RuleBook book) {
    return new RuleBookSource.Active.Ready(settings(), RuleBooksByDate.always("v-1", book));
  }

  static TenantSettings settings() {
    return TenantSettings.ofInternalApp(
        TENANT,
        "Demo",
        ZoneId.of("Asia/Shanghai"),
        app(),
        new CallbackSettings(
            "callback-key",
            Secret.of("token"),
            Secret.of("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
            Set.of("client")),
        new LedgerConnection(TENANT, "none", Map.of(), Map.of(), Duration.ZERO));
  }

  private static DingTalkApp app() {
    return new DingTalkApp(
        TENANT,
        "ding0",
        new DingTalkApp.Internal("client", Secret.of("secret")),
        URI.create("https://api.example.test"),
        URI.create("https://oapi.example.test"));
  }
}
