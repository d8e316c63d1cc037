package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.support.ForwardingDocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs translate over a store that lets other work happen at any of its calls, or kills its caller.
 * Depth first: what comes in between runs to its end, or lets further work in between itself.
 */
final class LineageSimulation {
  private static final int DEEPEST = 3;
  private static final int MOST_ROUNDS = 400;

  final TranslateFixture fixture = new TranslateFixture();
  final Family family = new Family(fixture);
  final ModelLedger ledger;
  private final Random random;
  private final List<TranslateWork> events = new ArrayList<>();
  private final List<PostWork> posts = new ArrayList<>();
  private final Map<String, Integer> deaths = new HashMap<>();
  final Map<YearMonth, Set<PayItem>> closed = new TreeMap<>();
  private int depth;
  private int deathsLeft;

  LineageSimulation(Random random) {
    this.random = random;
    this.ledger = new ModelLedger(fixture.documents, fixture.clock, random);
    this.deathsLeft = random.nextBoolean() ? 0 : random.nextInt(4);
  }

  int deathsOf(String id) {
    return deaths.getOrDefault(id, 0);
  }

  /** What happened to each document. */
  String story(List<String> ids) {
    StringBuilder story = new StringBuilder();
    for (String id : ids) {
      DocumentRecord record = family.record(id);
      story.append("\n%s %s %s".formatted(id, family.details.get(id).action(), record.state()));
      story.append(" %s by %s".formatted(family.reasons(id), record.supersededBy()));
      record
          .timeline()
          .forEach(
              entry ->
                  story.append("\n  %s %s %s".formatted(entry.at(), entry.what(), entry.detail())));
    }
    return story.toString();
  }

  /** Delivers all events of these documents, some twice, and goes on until nothing moves. */
  void runToTheEnd(List<String> ids) {
    for (String id : ids) {
      events.add(family.event(id, "finish-" + id, Phase.FINISH));
      if (random.nextInt(4) == 0) {
        events.add(family.event(id, "finish-" + id, Phase.FINISH));
      }
      if (random.nextInt(4) == 0) {
        events.add(family.event(id, "start-" + id, Phase.START));
      }
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      while (somethingHappens()) {
        fixture.clock.advance(Duration.ofSeconds(random.nextInt(20)));
      }
      if (!sweep(ids)) {
        return;
      }
    }
    throw new AssertionError("never comes to rest");
  }

  private boolean somethingHappens() {
    if (random.nextInt(60) == 0) {
      YearMonth month = YearMonth.of(2026, 3 + random.nextInt(2));
      fixture.payItems.close(TENANT, month, fixture.clock.instant(), "somebody");
      Set<PayItem> sum = Set.copyOf(fixture.payItems.bookedIn(TENANT, month));
      closed.putIfAbsent(month, sum);
    }
    posts.addAll(fixture.vouchers.drain());
    fixture.failures.drain();
    if (events.isEmpty() && posts.isEmpty()) {
      return false;
    }
    // New events come rarely, so that vouchers get everywhere before their documents change.
    if (!events.isEmpty() && (posts.isEmpty() || random.nextInt(4) == 0)) {
      translate(events.remove(random.nextInt(events.size())));
    } else {
      PostWork work = posts.get(random.nextInt(posts.size()));
      if (!ledger.move(work)) {
        posts.remove(work);
      }
    }
    return true;
  }

  /** A message whose worker died, or that must wait, comes again. */
  private void translate(TranslateWork work) {
    depth++;
    try {
      fixture.over(new BusyStore(fixture.documents, documentOf(work))).handle(work);
    } catch (Killed died) {
      events.add(work);
    } catch (IllegalStateException mustWait) {
      fixture.clock.advance(Duration.ofMinutes(1));
      events.add(work);
    } finally {
      depth--;
    }
  }

  private static String documentOf(TranslateWork work) {
    return switch (work) {
      case TranslateWork.Happened happened ->
          happened.event().subject() instanceof EventSubject.Approval approval
              ? approval.instanceId()
              : "";
      case TranslateWork.Again again -> again.document().value();
      case TranslateWork.Retranslate asked -> asked.document().value();
      case TranslateWork.DayRead read -> "";
      case TranslateWork.ClosePeriod close -> "";
      case TranslateWork.Received received -> received.document().value();
    };
  }

  /** What the retry step's sweep does, long enough after; false when nothing is due any more. */
  private boolean sweep(List<String> ids) {
    boolean anything = false;
    for (String id : ids) {
      DocumentRecord record = fixture.documents.find(TENANT, new DocumentId(id)).orElseThrow();
      Optional<Instant> due = record.fetch().dueAt();
      if (due.isPresent() && !record.isTranslated()) {
        fixture.clock.advanceTo(due.get().plusSeconds(1));
        Wait watched = record.fetch().until(fixture.clock.instant().plusSeconds(300));
        fixture.documents.save(
            record.changed().state(DocumentState.RECEIVED).fetch(watched).build());
        events.add(new TranslateWork.Again(TENANT, record.id()));
        anything = true;
      }
      for (Posting posting : record.postings()) {
        if (ModelLedger.isOpen(posting)) {
          fixture.clock.advance(Duration.ofMinutes(4));
          posts.add(new PostWork(TENANT, record.id(), posting.key()));
          anything = true;
        }
      }
    }
    return anything;
  }

  /** Other work happens before any call, and the caller may die before or after it. */
  private final class BusyStore extends ForwardingDocumentStore {
    private final String worker;

    private BusyStore(DocumentStore real, String worker) {
      super(real);
      this.worker = worker;
    }

    private <T> T call(Supplier<T> call) {
      if (depth < DEEPEST && random.nextInt(4) == 0) {
        somethingHappens();
      }
      mayDie();
      T answer = call.get();
      mayDie();
      return answer;
    }

    private void mayDie() {
      if (deathsLeft > 0 && random.nextInt(25) == 0) {
        deathsLeft--;
        deaths.merge(worker, 1, Integer::sum);
        throw new Killed();
      }
    }

    @Override
    public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
      return call(() -> super.find(tenant, id));
    }

    @Override
    public Optional<DocumentRecord> save(DocumentRecord next) {
      return call(() -> super.save(next));
    }

    @Override
    public void announce(Tenant tenant, String businessId, Sibling self) {
      call(
          () -> {
            super.announce(tenant, businessId, self);
            return self;
          });
    }

    @Override
    public Optional<DocumentRecord> saveTranslated(
        DocumentRecord next, Source source, List<Voucher> vouchers, Booking booking) {
      return call(() -> super.saveTranslated(next, source, vouchers, booking));
    }

    @Override
    public Optional<Voucher> voucher(Tenant tenant, DocumentId id, VoucherKey key) {
      return call(() -> super.voucher(tenant, id, key));
    }

    @Override
    public List<Sibling> siblings(Tenant tenant, String businessId) {
      return call(() -> super.siblings(tenant, businessId));
    }
  }
}
