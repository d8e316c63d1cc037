package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the document store does over every table. */
abstract class DocumentStoreContract {
  static final Instant NOW = Samples.NOW;
  static final Tenant ACME = Samples.tenant("acme");
  static final DocumentId CLAIM = new DocumentId("claim-1");

  Table table;
  TableDocumentStore store;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    store = new TableDocumentStore(table);
  }

  DocumentRecord saved(DocumentRecord record) {
    return store.save(record).orElseThrow();
  }

  static DocumentRecord noted(DocumentRecord record, int entries) {
    DocumentRecord longer = record;
    for (int n = 0; n < entries; n++) {
      int number = longer.timeline().size() + 1;
      longer = longer.noting(NOW.plusSeconds(number), "post", "SENDING", "entry " + number);
    }
    return longer;
  }

  static DocumentRecord due(String tenant, String document, Instant at) {
    return Samples.announced(tenant, document).changed().fetch(Wait.watchedUntil(at)).build();
  }

  @Nested
  class Saving {
    @Test
    void a_saved_record_is_found_with_its_new_version() {
      DocumentRecord saved = saved(Samples.announced("acme", "claim-1"));
      assertEquals(1, saved.version());
      assertEquals(Optional.of(saved), store.find(ACME, CLAIM));
    }

    @Test
    void a_second_announcement_loses() {
      saved(Samples.announced("acme", "claim-1"));
      assertEquals(Optional.empty(), store.save(Samples.announced("acme", "claim-1")));
    }

    @Test
    void of_two_who_read_the_same_version_one_wins() throws Exception {
      DocumentRecord read = saved(Samples.announced("acme", "claim-1"));
      Callable<Boolean> writer = () -> store.save(noted(read, 1)).isPresent();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        int won = 0;
        for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(4, writer))) {
          won += each.get() ? 1 : 0;
        }
        assertEquals(1, won);
      }
      assertEquals(2, store.find(ACME, CLAIM).orElseThrow().version());
    }

    @Test
    void twin_tenants_and_documents_never_meet() {
      List<String> tenants =
          List.of("a", "A", "a#b", "a=0023b", "a#D#b", "a ", "甲", "a\uD800", "a\uD801");
      List<String> documents = List.of("b", "B", "#b", "b#D#", "=0023b", "record", "b\uDC00", "b?");
      List<DocumentRecord> all = new ArrayList<>();
      for (String tenant : tenants) {
        for (String document : documents) {
          all.add(saved(Samples.announced(tenant, document)));
        }
      }
      for (DocumentRecord each : all) {
        assertEquals(Optional.of(each), store.find(each.tenant(), each.id()));
      }
      assertEquals(
          documents.size(),
          store.list(Samples.tenant("a"), Optional.empty(), Optional.empty(), 100).items().size());
    }

    @Test
    void a_record_that_is_not_what_its_key_says_is_refused() {
      DocumentRecord other = saved(Samples.announced("other", "claim-1"));
      Item stolen = table.get(Keys.record(other.tenant(), other.id())).orElseThrow();
      Item moved =
          new Item(Keys.record(ACME, CLAIM), stolen.attributes())
              .with(Index.LIST.partitionAttribute(), Keys.list(ACME, other.state()));
      table.write(List.of(new Write.Put(moved, Condition.NONE)));
      StoreRefused refused = assertThrows(StoreRefused.class, () -> store.find(ACME, CLAIM));
      assertEquals("PLATFORM-STORED-UNREADABLE", refused.reason().code());
      assertThrows(
          StoreRefused.class, () -> store.list(ACME, Optional.empty(), Optional.empty(), 1));
    }
  }

  @Nested
  class Saving_what_was_translated {
    private final Voucher voucher = Samples.voucher(ACME, CLAIM);

    @Test
    void record_raw_text_and_vouchers_are_there_together() {
      DocumentRecord read = saved(Samples.announced("acme", "claim-1"));
      String raw = "{\"title\":\"差旅费报销\"}";
      DocumentRecord next =
          store
              .saveTranslated(translated(read), Samples.source(raw), List.of(voucher))
              .orElseThrow();
      assertEquals(Optional.of(next), store.find(ACME, CLAIM));
      assertEquals(Optional.of(raw), store.raw(ACME, CLAIM));
      assertEquals(Optional.of(voucher), store.voucher(ACME, CLAIM, voucher.key()));
    }

    @Test
    void who_was_slower_writes_nothing_at_all() {
      DocumentRecord read = saved(Samples.announced("acme", "claim-1"));
      saved(noted(read, 1));
      assertEquals(
          Optional.empty(),
          store.saveTranslated(translated(read), Samples.source("{}"), List.of(voucher)));
      assertEquals(Optional.empty(), store.raw(ACME, CLAIM));
      assertEquals(Optional.empty(), store.voucher(ACME, CLAIM, voucher.key()));
    }

    @Test
    void a_failing_condition_of_any_part_undoes_all() {
      DocumentRecord read = saved(Samples.announced("acme", "claim-1"));
      Voucher second = Samples.voucher(ACME, CLAIM, 1);
      Key taken = Keys.voucher(ACME, CLAIM, second.key());
      table.write(List.of(new Write.Put(Item.at(taken).with("text", "{}"), Condition.ABSENT)));
      assertEquals(
          Optional.empty(),
          store.saveTranslated(translated(read), Samples.source("{}"), List.of(voucher, second)));
      assertEquals(Optional.of(read), store.find(ACME, CLAIM));
      assertEquals(Optional.empty(), store.raw(ACME, CLAIM));
      assertEquals(Optional.empty(), store.voucher(ACME, CLAIM, voucher.key()));
    }

    @Test
    void a_voucher_of_another_document_is_a_fault_of_the_caller() {
      DocumentRecord read = saved(Samples.announced("acme", "claim-2"));
      assertThrows(
          IllegalArgumentException.class,
          () -> store.saveTranslated(read, Samples.source("{}"), List.of(voucher)));
    }

    @Test
    void a_raw_text_of_any_kind_and_size_comes_back_exactly() {
      byte[] noise = new byte[700 * 1024];
      new Random(7).nextBytes(noise);
      for (String raw :
          List.of("", "short", "行".repeat(400_000), HexFormat.of().formatHex(noise), "again")) {
        DocumentRecord read =
            store.find(ACME, CLAIM).orElseGet(() -> Samples.announced("acme", "claim-1"));
        store.saveTranslated(read, Samples.source(raw), List.of()).orElseThrow();
        assertEquals(Optional.of(raw), store.raw(ACME, CLAIM));
      }
    }

    @Test
    void a_raw_text_that_no_transaction_can_hold_is_refused() {
      byte[] noise = new byte[5 * 1024 * 1024];
      new Random(7).nextBytes(noise);
      String raw = HexFormat.of().formatHex(noise);
      assertThrows(
          StoreRefused.class,
          () ->
              store.saveTranslated(
                  Samples.announced("acme", "claim-1"), Samples.source(raw), List.of()));
      assertEquals(Optional.empty(), store.find(ACME, CLAIM));
    }

    @Test
    void an_unknown_voucher_is_not_found() {
      VoucherKey key = VoucherKey.of(ACME, CLAIM, Purpose.REVERSE, 9);
      assertEquals(Optional.empty(), store.voucher(ACME, CLAIM, key));
    }

    private DocumentRecord translated(DocumentRecord read) {
      Posting posting = Posting.ready(voucher.key(), voucher.purpose(), NOW);
      return read.changed().postings(List.of(posting)).state(DocumentState.POSTING).build();
    }
  }

  @Nested
  class A_long_timeline {
    @Test
    void comes_back_whole_and_in_order_however_it_grew() {
      DocumentRecord record = saved(Samples.announced("acme", "claim-1"));
      for (int step : List.of(59, 1, 1, 1, 45, 200, 3)) {
        record = saved(noted(record, step));
        assertEquals(Optional.of(record), store.find(ACME, CLAIM));
      }
      assertEquals(310, record.timeline().size());
      Item item = table.get(Keys.record(ACME, CLAIM)).orElseThrow();
      assertTrue(item.size() < 4096, "the record itself stays small: " + item.size());
      assertEquals(7, table.query(item.key().partition(), "timeline#").size());
    }

    @Test
    void is_stored_at_once_when_it_is_long_from_the_beginning() {
      DocumentRecord record = saved(noted(Samples.announced("acme", "claim-1"), 150));
      assertEquals(Optional.of(record), store.find(ACME, CLAIM));
    }

    @Test
    void moves_nothing_when_somebody_else_was_faster() {
      DocumentRecord read = saved(noted(Samples.announced("acme", "claim-1"), 60));
      saved(noted(read, 1));
      List<Item> before = table.query(Keys.record(ACME, CLAIM).partition(), "timeline#");
      assertEquals(Optional.empty(), store.save(noted(read, 50)));
      assertEquals(before, table.query(Keys.record(ACME, CLAIM).partition(), "timeline#"));
    }

    @Test
    void says_nothing_twice_to_those_who_go_on_from_what_they_saved() {
      DocumentRecord record = saved(noted(Samples.announced("acme", "claim-1"), 1060));
      for (int step = 1; step <= 120; step++) {
        record = saved(record.noting(NOW, "post", "SENDING", "step " + step));
        assertEquals(Optional.of(record), store.find(ACME, CLAIM), "step " + step);
      }
      List<String> said = record.timeline().stream().map(TimelineEntry::detail).toList();
      assertEquals(said.size(), Set.copyOf(said).size());
    }

    @Test
    void is_read_up_to_its_newest_thousand_and_goes_on_growing() {
      DocumentRecord record = saved(noted(Samples.announced("acme", "claim-1"), 1000));
      saved(noted(record, 500));
      DocumentRecord found = store.find(ACME, CLAIM).orElseThrow();
      int most = Timelines.PARTS_READ * Timelines.PER_PART + Timelines.MOST_IN_RECORD;
      assertTrue(found.timeline().size() <= most);
      assertEquals("entry 1500", found.timeline().getLast().detail());
      saved(found.noting(NOW, "post", "SENDING", "the last"));
      DocumentRecord again = store.find(ACME, CLAIM).orElseThrow();
      assertEquals("the last", again.timeline().getLast().detail());
      assertEquals("entry 1500", again.timeline().get(again.timeline().size() - 2).detail());
    }

    @Test
    void can_not_be_shortened() {
      DocumentRecord record = saved(noted(Samples.announced("acme", "claim-1"), 200));
      DocumentRecord shorter =
          DocumentItems.with(record, record.version(), record.timeline().subList(0, 90));
      assertThrows(IllegalArgumentException.class, () -> store.save(shorter));
    }
  }

  @Nested
  class Listing {
    @Test
    void gives_pages_last_changed_first_without_gaps_or_repeats() {
      List<String> expected = new ArrayList<>();
      for (int n = 0; n < 23; n++) {
        DocumentState state = DocumentState.values()[n % DocumentState.values().length];
        saved(at(n, state));
        expected.addFirst("d" + n);
      }
      saved(Samples.announced("other", "theirs"));
      assertEquals(expected, all(Optional.empty(), 5));
      assertEquals(expected, all(Optional.empty(), 23));
      assertEquals(expected, all(Optional.empty(), 100));
      assertEquals(List.of("d21", "d13", "d5"), all(Optional.of(DocumentState.HELD), 2));
    }

    @Test
    void shows_a_document_in_its_newest_state_only() {
      DocumentRecord first = saved(at(1, DocumentState.RECEIVED));
      saved(first.changed().state(DocumentState.HELD).build());
      assertEquals(List.of(), all(Optional.of(DocumentState.RECEIVED), 10));
      assertEquals(List.of("d1"), all(Optional.of(DocumentState.HELD), 10));
      assertEquals(List.of("d1"), all(Optional.empty(), 10));
    }

    @Test
    void gives_records_that_can_be_saved_again() {
      saved(noted(Samples.announced("acme", "claim-1"), 100));
      DocumentRecord listed =
          store.list(ACME, Optional.empty(), Optional.empty(), 1).items().getFirst();
      assertEquals(100, listed.timeline().size());
      assertTrue(store.save(noted(listed, 1)).isPresent());
    }

    @Test
    void tells_documents_of_the_same_moment_apart() {
      for (int n = 0; n < 7; n++) {
        saved(Samples.announced("acme", "same-" + n));
      }
      assertEquals(7, all(Optional.empty(), 2).stream().distinct().count());
    }

    @Test
    void refuses_a_foreign_cursor_and_a_wrong_limit() {
      for (String cursor : List.of("", "x", "&&&", "bm90IG91cnM", "T#acme")) {
        assertThrows(
            IllegalArgumentException.class,
            () -> store.list(ACME, Optional.empty(), Optional.of(cursor), 10),
            cursor);
      }
      for (int limit : new int[] {0, 101, -1}) {
        assertThrows(
            IllegalArgumentException.class,
            () -> store.list(ACME, Optional.empty(), Optional.empty(), limit));
      }
    }

    private DocumentRecord at(int second, DocumentState state) {
      return DocumentRecord.announced(
              ACME, new DocumentId("d" + second), Optional.empty(), NOW.plusSeconds(second))
          .changed()
          .state(state)
          .build();
    }

    private List<String> all(Optional<DocumentState> state, int limit) {
      List<String> found = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        Page<DocumentRecord> page = store.list(ACME, state, cursor, limit);
        assertTrue(page.items().size() <= limit);
        page.items().forEach(record -> found.add(record.id().value()));
        cursor = page.cursor();
      } while (cursor.isPresent());
      return found;
    }
  }

  @Nested
  class What_is_due {
    @Test
    void comes_the_longest_due_first_over_all_tenants() {
      for (int n = 0; n < 20; n++) {
        saved(due("tenant#" + n % 3, "d" + n, NOW.minusSeconds(n)));
      }
      saved(due("acme", "later", NOW.plusNanos(1)));
      saved(Samples.announced("acme", "never"));
      List<DocumentStore.Due> due = store.due(NOW, 100);
      assertEquals(20, due.size());
      assertEquals(
          new DocumentStore.Due(
              Samples.tenant("tenant#1"), new DocumentId("d19"), NOW.minusSeconds(19)),
          due.getFirst());
      assertEquals(NOW, due.getLast().dueAt());
      assertEquals(due.subList(0, 5), store.due(NOW, 5));
    }

    @Test
    void leaves_the_list_when_nothing_is_left_for_machines() {
      DocumentRecord record = saved(due("acme", "claim-1", NOW));
      assertEquals(1, store.due(NOW, 10).size());
      DocumentRecord later =
          saved(record.changed().fetch(Wait.watchedUntil(NOW.plus(Duration.ofDays(1)))).build());
      assertEquals(List.of(), store.due(NOW, 10));
      saved(later.changed().fetch(Wait.NONE).build());
      assertEquals(List.of(), store.due(NOW.plus(Duration.ofDays(9)), 10));
    }

    @Test
    void survives_times_that_no_calendar_has() {
      saved(due("acme", "claim-1", Instant.MIN));
      saved(due("acme", "claim-2", Instant.MAX));
      assertEquals(1, store.due(NOW, 10).size());
    }
  }
}
