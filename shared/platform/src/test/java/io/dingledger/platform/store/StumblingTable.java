package io.dingledger.platform.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table that gives no answer to one of its writes, before or after it has made it. */
final class StumblingTable implements WholeTable {
  private final Table table;
  private final boolean afterwards;
  private int left;

  /**
   * Stumbles once, or for ever when it dies with the caller.
   *
   * @param write at which write, from 1
   * @param afterwards whether that write is made all the same
   */
  StumblingTable(Table table, int write, boolean afterwards) {
    this.table = table;
    this.left = write;
    this.afterwards = afterwards;
  }

  /** Whether the write at which it stumbles was reached. */
  boolean hasStumbled() {
    return left <= 0;
  }

  @Override
  public Optional<Item> get(Key key) {
    return table.get(key);
  }

  @Override
  public Map<Key, Item> getAll(List<Key> keys) {
    return table.getAll(keys);
  }

  @Override
  public List<Item> query(String partition, String sortPrefix) {
    return table.query(partition, sortPrefix);
  }

  @Override
  public List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    return table.queryIndex(index, partition, below, descending, limit);
  }

  @Override
  public Seen look(String partition, Optional<Key> after) {
    return ((WholeTable) table).look(partition, after);
  }

  @Override
  public boolean write(List<Write> writes) {
    left--;
    if (left == 0 && afterwards) {
      table.write(writes);
    }
    if (left <= 0) {
      throw new StoreUnreachable(null, "stumbled");
    }
    return table.write(writes);
  }
}
