package io.dingledger.platform.store;

import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PayMonth;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Pay items in a {@link Table}. Every method throws {@link StoreUnreachable} when the table gives
 * no answer, and {@link StoreRefused} for what nobody can read.
 */
public final class TablePayItemStore implements PayItemStore {
  private static final int TRIES = 16;
  private static final String CLOSED_AT = "closedAt";
  private static final String CLOSED_BY = "closedBy";

  private final Table table;
  private final PaySheets sheets = new PaySheets();

  /** A store over this table. */
  public TablePayItemStore(Table table) {
    this.table = table;
  }

  @Override
  public List<PayMonth> months(Tenant tenant) {
    return table.query(Keys.payMonths(tenant), "").stream().map(TablePayItemStore::month).toList();
  }

  /** {@inheritDoc} A month of which nothing was known is listed from now on. */
  @Override
  public List<BookedPayItem> booked(Tenant tenant, List<PayItem> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    List<PayMonth> known = months(tenant);
    Optional<YearMonth> lastClosed =
        known.stream().filter(PayMonth::isClosed).map(PayMonth::month).max(YearMonth::compareTo);
    List<BookedPayItem> booked =
        items.stream().map(item -> new BookedPayItem(item, period(item, lastClosed))).toList();
    Set<YearMonth> listed = new HashSet<>(known.stream().map(PayMonth::month).toList());
    booked.stream()
        .map(BookedPayItem::period)
        .filter(listed::add)
        .forEach(
            month ->
                table.write(
                    List.of(
                        new Write.Put(
                            Item.at(Keys.payMonth(tenant, month)).with(Item.VERSION, 1),
                            Condition.ABSENT))));
    return booked;
  }

  @Override
  public PayMonth close(Tenant tenant, YearMonth month, Instant at, String by) {
    Key place = Keys.payMonth(tenant, month);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> there = table.get(place);
      Optional<PayMonth> closed = there.map(TablePayItemStore::month).filter(PayMonth::isClosed);
      if (closed.isPresent()) {
        return closed.get();
      }
      long version = there.map(item -> item.whole(Item.VERSION)).orElse(0L);
      Item item =
          Item.at(place)
              .with(Item.VERSION, version + 1)
              .with(CLOSED_AT, at.toString())
              .with(CLOSED_BY, by);
      List<Write> writes = new ArrayList<>();
      writes.add(
          new Write.Put(item, there.isEmpty() ? Condition.ABSENT : Condition.versionIs(version)));
      IntStream.range(0, Keys.PAY_CLOSED_PLACES)
          .mapToObj(number -> Item.at(Keys.payClosed(tenant, month, number)))
          .forEach(guard -> writes.add(new Write.Put(guard, Condition.NONE)));
      if (table.write(writes)) {
        return month(item);
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  @Override
  public List<PayItem> bookedIn(Tenant tenant, YearMonth month) {
    return table.query(Keys.paySheets(tenant, month), "").stream()
        .flatMap(sheet -> sheets.sheet(sheet).stream())
        .toList();
  }

  @Override
  public List<BookedPayItem> of(DocumentRecord record) {
    return record.bookedIn().stream()
        .flatMap(
            month ->
                sheetsOf(record, month).stream()
                    .flatMap(sheet -> sheets.sheet(sheet).stream())
                    .map(item -> new BookedPayItem(item, month)))
        .toList();
  }

  @Override
  public Counted counted(Tenant tenant, Collection<PersonYear> wanted) {
    List<PayItem> items = new ArrayList<>();
    Map<PersonYear, Long> counts = new LinkedHashMap<>();
    for (PersonYear year : new LinkedHashSet<>(wanted)) {
      // The count comes first: what is written while the items are read is noticed by it.
      String count = Keys.payCount(tenant, year).sort();
      counts.put(year, 0L);
      for (Item item : table.query(Keys.personYear(tenant, year), "")) {
        if (item.key().sort().equals(count)) {
          counts.put(year, item.whole(Item.VERSION));
        } else {
          items.add(sheets.single(item, year));
        }
      }
    }
    return new Counted(items, counts);
  }

  @Override
  public Map<PersonYear, Long> counts(Tenant tenant, Collection<PersonYear> wanted) {
    Map<PersonYear, Key> places = new LinkedHashMap<>();
    wanted.forEach(year -> places.put(year, Keys.payCount(tenant, year)));
    Map<Key, Item> found = table.getAll(List.copyOf(places.values()));
    Map<PersonYear, Long> counts = new LinkedHashMap<>();
    places.forEach(
        (year, place) ->
            counts.put(
                year,
                Optional.ofNullable(found.get(place))
                    .map(item -> item.whole(Item.VERSION))
                    .orElse(0L)));
    return counts;
  }

  @Override
  public boolean putAhead(DocumentRecord closing, int part, List<BookedPayItem> items) {
    List<Write> writes = new ArrayList<>(sheets.items(closing, part, items));
    writes.add(PaySheets.stillAs(closing));
    return table.write(writes);
  }

  @Override
  public boolean discardAhead(DocumentRecord closing, YearMonth month) {
    if (closing.hasPayItems()) {
      throw new IllegalArgumentException("stored pay items never go");
    }
    for (Item sheet : sheetsOf(closing, month)) {
      List<Write> writes = new ArrayList<>();
      writes.add(new Write.Delete(sheet.key()));
      for (PayItem item : sheets.sheet(sheet)) {
        writes.add(
            new Write.Delete(Keys.payItem(closing.tenant(), PersonYear.of(item), item.id())));
      }
      writes.add(PaySheets.stillAs(closing));
      if (!table.write(writes)) {
        return false;
      }
    }
    return true;
  }

  private List<Item> sheetsOf(DocumentRecord record, YearMonth month) {
    return table.query(Keys.paySheets(record.tenant(), month), Keys.paySheetsOf(record.id()));
  }

  private static YearMonth period(PayItem item, Optional<YearMonth> lastClosed) {
    return lastClosed
        .filter(closed -> !closed.isBefore(item.month()))
        .map(closed -> closed.plusMonths(1))
        .orElse(item.month());
  }

  private static PayMonth month(Item item) {
    try {
      return new PayMonth(
          YearMonth.parse(item.key().sort()),
          item.text(CLOSED_AT)
              .map(at -> new PayMonth.Closed(Instant.parse(at), item.text(CLOSED_BY).orElse(""))));
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
