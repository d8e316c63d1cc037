package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.store.PayItemStore.Counted;
import io.dingledger.platform.support.PayItemSamples;
import io.dingledger.platform.support.Samples;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the store of pay items does over every table. */
abstract class PayItemsContract {
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Tenant OTHER = Samples.tenant("acme#W");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final DocumentId OVERTIME = new DocumentId("overtime#1");
  private static final DocumentId CLOSED = DocumentId.ofPayPeriod(MARCH);
  private static final PersonYear ANNA = new PersonYear("用户#1", Year.of(2026));

  Table table;
  private DocumentStore documents;
  private PayItemStore store;

  abstract Table empty();

  @BeforeEach
  void start() {
    table = empty();
    documents = new TableDocumentStore(table);
    store = new TablePayItemStore(table);
  }

  private static PayItem item(DocumentId document, LocalDate day, String hours) {
    return PayItemSamples.overtime(ACME, document, ANNA.userId(), day, hours);
  }

  private static PayItem item(DocumentId document, LocalDate day, int row) {
    return PayItemSamples.overtime(ACME, document, ANNA.userId(), day, "1", row);
  }

  private DocumentRecord fresh(Tenant tenant, DocumentId document, List<YearMonth> months) {
    return Samples.announced(tenant.id(), document.value())
        .changed()
        .state(DocumentState.ACCRUED)
        .bookedIn(months)
        .build();
  }

  private Optional<DocumentRecord> book(DocumentRecord next, Booking booking) {
    return documents.saveTranslated(next, Samples.source("{}"), List.of(), booking);
  }

  private Optional<DocumentRecord> book(Tenant tenant, DocumentId document, PayItem... items) {
    Booking booking = new Booking(store.booked(tenant, List.of(items)), Map.of(), false);
    return book(fresh(tenant, document, booking.months()), booking);
  }

  private void close(YearMonth month) {
    store.close(ACME, month, Samples.NOW, "anna");
  }

  @Nested
  class An_item {
    private final PayItem item = item(OVERTIME, MARCH.atDay(3), "2.50");

    @Test
    void comes_back_by_its_month_its_person_and_its_document() {
      DocumentRecord record = book(ACME, OVERTIME, item).orElseThrow();
      assertEquals(List.of(item), store.bookedIn(ACME, MARCH));
      assertEquals(List.of(item), store.counted(ACME, List.of(ANNA)).items());
      assertEquals(List.of(new BookedPayItem(item, MARCH)), store.of(record));
      assertEquals(List.of(MARCH), documents.find(ACME, OVERTIME).orElseThrow().bookedIn());
    }

    @Test
    void is_nobody_elses() {
      DocumentRecord record = book(ACME, OVERTIME, item).orElseThrow();
      assertEquals(List.of(), store.bookedIn(OTHER, MARCH));
      assertEquals(List.of(), store.counted(OTHER, List.of(ANNA)).items());
      assertEquals(List.of(), store.months(OTHER));
      assertEquals(List.of(), store.of(fresh(OTHER, OVERTIME, record.bookedIn())));
      PersonYear namesake = new PersonYear("用户", Year.of(2026));
      assertEquals(List.of(), store.counted(ACME, List.of(namesake)).items());
      PersonYear before = new PersonYear(ANNA.userId(), Year.of(2025));
      assertEquals(List.of(), store.counted(ACME, List.of(before)).items());
      DocumentRecord longer = fresh(ACME, new DocumentId("overtime#1#"), record.bookedIn());
      assertEquals(List.of(), store.of(longer));
    }

    @Test
    void is_stored_once_whichever_document_brings_it_again() {
      DocumentRecord first = book(ACME, OVERTIME, item).orElseThrow();
      assertTrue(book(ACME, OVERTIME, item).isEmpty(), "the record was written meanwhile");
      Booking again = new Booking(List.of(new BookedPayItem(item, MARCH)), Map.of(), false);
      assertTrue(book(first, again).isEmpty(), "the same item by a later write");
      PayItem reversal = item.reversed(new DocumentId("withdrawal-1"));
      book(ACME, reversal.document(), reversal).orElseThrow();
      PayItem second = item.reversed(new DocumentId("withdrawal-2"));
      assertTrue(book(ACME, second.document(), second).isEmpty(), "it is taken back once");
      assertEquals(List.of(item, reversal), store.bookedIn(ACME, MARCH));
    }

