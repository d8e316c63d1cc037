package io.dingledger.simulator.world;

import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.kernel.Agenda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A table that fails at any call, as DynamoDB may. */
final class FaultyTable implements Table {
  /** A request that left arrives within this time, or never. */
  private static final Duration LONGEST_WAY = Duration.ofSeconds(20);

  private final MemoryTable real;
  private final Troubles troubles;
  private final Agenda agenda;
  private final BooleanSupplier alertsDown;
  private final Consumer<List<Write>> watcher;

  /**
   * A table that fails.
   *
   * @param alertsDown whether notices can't be written now
   * @param watcher is told of what was written
   */
  FaultyTable(
      MemoryTable real,
      Troubles troubles,
      Agenda agenda,
      BooleanSupplier alertsDown,
      Consumer<List<Write>> watcher) {
    this.alertsDown = alertsDown;
    this.real = real;
    this.troubles = troubles;
    this.agenda = agenda;
    this.watcher = watcher;
  }

  @Override
  public Optional<Item> get(Key key) {
    return troubles.isInside()
        ? read(Call.READ, "table.get " + WrittenWhat.at(key), () -> real.get(key))
        : real.get(key);
  }

  @Override
  public Map<Key, Item> getAll(List<Key> keys) {
    return troubles.isInside() && !keys.isEmpty()
        ? read(
            Call.READ, "table.getAll " + WrittenWhat.at(keys.getFirst()), () -> real.getAll(keys))
        : real.getAll(keys);
  }

  @Override
  public List<Item> query(String partition, String sortPrefix) {
    return troubles.isInside()
        ? read(
            Call.READ,
            "table.query " + WrittenWhat.at(partition, sortPrefix),
            () -> real.query(partition, sortPrefix))
        : real.query(partition, sortPrefix);
  }

  @Override
  public List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    if (!troubles.isInside()) {
      return real.queryIndex(index, partition, below, descending, limit);
    }
    String where = "table.index " + index.indexName();
    List<Index.Entry> lines =
        read(Call.INDEX, where, () -> real.queryIndex(index, partition, below, descending, limit));
    if (lines.isEmpty() || !troubles.strike(Fault.INDEX_STALE, where)) {
      return lines;
    }
    List<Index.Entry> stale = new ArrayList<>(lines);
    stale.removeLast();
    return List.copyOf(stale);
  }

  @Override
  public boolean write(List<Write> writes) {
    if (!troubles.isInside()) {
      return written(writes);
    }
    String where = (writes.size() == 1 ? "table.put " : "table.transact ") + WrittenWhat.of(writes);
    troubles.before(Call.WRITE, where);
    boolean lost = alertsDown.getAsBoolean() && where.contains(WrittenWhat.NOTICE);
    if (lost || troubles.strike(Fault.TABLE_UNREACHABLE, where)) {
      throw unreachable();
    }
    if (troubles.strike(Fault.TABLE_CONTENDED, where)) {
      return false;
    }
    if (troubles.diesWhile(where)) {
      arrivesLater(writes);
      troubles.die(where);
    }
    if (troubles.strike(Fault.TABLE_ANSWERS_LATE, where)) {
      arrivesLater(writes);
      throw unreachable();
    }
    boolean done = written(writes);
    troubles.after(where);
    if (troubles.strike(Fault.TABLE_ANSWER_LOST, where)) {
      throw unreachable();
    }
    return done;
  }

  private void arrivesLater(List<Write> writes) {
    Duration way = troubles.upTo("way to the table", LONGEST_WAY);
    Runnable arrives = troubles.asNow(() -> written(writes));
    agenda.at(troubles.clock().instant().plus(way), arrives);
  }

  private boolean written(List<Write> writes) {
    boolean done = real.write(writes);
    if (done) {
      watcher.accept(writes);
    }
    return done;
  }

  private <T> T read(Call call, String where, Supplier<T> read) {
    troubles.before(call, where);
    if (troubles.strike(Fault.TABLE_UNREACHABLE, where)) {
      throw unreachable();
    }
    return read.get();
  }

  private static StoreUnreachable unreachable() {
    return new StoreUnreachable(new IllegalStateException("simulated"), "simulated");
  }
}
