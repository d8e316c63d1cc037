package io.dingledger.bench;

import io.dingledger.platform.store.Index;
import io.dingledger.platform.store.Item;
import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that counts what the same requests would cost at DynamoDB, from the sizes of the items.
 * Lines of an index have less than a kilobyte, since it holds keys only. Each request is kept in
 * words, so that a figure can be looked into.
 */
final class MeteredTable implements Table {
  /** What DynamoDB adds to each item and to each line of an index when it counts storage. */
  private static final long ADDED = 100;

  private final Table table;
  private final List<String> requests = new ArrayList<>();
  private Units units = Units.NONE;
  private long stored;

  MeteredTable(Table table) {
    this.table = table;
  }

  /** What was spent so far. */
  synchronized Units units() {
    return units;
  }

  /** How many bytes the table and its indexes have grown by, with what DynamoDB adds to each. */
  synchronized long stored() {
    return stored;
  }

  /** The requests since this was last asked for, with what each of them costs. */
  synchronized List<String> requests() {
    List<String> copy = List.copyOf(requests);
    requests.clear();
    return copy;
  }

  @Override
  public synchronized Optional<Item> get(Key key) {
    Optional<Item> found = table.get(key);
    spend("get " + named(key), Units.read(found.map(Item::size).orElse(0)));
    return found;
  }

  @Override
  public synchronized Map<Key, Item> getAll(List<Key> keys) {
    Map<Key, Item> found = table.getAll(keys);
    Units each =
        keys.stream()
            .map(key -> Units.read(found.containsKey(key) ? found.get(key).size() : 0))
            .reduce(Units.NONE, Units::plus);
    spend("get " + keys.size() + " items", each);
    return found;
  }

  @Override
  public synchronized List<Item> query(String partition, String sortPrefix) {
    List<Item> found = table.query(partition, sortPrefix);
    spend(
        "query " + what(partition) + " " + sortPrefix,
        Units.read(found.stream().mapToLong(Item::size).sum()));
    return found;
  }

  @Override
  public synchronized List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    List<Index.Entry> found = table.queryIndex(index, partition, below, descending, limit);
    long bytes =
        found.stream()
            .mapToLong(
                line ->
                    line.key().partition().length()
                        + line.key().sort().length()
                        + partition.length()
                        + line.sort().length())
            .sum();
    spend("query " + index.indexName(), Units.readThroughIndex(bytes));
    return found;
  }

  @Override
  public synchronized boolean write(List<Write> writes) {
    List<Optional<Item>> before = writes.stream().map(write -> table.get(write.key())).toList();
    boolean written = table.write(writes);
    for (int place = 0; place < writes.size(); place++) {
      Write write = writes.get(place);
      String refused = written ? "" : " refused";
      spend(
          word(write) + " " + named(write.key()) + refused,
          cost(write, before.get(place), writes.size() > 1, written));
      stored += written ? table.get(write.key()).map(MeteredTable::space).orElse(0L) : 0;
      stored -= written ? before.get(place).map(MeteredTable::space).orElse(0L) : 0;
    }
    return written;
  }

  private static Units cost(
      Write write, Optional<Item> before, boolean inTransaction, boolean written) {
    long had = before.map(Item::size).orElse(0);
    return switch (write) {
      case Write.Put(Item item, var condition) -> {
        Units table = Units.write(Math.max(had, item.size()), inTransaction);
        yield written ? table.plus(lines(before, Optional.of(item))) : table;
      }
      case Write.Delete gone -> {
        Units table = Units.write(had, inTransaction);
        yield written ? table.plus(lines(before, Optional.empty())) : table;
      }
      case Write.Check check -> Units.write(had, inTransaction);
    };
  }

  /** An item and its lines in the indexes, which hold its key as well. */
  private static long space(Item item) {
    long key = item.key().partition().length() + item.key().sort().length();
    long lines = 0;
    for (Index index : Index.values()) {
      lines += line(index, item).map(text -> ADDED + key + text.length()).orElse(0L);
    }
    return ADDED + item.size() + lines;
  }

  private static Units lines(Optional<Item> before, Optional<Item> after) {
    Units sum = Units.NONE;
    for (Index index : Index.values()) {
      Optional<String> was = before.flatMap(item -> line(index, item));
      Optional<String> is = after.flatMap(item -> line(index, item));
      int changed = was.equals(is) ? 0 : (was.isPresent() ? 1 : 0) + (is.isPresent() ? 1 : 0);
      sum = sum.plus(Units.lines(index, changed));
    }
    return sum;
  }

  private static Optional<String> line(Index index, Item item) {
    return item.text(index.partitionAttribute())
        .flatMap(partition -> item.text(index.sortAttribute()).map(sort -> partition + " " + sort));
  }

  private void spend(String request, Units cost) {
    units = units.plus(cost);
    requests.add(request + ": " + cost.inWords());
  }

  private static String word(Write write) {
    return switch (write) {
      case Write.Put put -> "put " + put.item().size() + " bytes";
      case Write.Delete delete -> "delete";
      case Write.Check check -> "check";
    };
  }

  /** Which kind of item, without whose. */
  private static String named(Key key) {
    return what(key.partition()) + " " + key.sort().replaceAll("DL[A-Z0-9]{18}", "DL…");
  }

  private static String what(String partition) {
    return partition.replaceAll("^T#[^#]*", "T").replaceAll("#D#.*", "#D");
  }
}