    @Test
    void is_stored_with_its_document_or_not_at_all() {
      DocumentRecord stale = fresh(ACME, OVERTIME, List.of(MARCH));
      documents.save(stale).orElseThrow();
      Booking booking = new Booking(List.of(new BookedPayItem(item, MARCH)), Map.of(), false);
      assertTrue(book(stale, booking).isEmpty());
      assertEquals(List.of(), store.bookedIn(ACME, MARCH));
      assertEquals(List.of(), store.counted(ACME, List.of(ANNA)).items());
    }

    @Test
    void of_another_document_or_month_than_its_record_says_is_refused() {
      BookedPayItem booked = new BookedPayItem(item, MARCH);
      Booking booking = new Booking(List.of(booked), Map.of(), false);
      DocumentRecord other = fresh(ACME, new DocumentId("other"), List.of(MARCH));
      assertThrows(IllegalArgumentException.class, () -> book(other, booking));
      DocumentRecord without = fresh(ACME, OVERTIME, List.of());
      assertThrows(IllegalArgumentException.class, () -> book(without, booking));
    }

    @Test
    void that_lies_in_a_wrong_place_is_not_used() {
      book(ACME, OVERTIME, item).orElseThrow();
      PersonYear thief = new PersonYear("thief", Year.of(2026));
      Item stolen = table.get(Keys.payItem(ACME, ANNA, item.id())).orElseThrow();
      Item moved = new Item(Keys.payItem(ACME, thief, item.id()), stolen.attributes());
      Key sheet = Keys.paySheet(ACME, MARCH, new DocumentId("thief"), 1, 0);
      Item copied =
          new Item(sheet, table.query(Keys.paySheets(ACME, MARCH), "").getFirst().attributes());
      table.write(
          List.of(new Write.Put(moved, Condition.NONE), new Write.Put(copied, Condition.NONE)));
      assertThrows(StoreRefused.class, () -> store.counted(ACME, List.of(thief)));
      assertThrows(StoreRefused.class, () -> store.bookedIn(ACME, MARCH));
    }

    @Test
    void comes_with_as_many_others_as_are_allowed() {
      List<BookedPayItem> many =
          IntStream.rangeClosed(1, PayItemStore.MOST_AT_ONCE)
              .mapToObj(row -> new BookedPayItem(item(OVERTIME, MARCH.atDay(3), row), MARCH))
              .toList();
      book(fresh(ACME, OVERTIME, List.of(MARCH)), new Booking(many, Map.of(), false)).orElseThrow();
      assertEquals(many.size(), store.bookedIn(ACME, MARCH).size());
    }
  }

  @Nested
  class A_month {
    @Test
    void is_listed_as_soon_as_something_is_to_be_booked_in_it() {
      book(ACME, OVERTIME, item(OVERTIME, MARCH.atDay(3), "2")).orElseThrow();
      assertEquals(List.of(new PayMonth(MARCH, Optional.empty())), store.months(ACME));
    }

    @Test
    void is_closed_once_by_the_first_who_does() {
      close(MARCH);
      PayMonth again = store.close(ACME, MARCH, Samples.NOW.plusSeconds(9), "bob");
      assertEquals(new PayMonth.Closed(Samples.NOW, "anna"), again.closed().orElseThrow());
      assertEquals(List.of(again), store.months(ACME));
      assertFalse(store.months(OTHER).stream().anyMatch(PayMonth::isClosed));
    }

    @Test
    void that_is_closed_takes_nothing_in_even_if_it_was_chosen_before() {
      PayItem item = item(OVERTIME, MARCH.atDay(3), "2");
      Booking chosen = new Booking(store.booked(ACME, List.of(item)), Map.of(), false);
      close(MARCH);
      assertTrue(book(fresh(ACME, OVERTIME, List.of(MARCH)), chosen).isEmpty());
      assertEquals(List.of(), store.bookedIn(ACME, MARCH));
      book(ACME, OVERTIME, item).orElseThrow();
      assertEquals(List.of(item), store.bookedIn(ACME, MARCH.plusMonths(1)));
    }

    @Test
    void that_is_closed_is_closed_for_every_document() {
      close(MARCH);
      for (int n = 0; n < 50; n++) {
        DocumentId id = new DocumentId("d" + n);
        BookedPayItem chosen = new BookedPayItem(item(id, MARCH.atDay(3), "2"), MARCH);
        Booking booking = new Booking(List.of(chosen), Map.of(), false);
        assertTrue(book(fresh(ACME, id, List.of(MARCH)), booking).isEmpty());
      }
    }

