package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.PatrolNotes.Chore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table that was put back to an earlier moment, beside the table as it was before, if that is
 * still there. Nothing else may write to the table meanwhile. Every step can be repeated.
 */
public final class PutBackTable {
  private static final int PAGE = 100;
  private static final int LOOK_AGAIN = 1;

  private final Table table;
  private final DocumentStore documents;

  /** The table that is to be used from now on. */
  public PutBackTable(Table table) {
    this.table = table;
    this.documents = new TableDocumentStore(table);
  }

  /** The tenants that it knows. */
  public List<Tenant> tenants() {
    return table.query(Keys.TENANTS, "").stream()
        .map(item -> Tenant.verified(Keys.unescaped(item.key().sort())))
        .toList();
  }

  /**
   * A document of the table as it was which is not here, or stands elsewhere here.
   *
   * @param here its state in this table; empty when nothing is known of it
   */
  public record Differing(
      Tenant tenant, DocumentId document, DocumentState was, Optional<DocumentState> here) {
    /** Whether only its sender can bring it back: no list of DingTalk's has it. */
    public boolean isOfItsSender() {
      return here.isEmpty() && document.inbound().isPresent();
    }
  }

  /**
   * Has everything looked for again that was started since a moment: the patrol's next round begins
   * there, and so do the tenants that had been looked after for a shorter time.
   */
  public void lookFrom(Tenant tenant, Instant started) {
    for (Chore chore : List.of(Chore.RECENT_INSTANCES, Chore.FIRST_ROUND)) {
      Key place = Keys.chore(tenant, chore.name());
      Revision.of(
          table,
          place,
          there -> Optional.of(Item.at(place).with(TablePatrolNotes.UP_TO, started.toString())));
    }
    for (Chore chore : List.of(Chore.PAUSED, Chore.COUNTED_PAUSED, Chore.DIRECTORY)) {
      table.write(List.of(new Write.Delete(Keys.chore(tenant, chore.name()))));
    }
  }

  /**
   * Takes a tenant's list of vouchers for files over, with its batches, its marks and what waits:
   * it is of one piece only as a whole.
   *
   * @return how many vouchers it has
   */
  public int takeListOver(Tenant tenant, Table before) {
    Set<String> vouchers = new LinkedHashSet<>();
    List<Item> batches = before.query(Keys.exports(tenant), "");
    for (Item batch : batches) {
      if (isBatch(batch)) {
        StoredText.whole(before, batch).lines().forEach(line -> vouchers.add(keyOf(line)));
      }
    }
    List<Item> waiting = before.query(Keys.exportsWaiting(tenant), "");
    waiting.forEach(item -> vouchers.add(keyOf(item.key().sort())));
    for (String voucher : vouchers) {
      putAll(before.query(Keys.exported(tenant, new VoucherKey(voucher)).partition(), ""));
    }
    Set<Key> stay = waiting.stream().map(Item::key).collect(Collectors.toSet());
    table.query(Keys.exportsWaiting(tenant), "").stream()
        .map(Item::key)
        .filter(key -> !stay.contains(key))
        .forEach(key -> table.write(List.of(new Write.Delete(key))));
    putAll(waiting);
    putAll(batches);
    return vouchers.size();
  }

  /** Has the next batch of vouchers for files numbered after one that was made in the time lost. */
  public void numberBatchesAfter(Tenant tenant, int batch) {
    Key place = Keys.lastExport(tenant);
    for (int attempt = 0; attempt <= LOOK_AGAIN; attempt++) {
      ExportItems.Last last = ExportItems.last(table.get(place));
      boolean enough = last.number() >= batch;
      if (enough || table.write(List.of(ExportItems.last(tenant, last, batch, true)))) {
        return;
      }
    }
    throw new StoreUnreachable(null, "TransactionConflict");
  }

  /**
   * Where the table as it was knew more. Documents that have not changed since are not read.
   *
   * @param since the moment to which this table was put back
   * @param found is told of each document
   */
  public void compare(Tenant tenant, Table before, Instant since, Consumer<Differing> found) {
    DocumentStore was = new TableDocumentStore(before);
    for (DocumentState state : DocumentState.values()) {
      Optional<String> cursor = Optional.empty();
      do {
        Page<DocumentRecord> page = was.list(tenant, Optional.of(state), cursor, PAGE);
        page.items().forEach(record -> compare(tenant, record, found));
        boolean older =
            page.items().stream().anyMatch(record -> record.updatedAt().isBefore(since))
                && !isOnTheWay(state);
        cursor = older ? Optional.empty() : page.cursor();
      } while (cursor.isPresent());
    }
  }

  private void compare(Tenant tenant, DocumentRecord record, Consumer<Differing> found) {
    if (record.kind().equals(TableNotices.KIND)) {
      return;
    }
    Optional<DocumentState> here = documents.find(tenant, record.id()).map(DocumentRecord::state);
    if (here.filter(record.state()::equals).isEmpty()) {
      found.accept(new Differing(tenant, record.id(), record.state(), here));
    }
  }

  /** Those are listed by when they came, the others by their last change. */
  private static boolean isOnTheWay(DocumentState state) {
    return switch (state) {
      case RECEIVED, FETCHING, POSTING -> true;
      case POSTED, ACCRUED, IGNORED, HELD, PARKED -> false;
    };
  }

  /**
   * What of a tenant, beside documents, the table as it was had otherwise: {@code settings}, {@code
   * shelf}, {@code version#…} of rule books, months of pay, batches for files.
   */
  public List<String> changed(Tenant tenant, Table before) {
    List<String> changed = new ArrayList<>();
    List<Key> own = List.of(Keys.settings(tenant));
    Map<Key, Item> was = before.getAll(own);
    Map<Key, Item> here = table.getAll(own);
    own.stream()
        .filter(
            key -> !Optional.ofNullable(was.get(key)).equals(Optional.ofNullable(here.get(key))))
        .forEach(key -> changed.add(key.sort()));
    for (String partition :
        List.of(Keys.lives(tenant), Keys.payMonths(tenant), Keys.exports(tenant))) {
      Set<Item> known = Set.copyOf(table.query(partition, ""));
      before.query(partition, "").stream()
          .filter(item -> !known.contains(item))
          .forEach(item -> changed.add(item.key().sort()));
    }
    return changed;
  }

  private void putAll(List<Item> items) {
    for (Item item : items) {
      for (int attempt = 0; !table.write(List.of(new Write.Put(item, Condition.NONE))); attempt++) {
        if (attempt > LOOK_AGAIN) {
          throw new StoreUnreachable(null, "TransactionConflict");
        }
      }
    }
  }

  private static boolean isBatch(Item item) {
    return item.key().sort().matches("batch#\\d+");
  }

  /** Of {@code ‹time›#‹key›}, in whichever form the time is. */
  private static String keyOf(String line) {
    return line.substring(line.indexOf('#') + 1);
  }
}
