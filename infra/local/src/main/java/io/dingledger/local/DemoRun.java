package io.dingledger.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.local.demo.DemoAttendance;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoDocument;
import io.dingledger.local.demo.DemoDocument.Stage;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoPay;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.sandbox.dingtalk.CallCounts;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.Company;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.TenantSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the demo month against a running system: a sandbox DingTalk pushes, a sandbox Kingdee
 * books.
 */
public final class DemoRun implements AutoCloseable {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LEDGER_SILENCE = Duration.ofSeconds(30);

  /** How long what has come to rest may still be moved on by another document. */
  private static final Duration AFTERTHOUGHT = Duration.ofSeconds(15);

  private static final int LOOKS_PER_TICK = 8;
  private static final int DAYS_OFF = 3;
  private static final Set<DocumentState> ON_THE_WAY =
      EnumSet.of(
          DocumentState.RECEIVED,
          DocumentState.FETCHING,
          DocumentState.POSTING,
          DocumentState.PARKED);

  private final Clock clock = Clock.systemUTC();
  private final LocalSystem system;
  private final Progress progress;
  private final SandboxDingTalk dingTalk;
  private final SandboxKingdee kingdee;
  private final DemoBooks books;
  private final List<DemoDocument> documents;
  private final SuiteRun suite;

  /**
   * Starts the sandboxes and makes the demo company a tenant; the system's front door is to be
   * opened after this.
   *
   * @param ledgerFolder where the sandbox ledgers keep their books
   */
  public DemoRun(LocalSystem system, Path ledgerFolder, Progress progress) {
    this.system = system;
    this.progress = progress;
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    this.documents = DemoMonth.documents(today);
    this.dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
    Company company = dingTalk.company();
    DemoCompany.people().forEach(company::put);
    DemoCompany.departments().forEach(company::put);
    DemoAttendance.checks(today).forEach(company::put);
    this.kingdee = DemoTenant.ledger(ledgerFolder);
    TenantSettings settings = DemoTenant.settings(dingTalk.base(), kingdee);
    this.books = new DemoBooks(system, settings.tenant(), kingdee);
    // Before anything is fed: work left by an earlier run asks for these instances at once.
    company.failedPushes().immediately(true);
    documents.forEach(this::prepare);
    system.adopt(settings, DemoCompany.ruleBook(), DemoCompany.signing());
    system.heardOfAllUpTo(
        settings.tenant(), today.minusDays(DAYS_OFF).atStartOfDay(CHINA).toInstant());
    this.suite = new SuiteRun(system, dingTalk, ledgerFolder.resolve("second"));
  }

  /** Pushes the month's callbacks and waits until every document has come to its end. */
  public List<Outcome> play() {
    progress.step("开始推送加密回调", "pushing encrypted callbacks");
    List<Outcome> outcomes = new ArrayList<>();
    try (CallbackPusher pusher = pusher()) {
      documents.stream().filter(DemoRun::isFirst).forEach(document -> push(pusher, document));
      pushUnknown(pusher);
      List<Outcome> ofSecond = suite.play();
      await(documents.stream().filter(DemoRun::isFirst).toList(), false);
      documents.stream()
          .filter(document -> document.stage() == Stage.LATER)
          .forEach(document -> push(pusher, document));
      progress.step(
          "回调推送完毕,失败 " + pusher.failed().size(),
          pusher.ended().size() + " callbacks pushed, " + pusher.failed().size() + " failed");
      await(documents.stream().filter(document -> !isOfClose(document)).toList(), true);
      progress.step("薪资月结 " + DemoPay.MONTH, "closing the pay of " + DemoPay.MONTH);
      system.closePayPeriod(books.tenant(), DemoPay.MONTH, "demo");
      await(documents, true);
      documents.stream().map(books::outcome).forEach(outcomes::add);
      outcomes.addAll(ofSecond);
    }
    return outcomes;
  }

  /** Vouchers in the ledgers that no document accounts for; 0 when all is well. */
  public int unaccounted(List<Outcome> outcomes) {
    int known = outcomes.stream().mapToInt(outcome -> outcome.booked().size()).sum();
    return books.size() + suite.booked() - known;
  }

  /** The calls that the sandbox DingTalk has counted. */
  public CallCounts calls() {
    return dingTalk.calls();
  }

