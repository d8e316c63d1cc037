package io.dingledger.platform.store;

import io.dingledger.model.pay.BookedPayItem;
import io.dingledger.model.pay.PayItem;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.PayItemCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.store.PayItemStore.Booking;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How pay items lie in the table. Each is stored twice, since each lies where one query finds it
 * and nothing about it ever changes: alone under its person and year, and on a sheet with all that
 * the same write of its document booked in the same month.
 */
final class PaySheets {
  private final PayItemCodec codec = new PayItemCodec();

  /** The writes that book items together with a record that is about to be written. */
  List<Write> writes(DocumentRecord next, Booking booking) {
    if (!next.bookedIn().containsAll(booking.months())) {
      throw new IllegalArgumentException("a record that does not know where its items are booked");
    }
    List<Write> writes = new ArrayList<>(items(next, 0, booking.items()));
    if (!booking.atClose()) {
      booking
          .months()
          .forEach(
              month ->
                  writes.add(
                      new Write.Check(
                          Keys.payClosed(next.tenant(), month, next.id()), Condition.ABSENT)));
    }
    writes.addAll(counts(next.tenant(), booking));
    return writes;
  }

  /** The writes of the items alone. */
  List<Write> items(DocumentRecord next, int part, List<BookedPayItem> items) {
    Tenant tenant = next.tenant();
    List<Write> writes = new ArrayList<>();
    Map<YearMonth, List<PayItem>> months = new TreeMap<>();
    for (BookedPayItem booked : items) {
      PayItem item = booked.item();
      if (!item.document().equals(next.id())) {
        throw new IllegalArgumentException("a pay item of another document");
      }
      months.computeIfAbsent(booked.period(), month -> new ArrayList<>()).add(item);
      Item single = Item.at(Keys.payItem(tenant, PersonYear.of(item), item.id()));
      writes.add(new Write.Put(StoredText.into(single, codec.encode(item)), Condition.ABSENT));
    }
    months.forEach(
        (month, sheet) -> {
          Key place = Keys.paySheet(tenant, month, next.id(), next.version() + 1, part);
          writes.add(
              new Write.Put(
                  StoredText.into(Item.at(place), codec.encodeAll(sheet)), Condition.ABSENT));
        });
    return writes;
  }

  /** Who counted must not have missed anything: a year that was written to since refuses. */
  private static List<Write> counts(Tenant tenant, Booking booking) {
    Set<PersonYear> changed =
        booking.items().stream()
            .map(booked -> PersonYear.of(booked.item()))
            .collect(Collectors.toCollection(HashSet::new));
    List<Write> writes = new ArrayList<>();
    booking
        .counts()
        .forEach(
            (year, count) -> {
              Key place = Keys.payCount(tenant, year);
              Condition same = count == 0 ? Condition.ABSENT : Condition.versionIs(count);
              writes.add(
                  changed.contains(year)
                      ? new Write.Put(Item.at(place).with(Item.VERSION, count + 1), same)
                      : new Write.Check(place, same));
            });
    return writes;
  }

  /** The items of a sheet, which must be those of the document under which it lies. */
  List<PayItem> sheet(Item sheet) {
    List<PayItem> items = readable(sheet);
    boolean ours =
        items.stream()
            .map(PayItem::document)
            .map(Keys::paySheetsOf)
            .allMatch(sheet.key().sort()::startsWith);
    if (!ours) {
      throw StoredText.damaged(sheet.key());
    }
    return items;
  }

  /** An item under its person and year. */
  PayItem single(Item stored, PersonYear of) {
    try {
      PayItem item = codec.decode(StoredText.of(stored));
      if (item.id().value().equals(stored.key().sort()) && PersonYear.of(item).equals(of)) {
        return item;
      }
    } catch (Unreadable unreadable) {
      // The same as somebody else's item: not to be used.
    }
    throw StoredText.damaged(stored.key());
  }

  /** Refuses to go on with the items of a document unless its record is as it was read. */
  static Write stillAs(DocumentRecord record) {
    return new Write.Check(
        Keys.record(record.tenant(), record.id()), Condition.versionIs(record.version()));
  }

  private List<PayItem> readable(Item sheet) {
    try {
      return codec.decodeAll(StoredText.of(sheet));
    } catch (Unreadable unreadable) {
      throw StoredText.damaged(sheet.key());
    }
  }
}
