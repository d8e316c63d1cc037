package io.dingledger.local.replay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.OperatorToken;
import io.dingledger.local.http.ReplayApi;
import io.dingledger.local.http.Reply;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.secret.KeyFileWrap;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.support.HandClock;
import io.dingledger.platform.support.Samples;
import io.dingledger.post.Entrance;
import io.dingledger.post.LedgerSource;
import io.dingledger.post.Post;
import io.dingledger.post.PostSettings;
import io.dingledger.retry.RetryParts;
import io.dingledger.retry.RetrySettings;
import io.dingledger.translate.ActiveRuleBooks;
import io.dingledger.translate.Previews;
import io.dingledger.translate.StoredCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The posting and retry steps, a ledger, and the commands over real HTTP. */
final class ReplayFixture implements AutoCloseable {
  static final Tenant CORP = Samples.tenant("corp");
  static final Duration SETTLING = Duration.ofSeconds(60);
  private static final int MOST_ROUNDS = 500;

  final HandClock clock = new HandClock(Instant.parse("2026-04-01T00:00:00Z"));
  final ScriptedLedger ledger = new ScriptedLedger();
  final Platform platform;
  final MemoryMessageQueue<TranslateWork> events = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<PostWork> vouchers = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<RetryWork> failures = new MemoryMessageQueue<>(clock);
  private final Path folder;
  private final RetryParts retry;
  private final Post post;
  private final LoopbackServer server;

  record Said(int exit, String out, String err) {}

  ReplayFixture(Path folder) throws IOException {
    this.folder = folder;
    platform = new Platform(new MemoryTable(), KeyFileWrap.at(folder.resolve("key")), clock);
    platform.tenants().put(Samples.settings("corp", "callback"));
    LedgerSource ledgers = tenant -> new Answer.Got<>(new LedgerSource.Connected(ledger, SETTLING));
    post = post(ledgers);
    retry =
        RetryParts.of(
            platform.documents(),
            platform.quarantine(),
            events,
            vouchers,
            failures,
            new RetryParts.DeadLetterQueues("dead-events", "dead-vouchers"),
            RetrySettings.DEFAULT,
            new Random(7),
            clock);
    server = LoopbackServer.start(0, 10_000, api(ledgers));
    Files.writeString(folder.resolve("front-door.url"), server.base().toString());
  }

  private Post post(LedgerSource ledgers) {
    Entrance entrance =
        new Entrance(
            LedgerGate.ALWAYS_OPEN,
            platform.notices(),
            vouchers,
            failures,
            PostSettings.DEFAULT,
            clock);
    return new Post(
        platform.documents(),
        ledgers,
        entrance,
        failures,
        new MemoryMessageQueue<PatrolWork>(clock),
        PostSettings.DEFAULT,
        clock);
  }

  private ReplayApi api(LedgerSource ledgers) {
    Previews previews =
        new Previews(
            platform.documents(),
            new StoredCases(platform.documents(), platform.directory()),
            new ActiveRuleBooks(platform.tenants(), platform.ruleBooks(), platform.lives()));
    return new ReplayApi(
        new ReplayApi.Parts(
            platform.tenants(),
            platform.documents(),
            new ReplayDesk(platform.documents(), ledgers, previews, events, failures, clock),
            new SettleDesk(platform.documents(), ledgers, clock)),
        OperatorToken.at(folder.resolve("operator.token")),
        request -> Reply.text(404, "text/plain", "elsewhere"));
  }

  @Override
  public void close() {
    server.close();
  }

  /** A document with one voucher that waits for delivery. */
  VoucherKey stored(String id) {
    Voucher voucher =
        Vouchers.voucher(
            id,
            List.of(
                Vouchers.line(
                    "6602.03", Map.of(Dimension.DEPARTMENT, "BM000001"), Side.DEBIT, "545.00"),
                Vouchers.line("2241", Map.of(Dimension.EMPLOYEE, "E0001"), Side.CREDIT, "545.00")));
    Posting ready = Posting.ready(voucher.key(), Purpose.RECORD, clock.instant());
    DocumentRecord record =
        DocumentRecord.announced(CORP, new DocumentId(id), Optional.empty(), clock.instant())
            .changed()
            .state(DocumentState.POSTING)
            .postings(List.of(ready))
            .build();
    DocumentStore.Source source =
        new DocumentStore.Source("{}", Optional.empty(), Optional.empty());
    platform.documents().saveTranslated(record, source, List.of(voucher)).orElseThrow();
    return voucher.key();
  }

  /** A document without vouchers. */
  void stored(String id, DocumentState state, Reason... reasons) {
    DocumentRecord record =
        DocumentRecord.announced(CORP, new DocumentId(id), Optional.empty(), clock.instant())
            .changed()
            .state(state)
            .reasons(List.of(reasons))
            .build();
    platform.documents().save(record).orElseThrow();
  }

  DocumentRecord record(String id) {
    return platform.documents().find(CORP, new DocumentId(id)).orElseThrow();
  }

  Posting posting(String id) {
    return record(id).postings().getFirst();
  }

  void refuses(FailureKind kind) {
    ledger.whenSent = Optional.of(Failure.of(kind, "scripted", "NO", "on purpose"));
  }

  /** Works and sweeps, a minute at a time, until nothing is left for machines. */
  void work() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      once();
      boolean quiet =
          vouchers.size() == 0
              && failures.size() == 0
              && platform.documents().due(Instant.parse("9000-01-01T00:00:00Z"), 1).isEmpty();
      if (quiet) {
        return;
      }
      clock.advance(Duration.ofMinutes(1));
    }
    throw new AssertionError("never quiet");
  }

  /** Takes what is in the queues, and sweeps. */
  void once() {
    retry.sweep().sweep();
    vouchers.drain().forEach(post::deliver);
    failures.drain().forEach(this::handled);
  }

  private void handled(RetryWork work) {
    switch (work) {
      case RetryWork.TryFailed failed -> retry.retry().afterFailure(failed);
      case RetryWork.Sweep now -> retry.sweep().sweep();
      case RetryWork.ConnectionBack back -> throw new AssertionError(back);
    }
  }

  /** What a command says; tenant and folder are added. */
  Said dev(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--tenant", "corp", "--data", folder.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = ReplayMain.run(line, stream(out), stream(err));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  static void assertSays(Said said, int exit, String... words) {
    String all = said.out() + said.err();
    assertTrue(said.exit() == exit, () -> said.exit() + "\n" + all);
    for (String word : words) {
      assertTrue(all.contains(word), () -> word + " in\n" + all);
    }
  }

  boolean isNoted(String id, String what, String by) {
    return record(id).timeline().stream()
        .anyMatch(entry -> entry.what().equals(what) && entry.actor().equals(by));
  }
}