  @Override
  public void close() {
    dingTalk.close();
    kingdee.close();
    suite.close();
  }

  private CallbackPusher pusher() {
    return new CallbackPusher(
        DemoCompany.APP,
        system.door().callback(DemoCompany.CALLBACK_KEY),
        PushPolicy.PUBLISHED,
        clock,
        Optional.of(dingTalk.company().failedPushes()));
  }

  private void prepare(DemoDocument document) {
    boolean known = books.record(document).isPresent();
    // What nobody is to hear of yet must not be found by the catch-up either.
    if (isFirst(document) || known) {
      document.approval().ifPresent(dingTalk.company()::put);
    }
    if (books.record(document).filter(record -> !isOnTheWay(record)).isPresent()) {
      return;
    }
    String id = document.id().value();
    switch (document.trouble()) {
      case NONE, NEVER_PUSHED -> {}
      case PUSH_GIVEN_UP -> dingTalk.company().failedPushes().add(givenUp(document));
      case DETAIL_LAGS -> dingTalk.company().lag(id, 1);
      case THROTTLED -> dingTalk.switches().throttle(id, 1);
      case COMMIT_THEN_TIME_OUT -> {
        kingdee.switches().silence(LEDGER_SILENCE);
        kingdee.switches().forKey(books.key(document).value(), Operation.SAVE, Fault.SILENCE_AFTER);
      }
    }
  }

  private ObjectNode givenUp(DemoDocument document) {
    DemoDocument.Push push = document.finish();
    return CallbackPusher.event(DemoCompany.APP, clock, push.type(), push.eventId(), push.fields());
  }

  private void push(CallbackPusher pusher, DemoDocument document) {
    document.approval().ifPresent(dingTalk.company()::put);
    for (DemoDocument.Push push : document.pushes()) {
      pusher
          .pushAtOnce(pusher.event(push.type(), push.eventId(), push.fields()), push.copies())
          .forEach(sent -> sent.join());
    }
  }

  private static void pushUnknown(CallbackPusher pusher) {
    pusher
        .push(
            pusher.event(
                DemoMonth.unknownEventType(),
                DemoMonth.UNKNOWN_EVENT_ID,
                DemoMonth.unknownEventFields()))
        .join();
  }

  /** Until each has come to rest, and as it must; what rests otherwise gets a little time more. */
  private void await(List<DemoDocument> awaited, boolean toTheEnd) {
    Map<DocumentId, DocumentState> states = new HashMap<>();
    List<DemoDocument> open = new ArrayList<>(awaited);
    long now = System.nanoTime();
    long ends = now + PATIENCE.toNanos();
    long restedSince = now;
    for (int look = 1; !open.isEmpty() && now < ends; look++) {
      boolean moving = false;
      for (DemoDocument document : List.copyOf(open)) {
        Optional<DocumentRecord> record = books.record(document);
        record.ifPresent(found -> states.put(document.id(), found.state()));
        boolean rests = record.filter(found -> !isOnTheWay(found)).isPresent();
        moving |= !rests;
        if (rests && (!toTheEnd || record.get().state() == document.expected().state())) {
          open.remove(document);
        }
      }
      progress.counts(counts(states));
      now = System.nanoTime();
      restedSince = moving ? now : restedSince;
      if (now - restedSince > AFTERTHOUGHT.toNanos()) {
        return;
      }
      if (look % LOOKS_PER_TICK == 0) {
        system.tick();
      }
      pause();
    }
  }

  private static Map<DocumentState, Integer> counts(Map<DocumentId, DocumentState> states) {
    Map<DocumentState, Integer> counts = new EnumMap<>(DocumentState.class);
    states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
    return counts;
  }

  private static boolean isFirst(DemoDocument document) {
    return document.stage() == Stage.FIRST;
  }

  private static boolean isOfClose(DemoDocument document) {
    return document.stage() == Stage.CLOSE;
  }

  private static boolean isOnTheWay(DocumentRecord record) {
    boolean running =
        record.state() == DocumentState.IGNORED
            && record.reasons().stream().anyMatch(r -> r.code().equals("TRANSLATE-STILL-RUNNING"));
    return running || ON_THE_WAY.contains(record.state());
  }

  static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
