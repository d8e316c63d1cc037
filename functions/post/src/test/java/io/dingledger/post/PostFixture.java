package io.dingledger.post;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.queue.MemoryMessageQueue;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.Notices;
import io.dingledger.platform.store.Restored;
import io.dingledger.platform.store.TableDocumentStore;
import io.dingledger.platform.store.TableLedgerGate;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One stored voucher, a store and a queue in memory, a clock that is moved by hand. */
final class PostFixture {
  static final Tenant TENANT = Tenant.verified("demo");
  static final DocumentId DOCUMENT = new DocumentId("instance-1");
  static final VoucherKey KEY = VoucherKey.of(TENANT, DOCUMENT, Purpose.RECORD, 1);
  static final PostWork WORK = new PostWork(TENANT, DOCUMENT, KEY);
  static final Duration SETTLING = Duration.ofSeconds(30);
  static final Failure TIMEOUT =
      Failure.of(FailureKind.AMBIGUOUS, "kingdee-cloud", "TIMEOUT", "no answer");

  static final DocumentStore.Source SOURCE =
      new DocumentStore.Source("{}", Optional.empty(), Optional.empty());

  final HandClock clock = new HandClock(Instant.parse("2026-03-31T02:00:00Z"));
  final MemoryTable table = new MemoryTable();
  final DocumentStore documents = new TableDocumentStore(table);
  final Notices notices = new TableNotices(documents, clock);
  final LedgerGate gate = new TableLedgerGate(table, new Random(7));
  final MemoryMessageQueue<PostWork> vouchers = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<RetryWork> failures = new MemoryMessageQueue<>(clock);
  final MemoryMessageQueue<PatrolWork> patrol = new MemoryMessageQueue<>(clock);
  final ScriptedLedger ledger = new ScriptedLedger();
  LedgerSource.Terms terms =
      new LedgerSource.Terms("kingdee-cloud", "one", LedgerSource.Terms.UNLIMITED.limits(), false);
  Optional<Restored> restored = Optional.empty();
  final Post post = postOver(documents);

  PostFixture() {
    DocumentRecord record =
        DocumentRecord.announced(TENANT, DOCUMENT, Optional.empty(), clock.instant())
            .changed()
            .state(DocumentState.POSTING)
            .postings(List.of(Posting.ready(KEY, Purpose.RECORD, clock.instant().plusSeconds(300))))
            .build();
    documents.saveTranslated(record, SOURCE, List.of(voucher()));
  }

  Post postOver(DocumentStore store) {
    return post(store, gate, connected(), patrol);
  }

  /** A worker by another clock; the queues and the ledger keep to the right one. */
  Post postBy(InstantSource other) {
    return post(documents, gate, connected(), patrol, other);
  }

  /** The ledger is asked in vain, and once more when all requests must have settled. */
  void deliverOnceSettled() {
    post.deliver(WORK);
    clock.advance(PostSettings.DEFAULT.lease().plus(SETTLING));
    vouchers.drain().forEach(post::deliver);
  }

  Post postOver(DocumentStore store, MessageQueue<PatrolWork> patrolTo) {
    return post(store, gate, connected(), patrolTo);
  }

  Post postOver(LedgerSource ledgers) {
    return post(documents, gate, ledgers, patrol);
  }

  Post postThrough(LedgerGate other) {
    return post(documents, other, connected(), patrol);
  }

  private LedgerSource connected() {
    return tenant ->
        new Answer.Got<>(new LedgerSource.Connected(ledger, SETTLING, terms, restored));
  }

  private Post post(
      DocumentStore store,
      LedgerGate through,
      LedgerSource ledgers,
      MessageQueue<PatrolWork> patrolTo) {
    return post(store, through, ledgers, patrolTo, clock);
  }

  private Post post(
      DocumentStore store,
      LedgerGate through,
      LedgerSource ledgers,
      MessageQueue<PatrolWork> patrolTo,
      InstantSource by) {
    Entrance entrance =
        new Entrance(through, notices, vouchers, failures, PostSettings.DEFAULT, by);
    return new Post(store, ledgers, entrance, failures, patrolTo, PostSettings.DEFAULT, by);
  }

