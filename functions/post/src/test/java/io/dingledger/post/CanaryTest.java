package io.dingledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.Ledgers;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.LedgerConnection;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.codec.DocumentRecordCodec;
import io.dingledger.platform.codec.RetryWorkCodec;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every registered type of ledger is given secrets that would be known anywhere, and is driven
 * against servers that are not there or say back what they hear. Nothing that anybody can see may
 * hold one of the secrets.
 */
class CanaryTest {
  private static final TenantSettings TENANT = Samples.settings("demo", "callback-key");

  @TempDir Path folder;
  private final HandClock clock = new HandClock(Samples.NOW);
  private final MemoryTable table = new MemoryTable();
  private final List<String> seen = new ArrayList<>();

  static Stream<LedgerDescription> types() {
    return Ledgers.descriptions().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void noSecretIsEverSeen(LedgerDescription form) throws Exception {
    try (EchoServer echo = EchoServer.start();
        AllLogs logs = AllLogs.listening()) {
      for (String address :
          List.of("http://127.0.0.1:1/", "https://no-such-host.invalid/", echo.address())) {
        CanaryConnection canary = new CanaryConnection(form, address);
        LedgerConnection connection = canary.connection(TENANT.tenant());
        assertEquals(List.of(), Ledgers.check(connection), "CanaryConnection needs a value for it");
        drive(connection);
        deliver(connection);
        seen.addAll(logs.lines());
        for (String what : seen) {
          canary.secrets().forEach(secret -> assertFalse(what.contains(secret), what));
        }
      }
      assertTrue(
          form.settings().stream().noneMatch(Setting::secret)
              || logs.lines().stream().anyMatch(line -> line.contains("post failed")),
          "it listens");
    }
  }

  private LedgerTools tools(Platform platform) {
    return new LedgerTools(platform.tokens(), platform.exports(), AddressFilter.ANY, clock);
  }

  private Platform platform() {
    return new Platform(table, KeyFileWrap.at(folder.resolve("key")), clock);
  }

  /** All that the port offers, by itself. */
  private void drive(LedgerConnection connection) {
    Ledger ledger = Ledgers.open(connection, tools(platform()));
    Voucher voucher = PostFixture.voucher();
    see(connection);
    see(ledger);
    see(() -> ledger.test());
    for (MasterData.Kind kind : MasterData.Kind.values()) {
      see(() -> ledger.read(kind));
    }
    see(() -> ledger.ask(voucher));
    see(() -> ledger.send(voucher, new Asked.Absent(voucher.key())));
    see(
        () ->
            ledger.attach(
                new LedgerReference("1", "1"),
                new Attached.File("a.txt", "text/plain", new byte[] {65})));
  }

  private void see(Object what) {
    seen.add(String.valueOf(what));
  }

  private void see(Call call) {
    try {
      see(String.valueOf(call.made()));
    } catch (RuntimeException thrown) {
      seen.addAll(AllLogs.wordsOf(thrown));
    }
  }

  private interface Call {
    Object made();
  }

  /** The way that vouchers go, until people and the retry step are told. */
  private void deliver(LedgerConnection connection) {
    Platform platform = platform();
    platform.tenants().put(settings(connection));
    DocumentId document = new DocumentId("instance-" + seen.size());
    Voucher voucher = voucher(document);
    platform
        .documents()
        .saveTranslated(record(document, voucher), PostFixture.SOURCE, List.of(voucher));
    MemoryMessageQueue<RetryWork> failures = new MemoryMessageQueue<>(clock);
    MemoryMessageQueue<PostWork> vouchers = new MemoryMessageQueue<>(clock);
    Entrance entrance =
        new Entrance(
            platform.gate(), platform.notices(), vouchers, failures, PostSettings.DEFAULT, clock);
    Post post =
        new Post(
            platform.documents(),
            new ConnectedLedgers(platform.tenants(), tools(platform)),
            entrance,
            failures,
            new MemoryMessageQueue<>(clock),
            PostSettings.DEFAULT,
            clock);
    for (int attempt = 0; attempt < 7; attempt++) {
      post.deliver(new PostWork(TENANT.tenant(), document, voucher.key()));
      clock.advance(Duration.ofMinutes(2));
    }
    failures.drain().forEach(work -> see(new RetryWorkCodec().encode(work)));
    vouchers.drain().forEach(this::see);
    for (DocumentState state : DocumentState.values()) {
      platform
          .documents()
          .list(TENANT.tenant(), Optional.of(state), Optional.empty(), 100)
          .items()
          .forEach(each -> see(new DocumentRecordCodec().encode(each)));
    }
    see(platform.tenants().find(TENANT.tenant()));
  }

  private static TenantSettings settings(LedgerConnection connection) {
    return new TenantSettings(
        TENANT.tenant(),
        TENANT.name(),
        TENANT.zone(),
        TENANT.app(),
        TENANT.callback(),
        Optional.of(connection),
        TENANT.monthlyCalls(),
        TENANT.standing());
  }

  private Voucher voucher(DocumentId document) {
    Voucher like = PostFixture.voucher();
    return new Voucher(
        VoucherKey.of(TENANT.tenant(), document, Purpose.RECORD, 1),
        document,
        like.purpose(),
        like.date(),
        like.currency(),
        like.summary(),
        like.attachments(),
        like.lines());
  }

  private DocumentRecord record(DocumentId document, Voucher voucher) {
    Posting ready = Posting.ready(voucher.key(), Purpose.RECORD, clock.instant().plusSeconds(300));
    return DocumentRecord.announced(TENANT.tenant(), document, Optional.empty(), clock.instant())
        .changed()
        .state(DocumentState.POSTING)
        .postings(List.of(ready))
        .build();
  }
}
