package io.dingledger.local.exactlyonce;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A ledger that books whatever it is sent, as often as it is sent, and is as unreliable as the
 * worst of them. What happens to a request is decided by the seed, the key and the number of the
 * request, so that it repeats whatever the threads do.
 *
 * <p>Of a hundred sendings 10 fail before the commit, half of them without saying so; 20 are booked
 * and the answer is lost, and every other one of those appears only late; 3 cost the worker its
 * life, before or after. Of a hundred questions 5 fail and 1 costs the worker its life.
 */
final class UnsteadyLedger implements Ledger {
  /** What is booked can be found after this time at the latest. */
  static final Duration SETTLING = Duration.ofSeconds(30);

  /** The worker dies; nothing in a step may catch it and go on. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private record Entry(LedgerReference reference, Instant visibleFrom) {}

  private final Clock clock;
  private final long seed;
  private final Map<VoucherKey, List<Entry>> book = new ConcurrentHashMap<>();
  private final Map<VoucherKey, AtomicInteger> requests = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger sends = new AtomicInteger();

  UnsteadyLedger(Clock clock, long seed) {
    this.clock = clock;
    this.seed = seed;
  }

  /** How often each key is in the book, visible or not. */
  Map<VoucherKey, Integer> counted() {
    Map<VoucherKey, Integer> counted = new ConcurrentHashMap<>();
    book.forEach((key, entries) -> counted.put(key, entries.size()));
    return counted;
  }

  /** How many sending requests arrived. */
  int sends() {
    return sends.get();
  }

  @Override
  public Asked ask(Voucher voucher) {
    int fate = fate(voucher.key()).nextInt(100);
    if (fate == 0) {
      throw new Killed();
    }
    if (fate < 6) {
      return new Asked.Failed(failure(FailureKind.TRANSIENT));
    }
    List<LedgerReference> visible =
        book.getOrDefault(voucher.key(), List.of()).stream()
            .filter(entry -> !entry.visibleFrom().isAfter(clock.instant()))
            .map(Entry::reference)
            .toList();
    return switch (visible.size()) {
      case 0 -> new Asked.Absent(voucher.key());
      case 1 -> new Asked.Found(visible.getFirst());
      default -> new Asked.Several(visible);
    };
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    sends.incrementAndGet();
    Random random = fate(voucher.key());
    int fate = random.nextInt(100);
    if (fate < 10) {
      return new Sent.Failed(failure(fate < 5 ? FailureKind.AMBIGUOUS : FailureKind.TRANSIENT));
    }
    if (fate == 10) {
      throw new Killed();
    }
    boolean late = fate < 23 && fate % 2 == 0;
    Duration delay = late ? Duration.ofMillis(random.nextLong(SETTLING.toMillis())) : Duration.ZERO;
    LedgerReference reference = booked(voucher.key(), clock.instant().plus(delay));
    if (fate < 13) {
      throw new Killed();
    }
    return fate < 33 ? new Sent.Failed(failure(FailureKind.AMBIGUOUS)) : new Sent.Posted(reference);
  }

  private LedgerReference booked(VoucherKey key, Instant visibleFrom) {
    String number = Integer.toString(numbers.incrementAndGet());
    LedgerReference reference = new LedgerReference(number, number);
    Entry entry = new Entry(reference, visibleFrom);
    book.merge(key, List.of(entry), UnsteadyLedger::both);
    return reference;
  }

  private static List<Entry> both(List<Entry> there, List<Entry> more) {
    List<Entry> both = new ArrayList<>(there);
    both.addAll(more);
    return List.copyOf(both);
  }

  private Random fate(VoucherKey key) {
    int request = requests.computeIfAbsent(key, each -> new AtomicInteger()).incrementAndGet();
    return new Random(seed * 31 + key.hashCode() * 1_000_003L + request * 7_919L);
  }

  private static Failure failure(FailureKind kind) {
    return Failure.of(kind, "unsteady", kind.name(), "on purpose");
  }

  @Override
  public Duration longestSend() {
    return Duration.ofSeconds(90);
  }

  @Override
  public Checkup test() {
    return new Checkup(List.of());
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new MasterData.NotOffered();
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }
}
