package io.dingledger.platform.store;

import io.dingledger.model.access.ExportList.Batch;
import io.dingledger.model.access.ExportList.Taking;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.codec.ExportTakingsCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.codec.VoucherCodec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the list of vouchers for files is written into items and read back. */
final class ExportItems {
  private static final String AT = "at";
  private static final String BY = "by";
  private static final String NUMBER = "number";
  private static final String SETTLED = "settled";

  private final Table table;
  private final VoucherCodec vouchers = new VoucherCodec();
  private final ExportTakingsCodec takings = new ExportTakingsCodec();

  ExportItems(Table table) {
    this.table = table;
  }

  /**
   * A voucher's place in the list.
   *
   * @param at when it was listed
   */
  record Place(Instant at, VoucherKey key) {}

  /**
   * A batch as it was made; nothing about it ever changes.
   *
   * @param places its vouchers, in their order
   */
  record Made(int number, String by, Instant at, List<Place> places) {
    Batch with(List<Taking> takings) {
      return new Batch(number, by, at, places.stream().map(Place::key).toList(), takings);
    }

    boolean holds(VoucherKey key) {
      return places.stream().anyMatch(place -> place.key().equals(key));
    }
  }

  /**
   * The last batch.
   *
   * @param stored what lies there; empty before the first one
   * @param number its number, 0 before the first one
   * @param settled whether all its vouchers are marked as its own
   */
  record Last(Optional<Item> stored, int number, boolean settled) {}

  List<Write> voucher(Tenant tenant, Voucher voucher, Instant at) {
    Item first = Item.at(Keys.exported(tenant, voucher.key())).with(AT, at.toString());
    return StoredText.writes(first, vouchers.encode(voucher), Condition.ABSENT);
  }

  Voucher voucher(Tenant tenant, Item item) {
    try {
      Voucher voucher = vouchers.decode(StoredText.whole(table, item));
      if (Keys.exported(tenant, voucher.key()).equals(item.key())) {
        return voucher;
      }
    } catch (Unreadable unreadable) {
      // Told below, like a voucher at another's place.
    }
    throw StoredText.damaged(item.key());
  }

  Instant at(Item item) {
    return instant(item, item.text(AT).orElse(""));
  }

  /** The mark that a voucher is in a batch. */
  static Write mark(Tenant tenant, VoucherKey key, int batch) {
    return new Write.Put(Item.at(Keys.exportedIn(tenant, key)).with(NUMBER, batch), Condition.NONE);
  }

  static int number(Item mark) {
    return Math.toIntExact(mark.whole(NUMBER));
  }

  Place place(Item waiting) {
    String[] parts = waiting.key().sort().split("#", 2);
    return place(waiting, parts);
  }

  List<Write> batch(Tenant tenant, Made made) {
    String text =
        made.places().stream()
            .map(place -> place.at() + "#" + place.key())
            .collect(Collectors.joining("\n"));
    Item first =
        Item.at(Keys.export(tenant, made.number()))
            .with(BY, made.by())
            .with(AT, made.at().toString());
    return StoredText.writes(first, text, Condition.ABSENT);
  }

  Made batch(int number, Item item) {
    List<Place> places =
        StoredText.whole(table, item).lines().map(line -> place(item, line.split("#", 2))).toList();
    return new Made(number, item.text(BY).orElse(""), at(item), places);
  }

  Item taken(Key place, List<Taking> all) {
    return StoredText.into(Item.at(place), takings.encode(all));
  }

  List<Taking> takings(Optional<Item> item) {
    if (item.isEmpty()) {
      return List.of();
    }
    try {
      return takings.decode(StoredText.of(item.get()));
    } catch (Unreadable unreadable) {
      throw StoredText.damaged(item.get().key());
    }
  }

  static Last last(Optional<Item> stored) {
    return new Last(
        stored,
        stored.map(ExportItems::number).orElse(0),
        stored.map(item -> item.whole(SETTLED) == 1).orElse(true));
  }

  /** The write that replaces what is known of the last batch. */
  static Write last(Tenant tenant, Last before, int number, boolean settled) {
    return Revision.write(
        before.stored(),
        Item.at(Keys.lastExport(tenant)).with(NUMBER, number).with(SETTLED, settled ? 1 : 0));
  }

  private static Place place(Item item, String[] parts) {
    try {
      return new Place(Instant.parse(parts[0]), new VoucherKey(parts[parts.length - 1]));
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw StoredText.damaged(item.key());
    }
  }

  private static Instant instant(Item item, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