    @Test
    void before_a_closed_one_takes_nothing_in_either() {
      close(MARCH);
      close(MARCH.plusMonths(1));
      PayItem item = item(OVERTIME, MARCH.minusMonths(1).atDay(3), "2");
      assertEquals(
          List.of(new BookedPayItem(item, MARCH.plusMonths(2))), store.booked(ACME, List.of(item)));
      assertEquals(MARCH.minusMonths(1), store.booked(OTHER, List.of(item)).getFirst().period());
    }

    @Test
    void takes_in_what_its_own_close_makes() {
      close(MARCH);
      PayItem item = item(CLOSED, MARCH.atEndOfMonth(), "2");
      Booking booking = new Booking(List.of(new BookedPayItem(item, MARCH)), Map.of(), true);
      book(fresh(ACME, CLOSED, List.of(MARCH)), booking).orElseThrow();
      assertEquals(List.of(item), store.bookedIn(ACME, MARCH));
    }
  }

  @Nested
  class A_persons_year {
    private Booking counting(Counted counted, PayItem... items) {
      return new Booking(store.booked(ACME, List.of(items)), counted.counts(), false);
    }

    @Test
    void refuses_who_has_missed_what_was_booked_since() {
      Counted seen = store.counted(ACME, List.of(ANNA));
      DocumentId second = new DocumentId("second");
      assertTrue(
          book(
                  fresh(ACME, OVERTIME, List.of(MARCH)),
                  counting(seen, item(OVERTIME, MARCH.atDay(3), "2")))
              .isPresent());
      assertTrue(
          book(
                  fresh(ACME, second, List.of(MARCH)),
                  counting(seen, item(second, MARCH.atDay(4), "2")))
              .isEmpty());
      assertTrue(
          book(fresh(ACME, second, List.of()), counting(seen)).isEmpty(), "who books nothing, too");
      Counted again = store.counted(ACME, List.of(ANNA));
      assertEquals(Map.of(ANNA, 1L), store.counts(ACME, List.of(ANNA)));
      assertEquals(store.counts(ACME, List.of(ANNA)), again.counts());
      assertTrue(
          book(
                  fresh(ACME, second, List.of(MARCH)),
                  counting(again, item(second, MARCH.atDay(4), "2")))
              .isPresent());
      assertEquals(Map.of(ANNA, 2L), store.counts(ACME, List.of(ANNA)));
    }

    @Test
    void that_was_only_looked_at_is_not_changed() {
      Counted seen = store.counted(ACME, List.of(ANNA));
      book(fresh(ACME, OVERTIME, List.of()), counting(seen)).orElseThrow();
      assertEquals(Map.of(ANNA, 0L), store.counts(ACME, List.of(ANNA)));
    }
  }

  @Nested
  class What_is_put_ahead {
    private DocumentRecord claimed;

    @BeforeEach
    void claim() {
      close(MARCH);
      claimed = documents.save(Samples.announced(ACME.id(), CLOSED.value())).orElseThrow();
    }

    private List<BookedPayItem> items(int from, int to) {
      List<BookedPayItem> items = new ArrayList<>();
      for (int row = from; row <= to; row++) {
        items.add(new BookedPayItem(item(CLOSED, MARCH.atEndOfMonth(), row), MARCH));
      }
      return items;
    }

    @Test
    void is_there_in_portions_and_goes_again_without_a_trace() {
      assertTrue(store.putAhead(claimed, 1, items(1, 40)));
      assertTrue(store.putAhead(claimed, 2, items(41, 80)));
      assertEquals(80, store.bookedIn(ACME, MARCH).size());
      assertTrue(store.discardAhead(claimed, MARCH));
      assertEquals(List.of(), store.bookedIn(ACME, MARCH));
      assertEquals(List.of(), store.counted(ACME, List.of(ANNA)).items());
    }

    @Test
    void needs_the_claim() {
      assertTrue(store.putAhead(claimed, 1, items(1, 2)));
      DocumentRecord another = documents.save(claimed).orElseThrow();
      assertFalse(store.putAhead(claimed, 2, items(3, 4)));
      assertFalse(store.discardAhead(claimed, MARCH));
      assertEquals(2, store.bookedIn(ACME, MARCH).size());
      assertTrue(store.discardAhead(another, MARCH));
    }

    @Test
    void stays_once_its_document_is_stored() {
      DocumentRecord stored =
          book(
                  claimed.changed().bookedIn(List.of(MARCH)).build(),
                  new Booking(items(1, 1), Map.of(), true))
              .orElseThrow();
      assertThrows(IllegalArgumentException.class, () -> store.discardAhead(stored, MARCH));
    }
  }
}
