package io.dingledger.simulator.world;

import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.StoreUnreachable;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A table that fails at any call, as DynamoDB may. */
final class FaultyTable implements Table {
  private final MemoryTable real;
  private final Troubles troubles;
  private final Consumer<List<Write>> watcher;

  FaultyTable(MemoryTable real, Troubles troubles, Consumer<List<Write>> watcher) {
    this.real = real;
    this.troubles = troubles;
    this.watcher = watcher;
  }

  @Override
  public Optional<Item> get(Key key) {
    return read("table.get", () -> real.get(key));
  }

  @Override
  public Map<Key, Item> getAll(List<Key> keys) {
    return read("table.getAll", () -> real.getAll(keys));
  }

  @Override
  public List<Item> query(String partition, String sortPrefix) {
    return read("table.query", () -> real.query(partition, sortPrefix));
  }

  @Override
  public List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    String where = "table.index." + index.indexName();
    List<Index.Entry> lines =
        read(where, () -> real.queryIndex(index, partition, below, descending, limit));
    if (lines.isEmpty() || !troubles.isInside() || !troubles.strike(Fault.INDEX_STALE, where)) {
      return lines;
    }
    List<Index.Entry> stale = new ArrayList<>(lines);
    stale.removeLast();
    return List.copyOf(stale);
  }

  @Override
  public boolean write(List<Write> writes) {
    String where = writes.size() == 1 ? "table.put" : "table.transact";
    if (!troubles.isInside()) {
      return written(writes);
    }
    troubles.before(where);
    if (troubles.strike(Fault.TABLE_UNREACHABLE, where)) {
      throw unreachable();
    }
    if (troubles.strike(Fault.TABLE_CONTENDED, where)) {
      return false;
    }
    boolean done = written(writes);
    troubles.after(where);
    if (troubles.strike(Fault.TABLE_ANSWER_LOST, where)) {
      throw unreachable();
    }
    return done;
  }

  private boolean written(List<Write> writes) {
    boolean done = real.write(writes);
    if (done) {
      watcher.accept(writes);
    }
    return done;
  }

  private <T> T read(String where, Supplier<T> read) {
    if (!troubles.isInside()) {
      return read.get();
    }
    troubles.before(where);
    if (troubles.strike(Fault.TABLE_UNREACHABLE, where)) {
      throw unreachable();
    }
    return read.get();
  }

  private static StoreUnreachable unreachable() {
    return new StoreUnreachable(new IllegalStateException("simulated"), "simulated");
  }
}
