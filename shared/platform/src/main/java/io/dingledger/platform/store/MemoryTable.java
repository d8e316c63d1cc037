package io.dingledger.platform.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table in memory, gone with the process; safe for many threads. For tests and simulation. */
public final class MemoryTable implements WholeTable {
  private static final Comparator<Line> LINE_ORDER =
      Comparator.comparing(Line::partition).thenComparing(Line::sort).thenComparing(Line::key);
  private static final Key FIRST = new Key("!", "!");
  private static final int SEEN_AT_ONCE = 50;

  private final TreeMap<Key, Item> items = new TreeMap<>();
  private final Map<Index, TreeSet<Line>> lines = new EnumMap<>(Index.class);

  /** An empty table. */
  public MemoryTable() {
    for (Index index : Index.values()) {
      lines.put(index, new TreeSet<>(LINE_ORDER));
    }
  }

  @Override
  public synchronized Optional<Item> get(Key key) {
    return Optional.ofNullable(items.get(key));
  }

  @Override
  public synchronized Map<Key, Item> getAll(List<Key> keys) {
    Map<Key, Item> found = new TreeMap<>();
    keys.forEach(key -> get(key).ifPresent(item -> found.put(key, item)));
    return found;
  }

  @Override
  public synchronized List<Item> query(String partition, String sortPrefix) {
    Key from = new Key(partition, sortPrefix.isEmpty() ? "!" : sortPrefix);
    List<Item> found = new ArrayList<>();
    for (Item item : items.tailMap(from).values()) {
      Key key = item.key();
      if (!key.partition().equals(partition) || !key.sort().startsWith(sortPrefix)) {
        break;
      }
      found.add(item);
    }
    return found;
  }

  @Override
  public synchronized List<Index.Entry> queryIndex(
      Index index, String partition, Optional<String> below, boolean descending, int limit) {
    TreeSet<Line> all = lines.get(index);
    Line from = new Line(partition, "", FIRST);
    Line to = below.map(sort -> new Line(partition, sort, FIRST)).orElse(endOf(partition));
    NavigableSet<Line> wanted = all.subSet(from, true, to, false);
    return (descending ? wanted.descendingSet() : wanted)
        .stream().limit(limit).map(line -> new Index.Entry(line.key(), line.sort())).toList();
  }

  @Override
  public synchronized Seen look(String partition, Optional<Key> after) {
    List<Key> seen =
        items.tailMap(after.orElse(FIRST), after.isEmpty()).keySet().stream()
            .limit(SEEN_AT_ONCE)
            .toList();
    return new Seen(
        seen.stream()
            .filter(
                key ->
                    key.partition().equals(partition)
                        || key.partition().startsWith(partition + "#"))
            .toList(),
        seen.size() < SEEN_AT_ONCE ? Optional.empty() : Optional.of(seen.getLast()));
  }

  @Override
  public synchronized boolean write(List<Write> writes) {
    List<Write> checked = Write.checked(writes);
    if (!checked.stream().allMatch(this::holds)) {
      return false;
    }
    checked.forEach(this::apply);
    return true;
  }

  private boolean holds(Write write) {
    return switch (write) {
      case Write.Delete(Key key, OptionalLong version) ->
          version.isEmpty()
              || get(key).map(found -> hasVersion(found, version.getAsLong())).orElse(true);
      case Write.Put(Item item, Condition condition) -> holds(item.key(), condition);
      case Write.Check(Key key, Condition condition) -> holds(key, condition);
    };
  }

  private boolean holds(Key key, Condition condition) {
    Optional<Item> there = get(key);
    return switch (condition) {
      case Condition.None none -> true;
      case Condition.Absent absent -> there.isEmpty();
      case Condition.VersionIs(long version) ->
          there.map(found -> hasVersion(found, version)).orElse(false);
    };
  }

  private static boolean hasVersion(Item found, long version) {
    return found.attributes().get(Item.VERSION) instanceof Attribute.Whole(long there)
        && there == version;
  }

  private void apply(Write write) {
    if (write instanceof Write.Check) {
      return;
    }
    get(write.key()).ifPresent(old -> index(old, false));
    switch (write) {
      case Write.Delete gone -> items.remove(gone.key());
      case Write.Put(Item item, Condition condition) -> {
        items.put(item.key(), item);
        index(item, true);
      }
      case Write.Check check -> {}
    }
  }

  private void index(Item item, boolean present) {
    for (Index index : Index.values()) {
      Optional<String> partition = item.text(index.partitionAttribute());
      Optional<String> sort = item.text(index.sortAttribute());
      if (partition.isPresent() && sort.isPresent()) {
        Line line = new Line(partition.get(), sort.get(), item.key());
        if (present) {
          lines.get(index).add(line);
        } else {
          lines.get(index).remove(line);
        }
      }
    }
  }

  private static Line endOf(String partition) {
    return new Line(partition + "\0", "", FIRST);
  }

  private record Line(String partition, String sort, Key key) {}
}
