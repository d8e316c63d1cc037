package io.dingledger.simulator.load;

import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table whose calls take time. */
record TimedTable(Table table, Calls calls) implements Table {
  @Override
  public Optional<Item> get(Key key) {
    calls.takes("table.get", Calls.TABLE);
    return table.get(key);
  }

  @Override
  public Map<Key, Item> getAll(List<Key> keys) {
    calls.takes("table.getAll", Calls.TABLE);
    return table.getAll(keys);
  }

  @Override
  public List<Item> query(String partition, String sortPrefix) {
    calls.takes("table.query", Calls.TABLE);
    return table.query(partition, sortPrefix);
  }

  /** A page of an index has a megabyte, some four thousand lines. */
  @Override
  public List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    List<Index.Entry> found = table.queryIndex(index, partition, below, descending, limit);
    calls.takes("table.queryIndex", Calls.TABLE.multipliedBy(1 + 20L * found.size() / 4000));
    return found;
  }

  @Override
  public boolean write(List<Write> writes) {
    calls.takes("table.write", Calls.TABLE);
    return table.write(writes);
  }
}
