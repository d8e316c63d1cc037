package io.dingledger.platform.store;

import io.dingledger.model.rulebook.LifeCycle;
import io.dingledger.model.rulebook.RuleBookVersion;
import io.dingledger.model.rulebook.Shelf;
import io.dingledger.model.rulebook.Step;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.codec.RuleBookVersionCodec;
import io.dingledger.platform.codec.ShelfCodec;
import io.dingledger.platform.codec.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lives in a {@link Table}: one item for each version, with its whole history, and one for the
 * tenant's shelf. Both are written at the version that was read, in one transaction when a version
 * is put in force.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer, and {@link
 * StoreRefused} for what nobody can read or what can't have happened.
 */
public final class TableRuleBookLives implements RuleBookLives {
  private static final int TRIES = 16;

  private final Table table;
  private final RuleBookVersionCodec versions = new RuleBookVersionCodec();
  private final ShelfCodec shelves = new ShelfCodec();
  private final Remembered<Tenant, Shelf> known;

  /**
   * Lives in this table.
   *
   * @param remembered how long a shelf is remembered; an empty one is not
   */
  public TableRuleBookLives(Table table, Clock clock, Duration remembered) {
    this.table = table;
    this.known = new Remembered<>(clock, remembered);
  }

  @Override
  public Optional<RuleBookVersion> find(Tenant tenant, String version) {
    return table.get(Keys.life(tenant, version)).map(item -> version(tenant, item));
  }

  @Override
  public List<RuleBookVersion> all(Tenant tenant) {
    return table.query(Keys.lives(tenant), Keys.LIFE).stream()
        .map(item -> version(tenant, item))
        .sorted(Comparator.comparing(version -> version.history().getFirst().at()))
        .toList();
  }

  @Override
  public LifeCycle.Outcome take(Tenant tenant, String version, Step step, LocalDate openFrom) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Item> there = table.get(Keys.life(tenant, version));
      Optional<RuleBookVersion> before = there.map(item -> version(tenant, item));
      LifeCycle.Outcome outcome = LifeCycle.after(version, before, step, openFrom);
      if (!(outcome instanceof LifeCycle.Outcome.Taken(RuleBookVersion next))
          || written(tenant, there, next)) {
        return outcome;
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  @Override
  public Shelf shelf(Tenant tenant) {
    return known.get(tenant).orElseGet(() -> readShelf(tenant));
  }

  private boolean written(Tenant tenant, Optional<Item> there, RuleBookVersion next) {
    Item item = StoredText.into(Item.at(Keys.life(tenant, next.version())), versions.encode(next));
    List<Write> writes = new ArrayList<>(List.of(Revision.write(there, item)));
    if (next instanceof RuleBookVersion.Active active) {
      Optional<Item> stands = table.get(Keys.shelf(tenant));
      Shelf shelf = stands.map(this::shelf).orElse(Shelf.EMPTY).with(active);
      writes.add(
          Revision.write(
              stands, StoredText.into(Item.at(Keys.shelf(tenant)), shelves.encode(shelf))));
    }
    boolean isWritten = table.write(writes);
    known.forget(tenant);
    return isWritten;
  }

  private Shelf readShelf(Tenant tenant) {
    Shelf shelf = table.get(Keys.shelf(tenant)).map(this::shelf).orElse(Shelf.EMPTY);
    if (!shelf.equals(Shelf.EMPTY)) {
      known.put(tenant, shelf);
    }
    return shelf;
  }

  private Shelf shelf(Item item) {
    return read(shelves, item);
  }

  private RuleBookVersion version(Tenant tenant, Item item) {
    RuleBookVersion found = read(versions, item);
    if (Keys.life(tenant, found.version()).equals(item.key())) {
      return found;
    }
    throw StoredText.damaged(item.key());
  }

  private static <T> T read(JsonCodec<T> codec, Item item) {
    try {
      return codec.decode(StoredText.of(item));
    } catch (Unreadable unreadable) {
      throw StoredText.damaged(item.key());
    }
  }
}
