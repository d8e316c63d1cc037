package io.dingledger.platform.store;

import io.dingledger.model.access.LedgerGate;
import io.dingledger.platform.settings.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The gates of all tenants in a {@link Table}, one item each, written under its version.
 *
 * <p>Who goes in and out costs a read or two and two writes, who waits a read and a write, and who
 * is turned away a read. Both methods throw {@link StoreUnreachable} when the table gives no
 * answer, and {@link StoreRefused} for a gate that nobody can read.
 */
public final class TableLedgerGate implements LedgerGate {
  /** Others were faster this many times: it comes again in a moment. */
  private static final int TRIES = 16;

  /** A place that is not given back is lost until its time has run out, so this is tried harder. */
  private static final int TRIES_TO_LEAVE = 64;

  private static final Duration CROWDED = Duration.ofSeconds(1);
  private static final int CROWDED_SPREAD = 2000;

  private final Table table;
  private final RandomGenerator random;
  private final GateTimes times;
  private final GateItems items = new GateItems();

  /** What this process wrote last at each gate that it has entered since. */
  private final Map<Key, Item> written = new ConcurrentHashMap<>();

  /**
   * Gates in this table.
   *
   * @param random keeps vouchers of different tenants, and those that are not called, from coming
   *     all at once
   */
  public TableLedgerGate(Table table, RandomGenerator random) {
    this(table, random, GateTimes.of(Times.USUAL));
  }

  /** The same, trying a broken connection more or less often. */
  public TableLedgerGate(Table table, RandomGenerator random, GateTimes times) {
    this.table = table;
    this.random = random;
    this.times = times;
  }

  @Override
  public Entry enter(Visitor visitor, Instant now) {
    Key place = Keys.gate(visitor.tenant());
    return changed(place, TRIES, gate -> gate.enter(visitor, now, times, random))
        .orElseGet(() -> new Entry.Wait(now.plus(crowded()), "many came at this moment"));
  }

  @Override
  public Standing leave(Ticket ticket, Outcome outcome, Instant now) {
    Key place = Keys.gate(ticket.visitor().tenant());
    Function<Gate, Standing> change = gate -> gate.leave(ticket, outcome, now, times, random);
    return sinceEntering(place, change)
        .or(() -> changed(place, TRIES_TO_LEAVE, change))
        .orElseThrow(() -> new StoreUnreachable(null, "TransactionConflict"));
  }

  /** What the change gave, once it is written; empty when others were faster each time. */
  private <R> Optional<R> changed(Key place, int tries, Function<Gate, R> change) {
    for (int attempt = 0; attempt < tries; attempt++) {
      Optional<Item> there = table.get(place);
      Gate gate = items.gate(there);
      R result = change.apply(gate);
      Item next = items.item(place, gate);
      boolean same = there.map(item -> item.without(Item.VERSION).equals(next)).orElse(false);
      if (same) {
        return Optional.of(result);
      }
      if (Revision.put(table, there, next)) {
        written.put(place, Revision.next(there, next));
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /**
   * Mostly nobody has come or gone meanwhile: then what was written on entering need not be read.
   * Empty when somebody has, which its version tells.
   */
  private <R> Optional<R> sinceEntering(Key place, Function<Gate, R> change) {
    Optional<Item> there = Optional.ofNullable(written.remove(place));
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Gate gate = items.gate(there);
    R result = change.apply(gate);
    Item next = items.item(place, gate);
    return Revision.put(table, there, next) ? Optional.of(result) : Optional.empty();
  }

  private Duration crowded() {
    return CROWDED.plusMillis(random.nextLong(CROWDED_SPREAD));
  }
}
