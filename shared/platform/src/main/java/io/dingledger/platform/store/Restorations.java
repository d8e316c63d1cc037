package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notes at each tenant to which moment the table was put back last. Every method throws {@link
 * StoreUnreachable} when the table gives no answer, and {@link StoreRefused} for what nobody can
 * read.
 */
public final class Restorations {
  private static final String POINT = "point";
  private static final String UNTIL = "until";
  private static final String LISTS_KEPT = "listsKept";

  private final Table table;
  private final Remembered<Tenant, Optional<Restored>> known;

  /**
   * Notes in this table.
   *
   * @param remembered how long what was read is not read again
   */
  public Restorations(Table table, Clock clock, Duration remembered) {
    this.table = table;
    this.known = new Remembered<>(clock, remembered);
  }

  /** How the tenant's part of the table was put back last; empty when it never was. */
  public Optional<Restored> find(Tenant tenant) {
    Optional<Optional<Restored>> remembered = known.get(tenant);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    Optional<Restored> found = read(table, tenant);
    known.put(tenant, found);
    return found;
  }

  /** Notes it. An earlier note is replaced, and what it says to have been lost goes on as lost. */
  public void note(Tenant tenant, Restored restored) {
    Key place = place(tenant);
    Revision.of(
        table,
        place,
        there -> {
          Restored all =
              there.map(Restorations::read).map(old -> both(old, restored)).orElse(restored);
          return Optional.of(
              Item.at(place)
                  .with(POINT, all.point().toString())
                  .with(UNTIL, all.until().toString())
                  .with(LISTS_KEPT, all.listsKept() ? 1 : 0));
        });
    known.forget(tenant);
  }

  /** The same, read just now. */
  static Optional<Restored> read(Table table, Tenant tenant) {
    return table.get(place(tenant)).map(Restorations::read);
  }

  /** Beside the tenant's settings. */
  private static Key place(Tenant tenant) {
    return new Key(Keys.settings(tenant).partition(), "restored");
  }

  private static Restored both(Restored old, Restored next) {
    Instant point = old.point().isBefore(next.point()) ? old.point() : next.point();
    Instant until = old.until().isAfter(next.until()) ? old.until() : next.until();
    return new Restored(point, until, next.listsKept());
  }

  private static Restored read(Item item) {
    try {
      return new Restored(
          Instant.parse(item.text(POINT).orElse("")),
          Instant.parse(item.text(UNTIL).orElse("")),
          item.whole(LISTS_KEPT) == 1);
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw StoredText.damaged(item.key());
    }
  }
}
