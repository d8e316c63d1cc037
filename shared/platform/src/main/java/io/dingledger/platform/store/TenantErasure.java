package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deletes everything that a tenant has in the table, so that nothing is left whatever kinds of keys
 * there are: it looks through the whole table. Stopped at any moment it is begun again with the
 * same call.
 *
 * <p>First a note is made that outlives the tenant; then, in one transaction, the settings with all
 * secrets and the ways to them go, and nobody works for the tenant any more; then all the rest,
 * until a whole look finds nothing. Every method throws {@link StoreUnreachable} when the table
 * gives no answer.
 */
public final class TenantErasure {
  private static final int TOGETHER = 50;
  private static final String BY = "by";
  private static final String BEGUN = "begunAt";
  private static final String ENDED = "endedAt";

  private final WholeTable table;
  private final Clock clock;
  private final Map<Tenant, Pass> passes = new ConcurrentHashMap<>();

  /** Deletes from this table. */
  public TenantErasure(WholeTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * That a tenant was deleted.
   *
   * @param by who did it
   * @param begunAt when that began (UTC)
   * @param endedAt when nothing was left; empty when it was stopped on the way
   */
  public record Tombstone(String by, Instant begunAt, Optional<Instant> endedAt) {}

  /**
   * What a call did.
   *
   * @param removed so many items went
   * @param isDone whether nothing is left; else it is to be called again
   */
  public record Portion(long removed, boolean isDone) {}

  /** How far a look came, and whether it found anything. */
  private record Pass(Optional<Key> after, boolean found) {
    private static final Pass FIRST = new Pass(Optional.empty(), false);
  }

  /** Whether a tenant of this identifier was deleted, and how far that came. */
  public Optional<Tombstone> tombstone(Tenant tenant) {
    return table
        .get(OperatorKeys.gone(tenant))
        .map(
            item ->
                new Tombstone(
                    item.text(BY).orElse(""),
                    Instant.parse(item.text(BEGUN).orElseThrow()),
                    item.text(ENDED).map(Instant::parse)));
  }

  /** Forgets that a tenant of this identifier was deleted: another one may have it. */
  public void forgive(Tenant tenant) {
    table.write(List.of(new Write.Delete(OperatorKeys.gone(tenant))));
  }

  /** What there is of a tenant: how many items of each kind, by its name in the data model. */
  public Map<String, Long> count(Tenant tenant) {
    Map<String, Long> counts = new TreeMap<>();
    Optional<Key> after = Optional.empty();
    do {
      WholeTable.Seen seen = table.look(OperatorKeys.own(tenant), after);
      seen.found().forEach(key -> counts.merge(KeyKind.of(tenant, key), 1L, Long::sum));
      after = seen.next();
    } while (after.isPresent());
    return counts;
  }

  /**
   * Deletes for a while.
   *
   * @param by who wants it
   * @param longest no new part is begun after this time
   */
  public Portion erase(Tenant tenant, String by, Duration longest) {
    Instant ends = clock.instant().plus(longest);
    if (table.get(Keys.settings(tenant)).isPresent() || tombstone(tenant).isEmpty()) {
      begin(tenant, by);
    }
    closed(tenant);
    long removed = 0;
    do {
      Pass pass = passes.getOrDefault(tenant, Pass.FIRST);
      WholeTable.Seen seen = table.look(OperatorKeys.own(tenant), pass.after());
      remove(seen.found());
      removed += seen.found().size();
      boolean found = pass.found() || !seen.found().isEmpty();
      if (seen.next().isPresent()) {
        passes.put(tenant, new Pass(seen.next(), found));
      } else {
        passes.remove(tenant);
        if (!found) {
          end(tenant);
          return new Portion(removed, true);
        }
      }
    } while (clock.instant().isBefore(ends));
    return new Portion(removed, false);
  }

  private void begin(Tenant tenant, String by) {
    Item stone =
        Item.at(OperatorKeys.gone(tenant)).with(BY, by).with(BEGUN, clock.instant().toString());
    table.write(List.of(new Write.Put(stone, Condition.NONE)));
  }

  private void end(Tenant tenant) {
    table
        .get(OperatorKeys.gone(tenant))
        .map(stone -> stone.with(ENDED, clock.instant().toString()))
        .ifPresent(stone -> table.write(List.of(new Write.Put(stone, Condition.NONE))));
  }

  /** Settings and the ways to them go together, so that no key leads to nobody. */
  private void closed(Tenant tenant) {
    Key place = Keys.settings(tenant);
    Optional<Item> settings = table.get(place);
    while (settings.isPresent()) {
      Item item = settings.get();
      List<Write> writes = new ArrayList<>();
      writes.add(new Write.Delete(place, OptionalLong.of(item.whole(Item.VERSION))));
      writes.add(new Write.Delete(Keys.listedTenant(tenant)));
      item.text(CallbackPlaces.CALLBACK)
          .ifPresent(key -> writes.add(new Write.Delete(Keys.callbackAt(key))));
      item.text(CallbackPlaces.INBOUND)
          .ifPresent(key -> writes.add(new Write.Delete(Keys.callbackAt(key))));
      table.write(writes);
      settings = table.get(place);
    }
    table.write(List.of(new Write.Delete(Keys.listedTenant(tenant))));
  }

  /** One by one where somebody still writes. */
  private void remove(List<Key> keys) {
    for (int from = 0; from < keys.size(); from += TOGETHER) {
      List<Write> portion =
          keys.subList(from, Math.min(keys.size(), from + TOGETHER)).stream()
              .<Write>map(Write.Delete::new)
              .toList();
      if (!table.write(portion)) {
        portion.forEach(each -> table.write(List.of(each)));
      }
    }
  }
}
