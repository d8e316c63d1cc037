package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every table does. */
abstract class TableContract {
  private static final Key PLACE = new Key("p", "s");

  Table table;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
  }

  @Test
  void an_item_comes_back_with_every_type_of_attribute() {
    Item item =
        Item.at(PLACE)
            .with("text", "差旅费 \u0001")
            .with("nothing", "")
            .with("least", Long.MIN_VALUE)
            .with("most", Long.MAX_VALUE)
            .with("bytes", new byte[] {0, -1, 7});
    assertTrue(put(item, Condition.NONE));
    assertEquals(Optional.of(item), table.get(PLACE));
  }

  @Test
  void nothing_is_found_where_nothing_was_put() {
    assertEquals(Optional.empty(), table.get(PLACE));
    assertEquals(List.of(), table.query("p", ""));
    assertEquals(Map.of(), table.getAll(List.of(PLACE)));
  }

  @Test
  void absent_holds_once() {
    assertTrue(put(versioned(1), Condition.ABSENT));
    assertFalse(put(versioned(2), Condition.ABSENT));
    assertEquals(Optional.of(versioned(1)), table.get(PLACE));
  }

  @Test
  void a_version_holds_only_while_it_is_there() {
    assertFalse(put(versioned(2), Condition.versionIs(1)), "nothing is there");
    assertTrue(put(versioned(1), Condition.ABSENT));
    assertTrue(put(versioned(2), Condition.versionIs(1)));
    assertFalse(put(versioned(3), Condition.versionIs(1)));
    assertEquals(2, table.get(PLACE).orElseThrow().whole(Item.VERSION));
  }

  @Test
  void an_item_without_a_version_has_not_version_zero() {
    put(Item.at(PLACE), Condition.NONE);
    assertFalse(put(versioned(1), Condition.versionIs(0)));
  }

  @Test
  void a_put_replaces_the_whole_item() {
    put(versioned(1).with("old", "yes"), Condition.NONE);
    put(versioned(2), Condition.NONE);
    assertEquals(Optional.empty(), table.get(PLACE).orElseThrow().text("old"));
  }

  @Test
  void several_writes_are_made_together() {
    put(Item.at(new Key("p", "gone")), Condition.NONE);
    assertTrue(
        table.write(
            List.of(
                new Write.Put(versioned(1), Condition.ABSENT),
                new Write.Put(Item.at(new Key("q", "other")), Condition.NONE),
                new Write.Delete(new Key("p", "gone")))));
    assertEquals(List.of(versioned(1)), table.query("p", ""));
    assertEquals(1, table.query("q", "").size());
  }

  @Test
  void one_failing_condition_undoes_all_writes() {
    put(versioned(1), Condition.NONE);
    put(Item.at(new Key("p", "kept")), Condition.NONE);
    assertFalse(
        table.write(
            List.of(
                new Write.Put(Item.at(new Key("q", "new")), Condition.ABSENT),
                new Write.Delete(new Key("p", "kept")),
                new Write.Put(versioned(9), Condition.versionIs(7)))));
    assertEquals(2, table.query("p", "").size());
    assertEquals(List.of(), table.query("q", ""));
    assertEquals(1, table.get(PLACE).orElseThrow().whole(Item.VERSION));
  }

  @Test
  void a_check_changes_nothing_and_decides_over_the_other_writes() {
    put(versioned(1), Condition.NONE);
    Key free = new Key("p", "free");
    Write beside = new Write.Put(Item.at(new Key("q", "beside")), Condition.NONE);
    assertFalse(table.write(List.of(new Write.Check(PLACE, Condition.ABSENT), beside)));
    assertFalse(table.write(List.of(new Write.Check(PLACE, Condition.versionIs(2)), beside)));
    assertFalse(table.write(List.of(new Write.Check(free, Condition.versionIs(1)), beside)));
    assertEquals(List.of(), table.query("q", ""));
    assertTrue(
        table.write(
            List.of(
                new Write.Check(PLACE, Condition.versionIs(1)),
                new Write.Check(free, Condition.ABSENT),
                beside)));
    assertEquals(List.of(versioned(1)), table.query("p", ""));
    assertEquals(1, table.query("q", "").size());
    assertTrue(table.write(List.of(new Write.Check(free, Condition.ABSENT))));
    assertFalse(table.write(List.of(new Write.Check(PLACE, Condition.ABSENT))));
  }

  @Test
  void deleting_what_is_not_there_is_no_failure() {
    assertTrue(table.write(List.of(new Write.Delete(PLACE))));
  }

  @Test
  void a_deletion_of_a_version_leaves_every_other_version() {
    put(versioned(2), Condition.NONE);
    assertFalse(table.write(List.of(new Write.Delete(PLACE, OptionalLong.of(1)))));
    Write beside = new Write.Put(Item.at(new Key("q", "beside")), Condition.NONE);
    assertFalse(table.write(List.of(new Write.Delete(PLACE, OptionalLong.of(1)), beside)));
    assertEquals(List.of(), table.query("q", ""));
    assertEquals(Optional.of(versioned(2)), table.get(PLACE));
    assertTrue(table.write(List.of(new Write.Delete(PLACE, OptionalLong.of(2)), beside)));
    assertEquals(Optional.empty(), table.get(PLACE));
    assertTrue(table.write(List.of(new Write.Delete(PLACE, OptionalLong.of(2)))), "it is gone");
  }

  @Test
  void a_query_gives_one_partition_and_prefix_in_order() {
    for (String sort : List.of("b#2", "a", "b#10", "b", "c")) {
      put(Item.at(new Key("p", sort)), Condition.NONE);
    }
    put(Item.at(new Key("p2", "b#3")), Condition.NONE);
    assertEquals(List.of("b#10", "b#2"), sorts(table.query("p", "b#")));
    assertEquals(List.of("a", "b", "b#10", "b#2", "c"), sorts(table.query("p", "")));
  }

  @Test
  void a_query_reads_more_than_a_megabyte() {
    byte[] large = new byte[300 * 1024];
    IntStream.range(0, 5)
        .forEach(n -> put(Item.at(new Key("p", "s" + n)).with("b", large), Condition.NONE));
    assertEquals(5, table.query("p", "s").size());
  }

  @Test
  void many_items_are_read_at_once() {
    List<Key> keys = IntStream.range(0, 120).mapToObj(n -> new Key("p", "s" + n)).toList();
    keys.stream().limit(110).forEach(key -> put(Item.at(key), Condition.NONE));
    List<Key> twice = new ArrayList<>(keys);
    twice.addAll(keys);
    assertEquals(110, table.getAll(twice).size());
  }

  @Test
  void an_index_gives_its_lines_in_order_both_ways() {
    for (String sort : List.of("2", "1", "3", "4")) {
      put(indexed("i" + sort, "x", sort), Condition.NONE);
    }
    put(indexed("other", "y", "0"), Condition.NONE);
    put(Item.at(new Key("p", "unindexed")), Condition.NONE);
    assertEquals(List.of("1", "2", "3", "4"), lines("x", Optional.empty(), false, 10));
    assertEquals(List.of("4", "3"), lines("x", Optional.empty(), true, 2));
    assertEquals(List.of("2", "1"), lines("x", Optional.of("3"), true, 10));
    assertEquals(List.of("1"), lines("x", Optional.of("3"), false, 1));
  }

  @Test
  void an_index_follows_changes_and_deletions() {
    put(indexed("a", "x", "1"), Condition.NONE);
    put(indexed("b", "x", "2"), Condition.NONE);
    put(indexed("a", "y", "5"), Condition.NONE);
    table.write(List.of(new Write.Delete(new Key("p", "b"))));
    assertEquals(List.of(), lines("x", Optional.empty(), false, 10));
    assertEquals(List.of("5"), lines("y", Optional.empty(), false, 10));
    put(Item.at(new Key("p", "a")), Condition.NONE);
    assertEquals(List.of(), lines("y", Optional.empty(), false, 10));
  }

  @Test
  void of_many_writers_of_one_version_one_wins() throws Exception {
    put(versioned(1), Condition.NONE);
    Callable<Boolean> writer =
        () ->
            table.write(
                List.of(
                    new Write.Put(versioned(2), Condition.versionIs(1)),
                    new Write.Put(Item.at(new Key("p", "beside")), Condition.NONE)));
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      int won = 0;
      for (Future<Boolean> each : threads.invokeAll(java.util.Collections.nCopies(6, writer))) {
        won += each.get() ? 1 : 0;
      }
      assertEquals(1, won);
    }
  }

  @Test
  void what_does_not_fit_is_refused_before_anything_is_written() {
    Item tooLarge = Item.at(PLACE).with("b", new byte[Item.LARGEST]);
    StoreRefused refused = assertThrows(StoreRefused.class, () -> put(tooLarge, Condition.NONE));
    assertEquals("PLATFORM-TOO-LARGE", refused.reason().code());
    List<Write> tooMany =
        IntStream.rangeClosed(0, Write.MOST)
            .<Write>mapToObj(n -> new Write.Delete(new Key("p", "s" + n)))
            .toList();
    assertThrows(StoreRefused.class, () -> table.write(tooMany));
    List<Write> tooMuch =
        IntStream.range(0, 12)
            .<Write>mapToObj(
                n ->
                    new Write.Put(
                        Item.at(new Key("p", "s" + n)).with("b", new byte[390 * 1024]),
                        Condition.NONE))
            .toList();
    assertThrows(StoreRefused.class, () -> table.write(tooMuch));
    assertEquals(List.of(), table.query("p", ""));
  }

  @Test
  void the_largest_item_fits() {
    Item probe = Item.at(PLACE).with("b", new byte[0]);
    Item largest = Item.at(PLACE).with("b", new byte[Item.LARGEST - probe.size()]);
    assertTrue(put(largest, Condition.ABSENT));
  }

  @Test
  void two_writes_at_one_place_are_a_fault_of_the_caller() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            table.write(
                List.of(new Write.Delete(PLACE), new Write.Put(versioned(1), Condition.NONE))));
    assertThrows(IllegalArgumentException.class, () -> table.write(List.of()));
  }

  @Test
  void a_look_finds_all_that_lies_below_a_partition_and_no_more() {
    List<String> below = List.of("T#a", "T#a#D#1", "T#a#D#2", "T#a#Y#u#2026");
    for (String partition : below) {
      for (int sort = 0; sort < 40; sort++) {
        put(Item.at(new Key(partition, "s" + sort)).with("b", new byte[1000]), Condition.NONE);
      }
    }
    List.of("T#A", "T#a%0023b", "T#aa", "T#", "C#T#a")
        .forEach(other -> put(Item.at(new Key(other, "s")), Condition.NONE));
    List<Key> found = new ArrayList<>();
    Optional<Key> after = Optional.empty();
    do {
      WholeTable.Seen seen = ((WholeTable) table).look("T#a", after);
      found.addAll(seen.found());
      after = seen.next();
    } while (after.isPresent());
    assertEquals(160, found.size());
    assertEquals(Set.copyOf(below), found.stream().map(Key::partition).collect(Collectors.toSet()));
    assertEquals(160, found.stream().distinct().count());
  }

  boolean put(Item item, Condition condition) {
    return table.write(List.of(new Write.Put(item, condition)));
  }

  static Item versioned(long version) {
    return Item.at(PLACE).with(Item.VERSION, version);
  }

  private static Item indexed(String sort, String partition, String position) {
    return Item.at(new Key("p", sort))
        .with(Index.LIST.partitionAttribute(), partition)
        .with(Index.LIST.sortAttribute(), position);
  }

  private List<String> lines(
      String partition, Optional<String> below, boolean descending, int limit) {
    return table.queryIndex(Index.LIST, partition, below, descending, limit).stream()
        .map(Index.Entry::sort)
        .toList();
  }

  private static List<String> sorts(List<Item> items) {
    return items.stream().map(item -> item.key().sort()).toList();
  }
}