  /** Another voucher goes in; what it learns is told by the caller. */
  LedgerGate.Ticket otherInside(int number) {
    LedgerGate.Visitor other =
        new LedgerGate.Visitor(
            TENANT,
            terms.fingerprint(),
            terms.limits(),
            VoucherKey.of(TENANT, DOCUMENT, Purpose.RECORD, 100 + number),
            Optional.empty(),
            Duration.ofMinutes(6));
    return ((LedgerGate.Entry.Entered) gate.enter(other, clock.instant())).ticket();
  }

  /** Another voucher found that the connection does not work. */
  void shutGate(Failure why) {
    gate.leave(otherInside(0), new LedgerGate.Outcome.Failed(why, true), clock.instant());
  }

  DocumentRecord record() {
    return documents.find(TENANT, DOCUMENT).orElseThrow();
  }

  /** A later approval withdraws or replaces the document. */
  void supersede() {
    DocumentRecord superseded = record().superseded(new DocumentId("instance-2"));
    documents.save(superseded).orElseThrow();
  }

  Posting posting() {
    return record().posting(KEY).orElseThrow();
  }

  List<String> history() {
    return record().timeline().stream().map(entry -> entry.what()).toList();
  }

  static Voucher voucher() {
    return new Voucher(
        KEY,
        DOCUMENT,
        Purpose.RECORD,
        LocalDate.of(2026, 3, 31),
        "CNY",
        "报销",
        1,
        List.of(line("6602.03", Side.DEBIT), line("2241", Side.CREDIT)));
  }

  private static VoucherLine line(String account, Side side) {
    Money amount = Money.of("545.00", "CNY");
    return new VoucherLine(
        "报销",
        account,
        Map.of(),
        side,
        amount,
        new Explanation("rule", "v-1", List.of(), "claim.total", "HALF_UP 2", amount));
  }

  /** A ledger whose books are a list and whose trouble is scripted. */
  static final class ScriptedLedger implements Ledger {
    static final Duration LONGEST_SEND = Duration.ofSeconds(90);

    final List<VoucherKey> books = new ArrayList<>();
    final Deque<Trouble> trouble = new ArrayDeque<>();
    Optional<Asked> nextAnswer = Optional.empty();
    Runnable whileAsked = () -> {};
    Runnable whileSending = () -> {};
    Attached attached = new Attached.Done();
    final List<Attached.File> files = new ArrayList<>();
    Guard guard = Guard.ASKED_FIRST;
    int asked;
    int sent;

    /** What goes wrong with a request. */
    record Trouble(boolean commits, Failure failure) {}

    @Override
    public Guard guard() {
      return guard;
    }

    @Override
    public Asked ask(Voucher voucher) {
      asked++;
      whileAsked.run();
      Optional<Asked> scripted = nextAnswer;
      nextAnswer = Optional.empty();
      return scripted.orElseGet(
          () -> guard.canBeAsked() ? answer(voucher.key()) : new Asked.Absent(voucher.key()));
    }

    private Asked answer(VoucherKey key) {
      List<LedgerReference> found =
          books.stream().filter(key::equals).map(each -> new LedgerReference("100", "45")).toList();
      return switch (found.size()) {
        case 0 -> new Asked.Absent(key);
        case 1 -> new Asked.Found(found.getFirst());
        default -> new Asked.Several(found);
      };
    }

    @Override
    public Checkup test() {
      throw new UnsupportedOperationException("a delivery tests nothing");
    }

    @Override
    public MasterData read(MasterData.Kind kind) {
      throw new UnsupportedOperationException("a delivery reads nothing");
    }

    @Override
    public Attached attach(LedgerReference voucher, Attached.File file) {
      files.add(file);
      return attached;
    }

    @Override
    public Duration longestSend() {
      return LONGEST_SEND;
    }

    @Override
    public Sent send(Voucher voucher, Asked.Absent absent) {
      sent++;
      whileSending.run();
      Trouble next = trouble.poll();
      if (next == null || next.commits()) {
        books.add(voucher.key());
      }
      return next == null
          ? new Sent.Posted(new LedgerReference("100", "45"))
          : new Sent.Failed(next.failure());
    }
  }
}
