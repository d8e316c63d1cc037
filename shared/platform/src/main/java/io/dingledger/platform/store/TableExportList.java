package io.dingledger.platform.store;

import io.dingledger.model.access.ExportList;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.ExportItems.Last;
import io.dingledger.platform.store.ExportItems.Made;
import io.dingledger.platform.store.ExportItems.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Vouchers for files in a {@link Table}.
 *
 * <p>A listed voucher has an item that never changes, and a line among those that wait. A batch is
 * made in one transaction: an item with its keys, which never changes either, and the note which
 * batch is the last one. From that moment on its vouchers are in it, although they are marked and
 * taken out of the waiting line only afterwards, in portions. Whoever dies meanwhile loses nothing:
 * no further batch is made before the last one is settled, whoever comes next goes on with it, and
 * who reads looks into an unsettled batch as well. Settling does the same however often it is done.
 *
 * <p>Every method throws {@link StoreUnreachable} when the table gives no answer, and {@link
 * StoreRefused} for what nobody can read.
 */
public final class TableExportList implements ExportList {
  /** No batch has more vouchers than this. */
  public static final int MOST_IN_A_BATCH = 5000;

  private static final int TRIES = 16;

  /** Each takes two writes: a mark, and its line among those that wait. */
  private static final int SETTLED_TOGETHER = Write.MOST / 2;

  private final Table table;
  private final ExportItems items;

  /** A list in this table. */
  public TableExportList(Table table) {
    this.table = table;
    this.items = new ExportItems(table);
  }

  @Override
  public Optional<Listed> find(Tenant tenant, VoucherKey key) {
    // The last batch first: a voucher that has no mark afterwards was in no batch settled by then.
    Last last = last(tenant);
    Key place = Keys.exported(tenant, key);
    Key mark = Keys.exportedIn(tenant, key);
    Map<Key, Item> found = table.getAll(List.of(place, mark));
    return Optional.ofNullable(found.get(place))
        .map(
            item ->
                new Listed(
                    items.voucher(tenant, item),
                    items.at(item),
                    Optional.ofNullable(found.get(mark))
                        .map(ExportItems::number)
                        .or(
                            () ->
                                unsettled(tenant, last)
                                    .filter(batch -> batch.holds(key))
                                    .map(Made::number))));
  }

