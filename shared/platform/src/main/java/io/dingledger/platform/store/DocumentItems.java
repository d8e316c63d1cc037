package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.DocumentRecordCodec;
import io.dingledger.platform.codec.Unreadable;
import io.dingledger.platform.trace.Trace;
import java.time.Instant;
import java.util.List;

/** How a record looks in the table, without the moved part of its timeline. */
final class DocumentItems {
  private final DocumentRecordCodec codec = new DocumentRecordCodec();

  /** The record's item, with its lines in the indexes. */
  Item item(DocumentRecord record) {
    Key key = Keys.record(record.tenant(), record.id());
    Item item =
        StoredText.into(Item.at(key), codec.encode(record))
            .with(Item.VERSION, record.version())
            .with(Index.LIST.partitionAttribute(), Keys.list(record.tenant(), record.state()))
            .with(Index.LIST.sortAttribute(), Keys.position(listed(record), key));
    return record
        .dueAt()
        .map(
            dueAt ->
                item.with(Index.DUE.partitionAttribute(), Keys.dueShard(key))
                    .with(Index.DUE.sortAttribute(), Keys.position(dueAt, key)))
        .orElse(item);
  }

  /**
   * A document on its way stands in its state's list by when it came, whatever is written of it
   * meanwhile: to move its line with each step would cost as much as the step. At rest it stands
   * where people look for it, by its last change.
   */
  private static Instant listed(DocumentRecord record) {
    return switch (record.state()) {
      case RECEIVED, FETCHING, POSTING -> record.createdAt();
      case POSTED, ACCRUED, HELD, PARKED, IGNORED -> record.updatedAt();
    };
  }

  /**
   * The record of an item.
   *
   * @throws StoreRefused when it can't be read, or is of another tenant, document or version than
   *     its key says
   */
  DocumentRecord record(Item item, Tenant tenant, DocumentId id) {
    DocumentRecord record = readable(item);
    boolean ours =
        record.tenant().equals(tenant)
            && record.id().equals(id)
            && record.version() == item.whole(Item.VERSION);
    if (!ours) {
      throw StoredText.damaged(item.key());
    }
    return record;
  }

  private DocumentRecord readable(Item item) {
    try {
      return codec.decode(StoredText.of(item));
    } catch (Unreadable unreadable) {
      throw StoredText.damaged(item.key());
    }
  }

  /**
   * The record with another version and timeline; one that was never stored keeps the trace in
   * which it is stored.
   */
  static DocumentRecord with(DocumentRecord record, long version, List<TimelineEntry> timeline) {
    return new DocumentRecord(
        record.tenant(),
        record.id(),
        version,
        record.state(),
        record.kind(),
        record.title(),
        record.businessId(),
        record.businessDate(),
        record.total(),
        record.approval(),
        record.eventIds(),
        record.fetch(),
        record.postings(),
        record.bookedIn(),
        record.reasons(),
        timeline,
        record.supersededBy(),
        record.trace().isEmpty() && record.version() == 0 ? Trace.forDocument() : record.trace(),
        record.createdAt(),
        record.updatedAt());
  }
}
