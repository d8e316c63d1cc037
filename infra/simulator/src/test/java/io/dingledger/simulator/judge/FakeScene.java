package io.dingledger.simulator.judge;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.platform.Platform;
import io.dingledger.platform.secret.KeyWrap;
import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.world.Enacted;
import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Instance;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One company with one approval, and a judge who is told whatever a test wants him to hear. */
final class FakeScene implements Scene {
  static final Duration SETTLING = Duration.ofSeconds(60);
  static final Tenant TENANT = Tenant.verified("alpha");
  static final DocumentId CLAIM = new DocumentId("claim-1");
  static final VoucherKey KEY = VoucherKey.of(TENANT, CLAIM, Purpose.RECORD, 1);
  static final Instance APPROVAL =
      new Instance(
          "claim-1",
          "number-1",
          Instant.parse("2026-03-11T02:00:00Z"),
          Instant.parse("2026-03-11T02:01:00Z"),
          "545.25",
          "NONE",
          Optional.empty());

  final Judge judge = new Judge();
  final List<SimulatedLedger.Booked> book = new ArrayList<>();
  final List<String> messages = new ArrayList<>();
  final List<Chance.Struck> struck = new ArrayList<>();
  final Told table = new Told();
  final TenantSettings company = settings();
  Instant now = Instant.parse("2026-03-11T03:00:00Z");
  Instant tableAwayAt = Instant.MIN;
  long worker = 1;

  /** Of the rule book in force. */
  String version = "v-1";

  private final Platform stores =
      new Platform(table, new NoKeys(), Clock.fixed(now, ZoneOffset.UTC));

  /** A table that tells the judge. */
  final class Told implements Table {
    private final MemoryTable real = new MemoryTable();

    @Override
    public Optional<Item> get(Key key) {
      return real.get(key);
    }

    @Override
    public Map<Key, Item> getAll(List<Key> keys) {
      return real.getAll(keys);
    }

    @Override
    public List<Item> query(String partition, String sortPrefix) {
      return real.query(partition, sortPrefix);
    }

    @Override
    public List<Index.Entry> queryIndex(
        Index index, String partition, Optional<String> below, boolean descending, int limit) {
      return real.queryIndex(index, partition, below, descending, limit);
    }

    @Override
    public boolean write(List<Write> writes) {
      boolean done = real.write(writes);
      if (done) {
        judge.wrote(FakeScene.this, writes);
      }
      return done;
    }
  }

  private static final class NoKeys implements KeyWrap {
    @Override
    public DataKey dataKey(Tenant tenant) {
      throw new IllegalStateException("nothing is sealed here");
    }

    @Override
    public DataKey unwrap(Tenant tenant, byte[] wrapped) {
      throw new IllegalStateException("nothing is sealed here");
    }
  }

  private static TenantSettings settings() {
    URI nowhere = URI.create("http://127.0.0.1:1");
    return TenantSettings.ofInternalApp(
        TENANT,
        "alpha",
        ZoneId.of("Asia/Shanghai"),
        new DingTalkApp(
            TENANT,
            "corp",
            new DingTalkApp.Internal("client", Secret.of("secret")),
            nowhere,
            nowhere),
        new CallbackSettings(
            "callback-key-of-alpha",
            Secret.of("token"),
            Secret.of("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
            Set.of("client")),
        new LedgerConnection(TENANT, "simulated", Map.of(), Map.of(), SETTLING));
  }

  /** The voucher that the approval makes by the first rule book. */
  static Voucher voucher(String amount) {
    return voucher(amount, LocalDate.of(2026, 3, 11));
  }

  static Voucher voucher(String amount, LocalDate date) {
    Money money = Money.of(amount, "CNY");
    Explanation why = new Explanation("claim", "v-1", List.of(), "claim.total", "none", money);
    return new Voucher(
        KEY,
        CLAIM,
        Purpose.RECORD,
        date,
        "CNY",
        "claim",
        0,
        List.of(
            new VoucherLine("claim", "6602.01", Map.of(), Side.DEBIT, money, why),
            new VoucherLine("claim", "2241", Map.of(), Side.CREDIT, money, why)));
  }

  /** The document as an event announced it. */
  DocumentRecord announced() {
    return DocumentRecord.announced(
            TENANT,
            CLAIM,
            Optional.of(
                new EventSubject.Approval(
                    "claim-1",
                    "PROC-CLAIM",
                    "",
                    "number-1",
                    EventSubject.Phase.FINISH,
                    Optional.of(EventSubject.Result.AGREE),
                    "u-1",
                    "claim",
                    Optional.of(APPROVAL.finishedAt()))),
            now)
        .changed()
        .fetch(Wait.watchedUntil(now.plus(Duration.ofMinutes(5))))
        .build()
        .noting(now, "translate", "RECEIVED", "");
  }

  /** A booking in the ledger's own book, told to the judge. */
  void books(Voucher voucher) {
    SimulatedLedger.Booked booked = new SimulatedLedger.Booked(book.size() + 1, voucher, now, now);
    book.add(booked);
    judge.booked(this, company, booked);
  }

  /** What the judge has found: the names of what is broken. */
  List<String> broken() {
    return judge.violations().stream().map(each -> each.invariant()).distinct().toList();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public List<TenantSettings> companies() {
    return List.of(company);
  }

  @Override
  public List<Instance> instances(TenantSettings of) {
    return List.of(APPROVAL);
  }

  @Override
  public List<SimulatedLedger.Booked> book(TenantSettings of) {
    return List.copyOf(book);
  }

  @Override
  public List<Enacted> books(TenantSettings of) {
    return List.of(new Enacted(version, 1, LocalDate.of(2026, 1, 1), Instant.EPOCH));
  }

  @Override
  public Instant steady() {
    return now;
  }

  @Override
  public Instant tableAwayAt() {
    return tableAwayAt;
  }

  @Override
  public long worker() {
    return worker;
  }

  @Override
  public Set<Fault> faults() {
    return EnumSet.allOf(Fault.class);
  }

  @Override
  public List<Chance.Struck> struck() {
    return struck;
  }

  @Override
  public List<String> messages(String queue) {
    return queue.equals("EventsQueue") ? messages : List.of();
  }

  @Override
  public Platform stores() {
    return stores;
  }
}
