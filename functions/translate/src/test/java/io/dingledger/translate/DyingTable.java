package io.dingledger.translate;

import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A table whose caller dies at one of its calls, before or after the call had its effect. */
final class DyingTable implements Table {
  private final Table real;
  private final int fatalCall;
  private final boolean afterwards;
  private int calls;

  DyingTable(Table real, int fatalCall, boolean afterwards) {
    this.real = real;
    this.fatalCall = fatalCall;
    this.afterwards = afterwards;
  }

  private <T> T call(Supplier<T> call) {
    calls++;
    if (calls == fatalCall && !afterwards) {
      throw new Killed();
    }
    T answer = call.get();
    if (calls == fatalCall) {
      throw new Killed();
    }
    return answer;
  }

  @Override
  public Optional<Item> get(Key key) {
    return call(() -> real.get(key));
  }

  @Override
  public Map<Key, Item> getAll(List<Key> keys) {
    return call(() -> real.getAll(keys));
  }

  @Override
  public List<Item> query(String partition, String sortPrefix) {
    return call(() -> real.query(partition, sortPrefix));
  }

  @Override
  public List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    return call(() -> real.queryIndex(index, partition, below, descending, limit));
  }

  @Override
  public boolean write(List<Write> writes) {
    return call(() -> real.write(writes));
  }
}
