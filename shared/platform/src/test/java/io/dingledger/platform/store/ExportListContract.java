package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.ExportList.Batch;
import io.dingledger.model.access.ExportList.Listed;
import io.dingledger.model.access.ExportList.Taking;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.support.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list of vouchers for files does over every table. */
abstract class ExportListContract {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Tenant OTHER = Samples.tenant("acme#E");
  private static final Instant NOW = Samples.NOW;

  private Table table;
  private TableExportList list;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    list = new TableExportList(table);
  }

  private static Voucher voucher(int number) {
    return Samples.voucher(ACME, new DocumentId("document " + number));
  }

  private List<VoucherKey> listed(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            number -> {
              assertTrue(list.add(ACME, voucher(number), NOW.plusSeconds(number)));
              return voucher(number).key();
            })
        .toList();
  }

  private Optional<Batch> next(int limit) {
    return list.next(ACME, "anna", NOW, limit);
  }

  @Test
  void nothing_is_listed_at_first() {
    assertEquals(Optional.empty(), list.find(ACME, voucher(1).key()));
    assertEquals(List.of(), list.waiting(ACME, 10));
    assertEquals(Optional.empty(), next(10));
    assertEquals(Optional.empty(), list.batch(ACME, 1));
    assertEquals(Optional.empty(), list.batch(ACME, 0));
    assertEquals(List.of(), list.batches(ACME, 10));
  }

  @Test
  void a_voucher_is_listed_once_and_stays_as_it_was() {
    assertTrue(list.add(ACME, voucher(1), NOW));
    assertFalse(list.add(ACME, voucher(1), NOW.plusSeconds(9)));
    Listed expected = new Listed(voucher(1), NOW, Optional.empty());
    assertEquals(Optional.of(expected), list.find(ACME, voucher(1).key()));
    assertEquals(List.of(expected), list.waiting(ACME, 10));
  }

  @Test
  void those_that_wait_leave_oldest_first_and_the_rest_goes_on_waiting() {
    List<VoucherKey> keys = listed(0, 5);
    assertEquals(keys.subList(0, 2), keys(list.waiting(ACME, 2)));
    Batch first = next(3).orElseThrow();
    assertEquals(new Batch(1, "anna", NOW, keys.subList(0, 3), List.of()), first);
    assertEquals(keys.subList(3, 5), keys(list.waiting(ACME, 10)));
    assertEquals(Optional.of(first), list.batch(ACME, 1));
    Batch second = next(3).orElseThrow();
    assertEquals(2, second.number());
    assertEquals(keys.subList(3, 5), second.keys());
    assertEquals(Optional.empty(), next(3));
    assertEquals(List.of(second, first), list.batches(ACME, 10));
    assertEquals(List.of(second), list.batches(ACME, 1));
  }

  @Test
  void a_voucher_that_left_is_still_found_and_cannot_be_listed_again() {
    VoucherKey key = listed(0, 1).getFirst();
    next(1);
    assertEquals(Optional.of(1), list.find(ACME, key).orElseThrow().batch());
    assertFalse(list.add(ACME, voucher(0), NOW));
    assertEquals(List.of(), list.waiting(ACME, 10));
    assertEquals(Optional.empty(), next(10));
  }

  @Test
  void what_is_listed_late_with_an_earlier_time_leaves_in_the_next_batch() {
    listed(5, 7);
    next(10);
    List<VoucherKey> late = listed(0, 1);
    assertEquals(late, next(10).orElseThrow().keys());
  }

  @Test
  void each_taking_is_noted_and_the_batch_stays_the_same() {
    listed(0, 2);
    Batch made = next(10).orElseThrow();
    Taking first = new Taking("anna", "generic-xlsx", NOW);
    Taking second = new Taking("bert", "u8-text", NOW.plusSeconds(60));
    assertEquals(List.of(first), list.taken(ACME, 1, "anna", "generic-xlsx", first.at()).takings());
    Batch twice = list.taken(ACME, 1, "bert", "u8-text", second.at());
    assertEquals(new Batch(1, made.by(), made.at(), made.keys(), List.of(first, second)), twice);
    assertEquals(Optional.of(twice), list.batch(ACME, 1));
    assertEquals(List.of(twice), list.batches(ACME, 10));
  }

  @Test
  void a_batch_that_was_never_made_is_not_taken() {
    assertThrows(IllegalArgumentException.class, () -> list.taken(ACME, 1, "anna", "u8-text", NOW));
  }

  @Test
  void tenants_have_lists_of_their_own() {
    VoucherKey key = listed(0, 1).getFirst();
    assertEquals(Optional.empty(), list.find(OTHER, key));
    assertEquals(List.of(), list.waiting(OTHER, 10));
    assertEquals(Optional.empty(), list.next(OTHER, "eve", NOW, 10));
    next(10);
    assertEquals(List.of(), list.batches(OTHER, 10));
  }

  @Test
  void a_batch_of_more_vouchers_than_one_transaction_holds_is_whole() {
    List<VoucherKey> keys = listed(0, 130);
    assertEquals(keys, next(200).orElseThrow().keys());
    assertEquals(keys, list.batch(ACME, 1).orElseThrow().keys());
    assertEquals(List.of(), list.waiting(ACME, 10));
  }

  @Test
  void of_many_who_list_the_same_voucher_at_once_one_does() throws Exception {
    assertEquals(
        1,
        together(6, () -> new TableExportList(table).add(ACME, voucher(1), NOW)).stream()
            .filter(added -> added)
            .count());
    assertEquals(1, list.waiting(ACME, 10).size());
  }

  @Test
  void those_who_make_batches_at_once_make_different_ones() throws Exception {
    List<VoucherKey> keys = listed(0, 60);
    List<Optional<Batch>> made =
        together(4, () -> new TableExportList(table).next(ACME, "anna", NOW, 20));
    List<Batch> batches = made.stream().flatMap(Optional::stream).toList();
    assertEquals(3, batches.size());
    everyVoucherIsInOneBatch(keys);
  }

  /** A process dies at its first, second … write, and others find what it left. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoever_dies_on_the_way_loses_no_voucher_and_doubles_none(boolean afterTheWrite) {
    List<VoucherKey> keys = new ArrayList<>();
    boolean died = true;
    for (int write = 1; died; write++) {
      keys.addAll(listed(write * 1000, write * 1000 + 53));
      StumblingTable stumbling = new StumblingTable(table, write, afterTheWrite);
      Optional<Batch> told = Optional.empty();
      try {
        told = new TableExportList(stumbling).next(ACME, "anna", NOW, 52);
      } catch (StoreUnreachable dead) {
        // What it did before, others must cope with.
      }
      died = stumbling.hasStumbled();
      told.ifPresent(batch -> assertEquals(Optional.of(batch), list.batch(ACME, batch.number())));
      agreesWithItself(keys);
    }
    while (next(60).isPresent()) {
      agreesWithItself(keys);
    }
    everyVoucherIsInOneBatch(keys);
  }

  @Test
  void a_write_that_a_conflict_refused_is_made_again_and_not_taken_for_a_listed_voucher() {
    Table conflicting = new ConflictingTable(table);
    assertTrue(new TableExportList(conflicting).add(ACME, voucher(1), NOW));
    assertEquals(1, next(10).orElseThrow().keys().size());
  }

  @Test
  void what_nobody_can_read_is_refused() {
    VoucherKey key = listed(0, 1).getFirst();
    Item other = Item.at(Keys.exported(ACME, key)).with("at", NOW.toString());
    for (String text :
        List.of(
            "{}", table.get(Keys.exported(ACME, otherKey())).map(StoredText::of).orElseThrow())) {
      table.write(List.of(new Write.Put(StoredText.into(other, text), Condition.NONE)));
      StoreRefused refused = assertThrows(StoreRefused.class, () -> list.find(ACME, key));
      assertEquals("PLATFORM-STORED-UNREADABLE", refused.reason().code());
    }
    next(10);
    table.write(
        List.of(
            new Write.Put(
                StoredText.into(Item.at(Keys.exportTaken(ACME, 1)), "{}"), Condition.NONE)));
    assertThrows(StoreRefused.class, () -> list.batch(ACME, 1));
  }

  private VoucherKey otherKey() {
    return listed(1, 2).getFirst();
  }

  /** Every listed voucher waits or is in a batch, as all three ways to look at it say. */
  private void agreesWithItself(List<VoucherKey> keys) {
    Map<VoucherKey, Integer> batchOf = batchOf();
    Set<VoucherKey> waiting = Set.copyOf(keys(list.waiting(ACME, Integer.MAX_VALUE)));
    for (VoucherKey key : keys) {
      Optional<Integer> batch = list.find(ACME, key).orElseThrow().batch();
      assertEquals(Optional.ofNullable(batchOf.get(key)), batch);
      assertEquals(batch.isEmpty(), waiting.contains(key));
    }
  }

  private void everyVoucherIsInOneBatch(List<VoucherKey> keys) {
    agreesWithItself(keys);
    assertEquals(
        new TreeSet<>(keys.stream().map(VoucherKey::value).toList()),
        new TreeSet<>(batchOf().keySet().stream().map(VoucherKey::value).toList()));
    assertEquals(List.of(), list.waiting(ACME, 10));
    List<Integer> numbers =
        list.batches(ACME, 1000).reversed().stream().map(Batch::number).toList();
    assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
  }

  private Map<VoucherKey, Integer> batchOf() {
    Map<VoucherKey, Integer> batchOf = new HashMap<>();
    for (Batch batch : list.batches(ACME, 1000)) {
      for (VoucherKey key : batch.keys()) {
        assertEquals(null, batchOf.put(key, batch.number()), "in two batches");
      }
    }
    return batchOf;
  }

  private static List<VoucherKey> keys(List<Listed> listed) {
    return listed.stream().map(each -> each.voucher().key()).toList();
  }

  private static <T> List<T> together(int many, Callable<T> work) throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(many)) {
      List<T> results = new ArrayList<>();
      for (Future<T> each :
          workers.invokeAll(IntStream.range(0, many).mapToObj(number -> work).toList())) {
        results.add(each.get());
      }
      return results;
    }
  }

  /** Refuses its first write, as a conflict with another transaction would. */
  private static final class ConflictingTable implements Table {
    private final Table table;
    private boolean conflicted;

    ConflictingTable(Table table) {
      this.table = table;
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
    public boolean write(List<Write> writes) {
      boolean first = !conflicted;
      conflicted = true;
      return !first && table.write(writes);
    }
  }
}
