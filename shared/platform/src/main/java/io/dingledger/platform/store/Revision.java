package io.dingledger.platform.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Changes items by what they hold: reads, decides, and writes if nothing has changed meanwhile; if
 * something has, all over again.
 */
final class Revision {
  private static final int TRIES = 16;
  private static final int TOGETHER = 50;

  private Revision() {}

  /**
   * Changes one item.
   *
   * @param next of what is there makes what shall be; empty leaves everything as it is. It may be
   *     called several times
   * @throws StoreUnreachable when others were faster each time
   */
  static void of(Table table, Key place, UnaryOperator<Optional<Item>> next) {
    ofAll(table, List.of(place), (key, there) -> next.apply(there));
  }

  /** Changes several items, in portions that are each all or nothing. */
  static void ofAll(
      Table table, List<Key> places, BiFunction<Key, Optional<Item>, Optional<Item>> next) {
    List<Key> distinct = places.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += TOGETHER) {
      portion(table, distinct.subList(from, Math.min(distinct.size(), from + TOGETHER)), next);
    }
  }

  /**
   * Puts an item in place of what was read, with the next version.
   *
   * @return whether that was still there
   */
  static boolean put(Table table, Optional<Item> there, Item next) {
    return table.write(List.of(write(there, next)));
  }

  private static void portion(
      Table table, List<Key> places, BiFunction<Key, Optional<Item>, Optional<Item>> next) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<Write> writes = new ArrayList<>();
      read(table, places)
          .forEach(
              (place, there) ->
                  next.apply(place, there).ifPresent(item -> writes.add(write(there, item))));
      if (writes.isEmpty() || table.write(writes)) {
        return;
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  private static Map<Key, Optional<Item>> read(Table table, List<Key> places) {
    Map<Key, Optional<Item>> read = new LinkedHashMap<>();
    if (places.size() == 1) {
      read.put(places.getFirst(), table.get(places.getFirst()));
    } else {
      Map<Key, Item> found = table.getAll(places);
      places.forEach(place -> read.put(place, Optional.ofNullable(found.get(place))));
    }
    return read;
  }

  /** The write that puts an item in place of what was read, with the next version. */
  static Write write(Optional<Item> there, Item next) {
    return new Write.Put(
        next(there, next),
        there.map(item -> Condition.versionIs(version(item))).orElse(Condition.ABSENT));
  }

  /** The item as it is put in place of what was read. */
  static Item next(Optional<Item> there, Item next) {
    return next.with(Item.VERSION, there.map(Revision::version).orElse(0L) + 1);
  }

  private static long version(Item item) {
    return item.whole(Item.VERSION);
  }
}
