package io.dingledger.local;

import io.dingledger.ledgers.kingdee.SandboxKingdee;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Fault;
import io.dingledger.ledgers.kingdee.SandboxSwitches.Operation;
import io.dingledger.ledgers.kingdee.SandboxVoucher;
import io.dingledger.local.demo.DemoClaim;
import io.dingledger.local.demo.DemoCompany;
import io.dingledger.local.demo.DemoMonth;
import io.dingledger.local.demo.DemoTenant;
import io.dingledger.local.report.Outcome;
import io.dingledger.local.report.Progress;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the demo month against a running system: a sandbox DingTalk pushes, a sandbox Kingdee
 * books.
 */
public final class DemoRun implements AutoCloseable {
  private static final int CENTS = 2;
  private static final String KEY_FIELD = "FBUSNO";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration LEDGER_SILENCE = Duration.ofSeconds(30);
  private static final Set<DocumentState> ON_THE_WAY =
      EnumSet.of(DocumentState.RECEIVED, DocumentState.FETCHING, DocumentState.POSTING);

  private final Clock clock = Clock.systemUTC();
  private final LocalSystem system;
  private final Progress progress;
  private final SandboxDingTalk dingTalk;
  private final SandboxKingdee kingdee;
  private final Tenant tenant;

  /**
   * Starts the sandboxes and makes the demo company a tenant; the system's front door is to be
   * opened after this.
   *
   * @param ledgerFolder where the sandbox ledger keeps its books
   */
  public DemoRun(LocalSystem system, Path ledgerFolder, Progress progress) {
    this.system = system;
    this.progress = progress;
    this.dingTalk = SandboxDingTalk.start(DemoCompany.APP, 0);
    DemoCompany.people().forEach(dingTalk.company()::put);
    DemoCompany.departments().forEach(dingTalk.company()::put);
    this.kingdee = DemoTenant.ledger(ledgerFolder);
    TenantSettings settings = DemoTenant.settings(dingTalk.base(), kingdee);
    this.tenant = settings.tenant();
    // Before anything is fed: work left by an earlier run asks for these instances at once.
    DemoMonth.claims().forEach(this::prepare);
    system.adopt(settings, DemoCompany.ruleBook());
  }

  /** Pushes the month's callbacks and waits until every document has come to its end. */
  public List<Outcome> play() {
    progress.step("开始推送加密回调", "pushing encrypted callbacks");
    try (CallbackPusher pusher =
        new CallbackPusher(
            DemoCompany.APP,
            system.door().callback(DemoCompany.CALLBACK_KEY),
            PushPolicy.PUBLISHED,
            clock)) {
      for (DemoClaim claim : DemoMonth.claims()) {
        claim.pushes().forEach(push -> pushed(pusher, claim, push));
      }
      pusher
          .push(
              pusher.event(
                  DemoMonth.unknownEventType(),
                  DemoMonth.UNKNOWN_EVENT_ID,
                  DemoMonth.unknownEventFields()))
          .join();
      progress.step(
          "回调推送完毕,失败 " + pusher.failed().size(),
          pusher.ended().size() + " callbacks pushed, " + pusher.failed().size() + " failed");
    }
    awaitEnd();
    return DemoMonth.claims().stream().map(this::outcome).toList();
  }

  /** Vouchers in the ledger that no document accounts for; 0 when all is well. */
  public int unaccounted(List<Outcome> outcomes) {
    int known = outcomes.stream().mapToInt(outcome -> outcome.booked().size()).sum();
    return kingdee.vouchers().size() - known;
  }

  @Override
  public void close() {
    dingTalk.close();
    kingdee.close();
  }

  private void prepare(DemoClaim claim) {
    dingTalk.company().put(claim.instance());
    boolean ended = record(claim).filter(record -> !isOnTheWay(record)).isPresent();
    if (ended) {
      return;
    }
    switch (claim.trouble()) {
      case NONE -> {}
      case DETAIL_LAGS -> dingTalk.company().lag(claim.instance().id(), 1);
      case THROTTLED -> dingTalk.switches().throttle(claim.instance().id(), 1);
      case COMMIT_THEN_TIME_OUT -> {
        kingdee.switches().silence(LEDGER_SILENCE);
        kingdee.switches().forKey(key(claim).value(), Operation.SAVE, Fault.SILENCE_AFTER);
      }
    }
  }

  private static void pushed(CallbackPusher pusher, DemoClaim claim, DemoClaim.Push push) {
    pusher
        .pushAtOnce(pusher.changeOf(claim.instance(), push.eventId(), push.type()), push.copies())
        .forEach(sent -> sent.join());
  }

  private void awaitEnd() {
    long ends = System.nanoTime() + PATIENCE.toNanos();
    boolean waiting = true;
    while (waiting && System.nanoTime() < ends) {
      List<Optional<DocumentRecord>> records =
          DemoMonth.claims().stream().map(this::record).toList();
      Map<DocumentState, Integer> counts = new EnumMap<>(DocumentState.class);
      records.forEach(each -> each.ifPresent(r -> counts.merge(r.state(), 1, Integer::sum)));
      progress.counts(counts);
      waiting = records.stream().anyMatch(each -> each.map(DemoRun::isOnTheWay).orElse(true));
      pause();
    }
  }

  private static boolean isOnTheWay(DocumentRecord record) {
    boolean running =
        record.state() == DocumentState.IGNORED
            && record.reasons().stream().anyMatch(r -> r.code().equals("TRANSLATE-STILL-RUNNING"));
    return running || ON_THE_WAY.contains(record.state());
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private Outcome outcome(DemoClaim claim) {
    Optional<DocumentRecord> record = record(claim);
    List<Voucher> vouchers = new ArrayList<>();
    record.ifPresent(
        found ->
            found
                .postings()
                .forEach(
                    posting ->
                        system
                            .documents()
                            .voucher(tenant, claim.id(), posting.key())
                            .ifPresent(vouchers::add)));
    List<Outcome.Booked> booked =
        kingdee.vouchers().stream()
            .filter(voucher -> voucher.holds(KEY_FIELD, key(claim).value()))
            .map(DemoRun::booked)
            .toList();
    return new Outcome(claim, record, vouchers, booked);
  }

  private static Outcome.Booked booked(SandboxVoucher voucher) {
    return new Outcome.Booked(
        Integer.toString(voucher.number()),
        voucher.debit().setScale(CENTS, RoundingMode.UNNECESSARY),
        voucher.credit().setScale(CENTS, RoundingMode.UNNECESSARY));
  }

  private Optional<DocumentRecord> record(DemoClaim claim) {
    return system.documents().find(tenant, claim.id());
  }

  private VoucherKey key(DemoClaim claim) {
    return VoucherKey.of(tenant, claim.id(), Purpose.RECORD, 1);
  }
}
