package io.dingledger.local.exactlyonce;

import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.local.exactlyonce.UnsteadyLedger.Killed;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableLedgerGate;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.support.HandClock;
import io.dingledger.post.Entrance;
import io.dingledger.post.LedgerSource;
import io.dingledger.post.Post;
import io.dingledger.post.PostSettings;
import io.dingledger.retry.Retry;
import io.dingledger.retry.RetryPolicy;
import io.dingledger.retry.RetrySettings;
import io.dingledger.retry.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The posting and the retry step as they are, over a table in memory, with queues that repeat and
 * reorder, several workers at once, a sweep every minute and a clock that jumps to whatever is
 * next.
 */
final class PostingWorld {
  private static final Tenant TENANT = Tenant.verified("corp");
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
  private static final int WORKERS = 4;

  /** Two weeks of sweeps; nothing that is posted takes so long. */
  private static final int MOST_JUMPS = 20_000;

  private final HandClock clock;
  private final Ledger ledger;
  private final MemoryTable table = new MemoryTable();
  private final DocumentStore documents = new TableDocumentStore(table);
  private final RestlessQueue<PostWork> vouchers;
  private final RestlessQueue<RetryWork> failures;
  private final Post post;
  private final Retry retry;
  private final Sweep sweep;
  private final List<DocumentId> ids = new ArrayList<>();
  private Instant nextSweep;

  PostingWorld(HandClock clock, Ledger ledger, long seed) {
    this.clock = clock;
    this.ledger = ledger;
    this.vouchers = new RestlessQueue<>(clock, seed);
    this.failures = new RestlessQueue<>(clock, seed + 1);
    this.post = post(seed);
    MemoryMessageQueue<TranslateWork> events = new MemoryMessageQueue<>(clock);
    RetrySettings settings = RetrySettings.DEFAULT;
    RetryPolicy policy = new RetryPolicy(new Random(seed + 2));
    this.retry = new Retry(documents, events, vouchers, policy, settings, clock);
    this.sweep = new Sweep(documents, events, vouchers, retry, settings, clock);
    this.nextSweep = clock.instant();
  }

  private Post post(long seed) {
    LedgerSource.Connected connected = new LedgerSource.Connected(ledger, UnsteadyLedger.SETTLING);
    Entrance entrance =
        new Entrance(
            new TableLedgerGate(table, new Random(seed + 3)),
            new TableNotices(documents, clock),
            vouchers,
            failures,
            PostSettings.DEFAULT,
            clock);
    return new Post(
        documents,
        tenant -> new Answer.Got<>(connected),
        entrance,
        failures,
        new MemoryMessageQueue<PatrolWork>(clock),
        PostSettings.DEFAULT,
        clock);
  }

  /** Stores so many vouchers and hands them over. */
  void translate(int count) {
    for (int number = 0; number < count; number++) {
      Voucher voucher = voucher("claim-" + number);
      Posting ready =
          Posting.ready(voucher.key(), Purpose.RECORD, clock.instant().plusSeconds(300));
      DocumentRecord record =
          DocumentRecord.announced(TENANT, voucher.document(), Optional.empty(), clock.instant())
              .changed()
              .state(DocumentState.POSTING)
              .postings(List.of(ready))
              .build();
      DocumentStore.Source source =
          new DocumentStore.Source("{}", Optional.empty(), Optional.empty());
      documents.saveTranslated(record, source, List.of(voucher)).orElseThrow();
      ids.add(voucher.document());
      vouchers.send(new PostWork(TENANT, voucher.document(), voucher.key()));
    }
  }

  /** A voucher that the sandbox's demo book takes. */
  private static Voucher voucher(String document) {
    return Vouchers.voucher(
        document,
        List.of(
            Vouchers.line(
                "6602.03", Map.of(Dimension.DEPARTMENT, "BM000001"), Side.DEBIT, "545.00"),
            Vouchers.line("2241", Map.of(Dimension.EMPLOYEE, "E0001"), Side.CREDIT, "545.00")));
  }

  /** Works until no message waits and no document is due at any time. */
  void runUntilQuiet() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
      for (int jump = 0; jump < MOST_JUMPS; jump++) {
        workAll(workers);
        if (isQuiet()) {
          return;
        }
        jump();
      }
    }
    throw new AssertionError("never quiet");
  }

  private void workAll(ExecutorService workers) throws Exception {
    List<Callable<Void>> work = due();
    while (!work.isEmpty()) {
      for (Future<Void> done : workers.invokeAll(work)) {
        awaited(done);
      }
      work = due();
    }
  }

  private List<Callable<Void>> due() {
    Stream<Callable<Void>> posting = vouchers.taken().stream().map(each -> () -> posted(each));
    Stream<Callable<Void>> deciding = failures.taken().stream().map(each -> () -> decided(each));
    return Stream.concat(posting, deciding).toList();
  }

  private Void posted(PostWork work) {
    post.deliver(work);
    return null;
  }

  private Void decided(RetryWork work) {
    switch (work) {
      case RetryWork.TryFailed failed -> retry.afterFailure(failed);
      // Five failures in a row, as they come by chance, shut the gate. Whom nobody wakes when it is
      // open again comes at his own time.
      case RetryWork.ConnectionBack back -> {}
      case RetryWork.Sweep all -> throw new IllegalStateException("not from the posting step");
    }
    return null;
  }

  /** A killed worker gives back nothing; its message is not repeated, so the sweep must see it. */
  private static void awaited(Future<Void> done) throws Exception {
    try {
      done.get();
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof Killed)) {
        throw failed;
      }
    }
  }

  private boolean isQuiet() {
    return vouchers.next().isEmpty()
        && failures.next().isEmpty()
        && documents.due(Instant.parse("9000-01-01T00:00:00Z"), 1).isEmpty();
  }

  private void jump() {
    Instant next =
        Stream.of(vouchers.next(), failures.next(), Optional.of(nextSweep))
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .orElseThrow();
    clock.advanceTo(next);
    if (!clock.instant().isBefore(nextSweep)) {
      sweep.sweep();
      nextSweep = clock.instant().plus(BETWEEN_SWEEPS);
    }
  }

  /** The documents that are not posted. */
  List<DocumentId> unposted() {
    return ids.stream()
        .map(id -> documents.find(TENANT, id).orElseThrow())
        .filter(record -> record.state() != DocumentState.POSTED)
        .map(DocumentRecord::id)
        .toList();
  }
}