  @Override
  public boolean add(Tenant tenant, Voucher voucher, Instant at) {
    List<Write> writes = new ArrayList<>(items.voucher(tenant, voucher, at));
    writes.add(
        new Write.Put(Item.at(Keys.exportWaiting(tenant, at, voucher.key())), Condition.NONE));
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (table.write(writes)) {
        return true;
      }
      // A refused write may also mean that somebody was writing there and then gave up.
      if (table.get(Keys.exported(tenant, voucher.key())).isPresent()) {
        return false;
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  @Override
  public List<Listed> waiting(Tenant tenant, int limit) {
    Optional<Made> leaving = unsettled(tenant, last(tenant));
    List<Place> places =
        waiting(tenant).stream()
            .filter(place -> leaving.filter(batch -> batch.holds(place.key())).isEmpty())
            .limit(limit)
            .toList();
    List<Key> keys = places.stream().map(place -> Keys.exported(tenant, place.key())).toList();
    Map<Key, Item> found = table.getAll(keys);
    return keys.stream()
        .map(key -> Optional.ofNullable(found.get(key)).orElseThrow(() -> StoredText.damaged(key)))
        .map(item -> new Listed(items.voucher(tenant, item), items.at(item), Optional.empty()))
        .toList();
  }

  /** {@inheritDoc} No batch has more than {@link #MOST_IN_A_BATCH}. */
  @Override
  public Optional<Batch> next(Tenant tenant, String by, Instant at, int limit) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Last last = settledLast(tenant);
      if (!last.settled()) {
        continue;
      }
      List<Place> places =
          waiting(tenant).stream().limit(Math.min(limit, MOST_IN_A_BATCH)).toList();
      if (places.isEmpty()) {
        return Optional.empty();
      }
      Made made = new Made(last.number() + 1, by, at, places);
      List<Write> writes = new ArrayList<>(items.batch(tenant, made));
      writes.add(ExportItems.last(tenant, last, made.number(), false));
      if (table.write(writes)) {
        settleIfPossible(tenant, made);
        return Optional.of(made.with(List.of()));
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  @Override
  public Optional<Batch> batch(Tenant tenant, int number) {
    return number < 1 ? Optional.empty() : batches(tenant, List.of(number)).stream().findFirst();
  }

  @Override
  public List<Batch> batches(Tenant tenant, int limit) {
    int newest = last(tenant).number();
    return batches(
        tenant,
        IntStream.range(0, Math.min(limit, newest)).mapToObj(below -> newest - below).toList());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when there is no such batch
   */
  @Override
  public Batch taken(Tenant tenant, int number, String by, String format, Instant at) {
    Made made =
        table
            .get(Keys.export(tenant, number))
            .map(item -> items.batch(number, item))
            .orElseThrow(() -> new IllegalArgumentException("there is no such batch"));
    Key place = Keys.exportTaken(tenant, number);
    List<Taking> all = new ArrayList<>();
    Revision.of(
        table,
        place,
        there -> {
          all.clear();
          all.addAll(items.takings(there));
          all.add(new Taking(by, format, at));
          return Optional.of(items.taken(place, all));
        });
    return made.with(all);
  }

  private List<Batch> batches(Tenant tenant, List<Integer> numbers) {
    List<Key> wanted =
        numbers.stream()
            .flatMap(
                number ->
                    List.of(Keys.export(tenant, number), Keys.exportTaken(tenant, number)).stream())
            .toList();
    Map<Key, Item> found = table.getAll(wanted);
    List<Batch> batches = new ArrayList<>();
    for (int number : numbers) {
      Optional.ofNullable(found.get(Keys.export(tenant, number)))
          .map(item -> items.batch(number, item))
          .map(
              made ->
                  made.with(
                      items.takings(
                          Optional.ofNullable(found.get(Keys.exportTaken(tenant, number))))))
          .ifPresent(batches::add);
    }
    return batches;
  }

  private Last last(Tenant tenant) {
    return ExportItems.last(table.get(Keys.lastExport(tenant)));
  }

  private Optional<Made> unsettled(Tenant tenant, Last last) {
    return last.settled() ? Optional.empty() : Optional.of(made(tenant, last.number()));
  }

  private Made made(Tenant tenant, int number) {
    Key place = Keys.export(tenant, number);
    return items.batch(number, table.get(place).orElseThrow(() -> StoredText.damaged(place)));
  }

  private List<Place> waiting(Tenant tenant) {
    return table.query(Keys.exportsWaiting(tenant), "").stream().map(items::place).toList();
  }

  /** The last batch, after going on with it if somebody left it unsettled. */
  private Last settledLast(Tenant tenant) {
    Last last = last(tenant);
    if (last.settled()) {
      return last;
    }
    settle(tenant, made(tenant, last.number()));
    return last(tenant);
  }

  /** The batch is made: whoever comes next settles it, if this process can't. */
  private void settleIfPossible(Tenant tenant, Made made) {
    try {
      settle(tenant, made);
    } catch (StoreUnreachable later) {
      // Nothing is lost by it, and the batch that was made is what the caller must hear of.
    }
  }

  private void settle(Tenant tenant, Made made) {
    List<Place> places = made.places();
    for (int from = 0; from < places.size(); from += SETTLED_TOGETHER) {
      List<Write> writes = new ArrayList<>();
      for (Place place : places.subList(from, Math.min(places.size(), from + SETTLED_TOGETHER))) {
        writes.add(ExportItems.mark(tenant, place.key(), made.number()));
        writes.add(new Write.Delete(Keys.exportWaiting(tenant, place.at(), place.key())));
      }
      if (!written(tenant, made, writes)) {
        return;
      }
    }
    Last last = last(tenant);
    if (isOpen(last, made)) {
      table.write(List.of(ExportItems.last(tenant, last, made.number(), true)));
    }
  }

  /**
   * Writes without conditions are refused while somebody else is at the same work.
   *
   * @return whether there is more to do; not when somebody else has done it all
   */
  private boolean written(Tenant tenant, Made made, List<Write> writes) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (table.write(writes)) {
        return true;
      }
      if (!isOpen(last(tenant), made)) {
        return false;
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  private static boolean isOpen(Last last, Made made) {
    return last.number() == made.number() && !last.settled();
  }
}
