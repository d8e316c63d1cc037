package io.dingledger.platform.store;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.SourceDocumentJson;
import io.dingledger.platform.store.DocumentStore.Sibling;
import io.dingledger.platform.store.DocumentStore.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What documents were translated from. The text as received and the typed document behind it are
 * one text in one item: they are replaced together or not at all, and since they repeat each
 * other's words, they are smaller compressed together than apart.
 */
final class SourceItems {
  /** How many UTF-16 units of the text were received; the rest is the typed document. */
  private static final String RECEIVED = "received";

  private static final String ACTION = "action";
  private static final String FINISHED_AT = "finishedAt";

  private final Table table;

  SourceItems(Table table) {
    this.table = table;
  }

  /** The writes that store the source of a document. */
  List<Write> writes(DocumentRecord next, Source source) {
    String typed = source.document().map(SourceDocumentJson::text).orElse("");
    Item first = Item.at(Keys.raw(next.tenant(), next.id())).with(RECEIVED, source.raw().length());
    List<Write> writes =
        new ArrayList<>(StoredText.writes(first, source.raw() + typed, Condition.NONE));
    source
        .sibling()
        .filter(sibling -> !next.businessId().isEmpty())
        .map(sibling -> pointer(next, sibling))
        .ifPresent(writes::add);
    return writes;
  }

  /** The write that puts a document under its approval number. */
  static Write announcement(Tenant tenant, String businessId, Sibling self) {
    Item item =
        Item.at(Keys.sibling(tenant, businessId, self.document()))
            .with(ACTION, self.action().name())
            .with(FINISHED_AT, self.finishedAt().toString());
    return new Write.Put(item, Condition.NONE);
  }

  /** What was received. */
  Optional<String> raw(Tenant tenant, DocumentId id) {
    return stored(tenant, id).map(text -> text.whole().substring(0, text.received()));
  }

  /** The typed document; empty when there is none. */
  Optional<String> typed(Tenant tenant, DocumentId id) {
    return stored(tenant, id)
        .map(text -> text.whole().substring(text.received()))
        .filter(typed -> !typed.isEmpty());
  }

  /** The documents of an approval number, in the order of their identifiers. */
  List<Sibling> siblings(Tenant tenant, String businessId) {
    return businessId.isEmpty()
        ? List.of()
        : table.query(Keys.siblings(tenant, businessId), "").stream()
            .map(SourceItems::sibling)
            .toList();
  }

  private static Write pointer(DocumentRecord next, Sibling sibling) {
    if (!sibling.document().equals(next.id())) {
      throw new IllegalArgumentException("a sibling that is another document");
    }
    return announcement(next.tenant(), next.businessId(), sibling);
  }

  private static Sibling sibling(Item item) {
    try {
      return new Sibling(
          new DocumentId(Keys.unescaped(item.key().sort())),
          ApprovalDetail.Action.valueOf(item.text(ACTION).orElse("")),
          Instant.parse(item.text(FINISHED_AT).orElse("")));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw StoredText.damaged(item.key());
    }
  }

  private Optional<Stored> stored(Tenant tenant, DocumentId id) {
    return table
        .get(Keys.raw(tenant, id))
        .map(
            item -> {
              String whole = StoredText.whole(table, item);
              boolean divided = item.attributes().containsKey(RECEIVED);
              long received = divided ? item.whole(RECEIVED) : whole.length();
              if (received < 0 || received > whole.length()) {
                throw StoredText.damaged(item.key());
              }
              return new Stored(whole, (int) received);
            });
  }

  /** A text and how much of it was received; all of it where that was never noted. */
  private record Stored(String whole, int received) {}
}
