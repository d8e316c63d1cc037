package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.codec.VoucherCodec;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.store.PayItemStore.Booking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Documents in a {@link Table}. Every method throws {@link StoreUnreachable} when the table gives
 * no answer, and {@link StoreRefused} for content that is too large or that nobody can read.
 *
 * <p>A stored voucher is never replaced: a {@link #saveTranslated} that names one again gives
 * empty, as if somebody else had been faster.
 */
public final class TableDocumentStore implements DocumentStore {
  private final Table table;
  private final Timelines timelines;
  private final DocumentList list;
  private final SourceItems sources;
  private final DocumentItems items = new DocumentItems();
  private final PaySheets paySheets = new PaySheets();
  private final VoucherCodec vouchers = new VoucherCodec();

  /** A store over this table. */
  public TableDocumentStore(Table table) {
    this.table = table;
    this.timelines = new Timelines(table);
    this.list = new DocumentList(table);
    this.sources = new SourceItems(table);
  }

  @Override
  public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
    return table.get(Keys.record(tenant, id)).map(item -> whole(item, tenant, id));
  }

  @Override
  public Optional<DocumentRecord> save(DocumentRecord next) {
    return save(next, List.of());
  }

  @Override
  public Optional<Restored> restored(Tenant tenant) {
    return Restorations.read(table, tenant);
  }

  @Override
  public void announce(Tenant tenant, String businessId, Sibling self) {
    if (!businessId.isEmpty()) {
      table.write(List.of(SourceItems.announcement(tenant, businessId, self)));
    }
  }

  @Override
  public Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, Source source, List<Voucher> made, Booking booking) {
    List<Write> more = new ArrayList<>(sources.writes(next, source));
    more.addAll(paySheets.writes(next, booking));
    for (Voucher voucher : made) {
      requireOwn(next, voucher);
      Item item = Item.at(Keys.voucher(next.tenant(), next.id(), voucher.key()));
      more.addAll(StoredText.writes(item, vouchers.encode(voucher), Condition.ABSENT));
    }
    return save(next, more);
  }

  @Override
  public Optional<Voucher> voucher(Tenant tenant, DocumentId id, VoucherKey key) {
    Key place = Keys.voucher(tenant, id, key);
    return StoredText.read(table, place).map(text -> voucher(place, text));
  }

  @Override
  public Optional<String> raw(Tenant tenant, DocumentId id) {
    return sources.raw(tenant, id);
  }

  @Override
  public Optional<String> typed(Tenant tenant, DocumentId id) {
    return sources.typed(tenant, id);
  }

  @Override
  public List<Sibling> siblings(Tenant tenant, String businessId) {
    return sources.siblings(tenant, businessId);
  }

  @Override
  public Page<DocumentRecord> list(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit) {
    Page<Item> page = list.page(tenant, state, cursor, limit);
    List<DocumentRecord> found = new ArrayList<>();
    for (Item item : page.items()) {
      Keys.Owner owner =
          Keys.ownerOf(item.key())
              .filter(each -> each.tenant().equals(tenant))
              .orElseThrow(() -> StoredText.damaged(item.key()));
      found.add(whole(item, tenant, owner.document()));
    }
    return new Page<>(
        found.stream().filter(record -> state.map(record.state()::equals).orElse(true)).toList(),
        page.cursor());
  }

  /** {@inheritDoc} One more is due than the sweep has seen: it comes with the next sweep. */
  @Override
  public List<Due> due(Instant now, int limit) {
    List<Due> due = new ArrayList<>();
    for (int shard = 0; shard < Keys.DUE_SHARDS; shard++) {
      Optional<String> below = Optional.of(Keys.after(now));
      for (Index.Entry line :
          table.queryIndex(Index.DUE, Keys.dueShard(shard), below, false, limit)) {
        Keys.ownerOf(line.key())
            .ifPresent(
                owner ->
                    due.add(new Due(owner.tenant(), owner.document(), Keys.momentOf(line.sort()))));
      }
    }
    return due.stream().sorted(Comparator.comparing(Due::dueAt)).limit(limit).toList();
  }

  private Optional<DocumentRecord> save(DocumentRecord next, List<Write> more) {
    boolean divides = next.timeline().size() > Timelines.MOST_IN_RECORD && next.version() > 0;
    Optional<Item> stored =
        divides ? table.get(Keys.record(next.tenant(), next.id())) : Optional.empty();
    if (divides && stored.map(item -> item.whole(Item.VERSION) != next.version()).orElse(true)) {
      return Optional.empty();
    }
    Timelines.Divided divided = timelines.divide(next, stored);
    long version = next.version() + 1;
    Item item = divided.into(items.item(DocumentItems.with(next, version, divided.kept())));
    Condition condition =
        next.version() == 0 ? Condition.ABSENT : Condition.versionIs(next.version());
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Put(item, condition));
    writes.addAll(divided.writes());
    writes.addAll(more);
    if (!table.write(writes)) {
      return Optional.empty();
    }
    Busy.wrote(next.tenant(), next.id(), next.state().name());
    return Optional.of(DocumentItems.with(next, version, divided.shown(next.timeline())));
  }

  private DocumentRecord whole(Item item, Tenant tenant, DocumentId id) {
    DocumentRecord record = items.record(item, tenant, id);
    List<TimelineEntry> moved = timelines.moved(record, item);
    return moved.isEmpty()
        ? record
        : DocumentItems.with(
            record,
            record.version(),
            Stream.concat(moved.stream(), record.timeline().stream()).toList());
  }

  private Voucher voucher(Key place, String text) {
    try {
      return vouchers.decode(text);
    } catch (Unreadable unreadable) {
      throw StoredText.damaged(place);
    }
  }

  private static void requireOwn(DocumentRecord next, Voucher voucher) {
    if (!voucher.document().equals(next.id())) {
      throw new IllegalArgumentException("a voucher of another document");
    }
  }
}
