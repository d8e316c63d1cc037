package io.dingledger.platform.store;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.SourceDocument;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.PayItemStore.Booking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Documents, their vouchers and their progress. All reads of single documents are consistent. */
public interface DocumentStore {
  /** The document's record as it is now. */
  Optional<DocumentRecord> find(Tenant tenant, DocumentId id);

  /**
   * Writes a record if nobody else has written it since it was read.
   *
   * @return the record with its new version, or empty when somebody else was faster
   */
  Optional<DocumentRecord> save(DocumentRecord next);

  /**
   * Puts a document among the {@link #siblings} of its approval number, before anything is decided
   * about it. A repeat changes nothing; nothing happens for an empty number.
   */
  void announce(Tenant tenant, String businessId, Sibling self);

  /**
   * Writes a translated document with what it was made of and its vouchers, all or nothing, under
   * the same condition as {@link #save}. From then on it is among the {@link #siblings} of its
   * approval number.
   */
  default Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, Source source, List<Voucher> vouchers) {
    return saveTranslated(next, source, vouchers, Booking.NONE);
  }

  /**
   * The same with pay items, each of which is put only where nothing is, in months that are open.
   *
   * @return the record with its new version; empty when somebody else was faster, a month was
   *     closed meanwhile, or something was booked that the booking has not counted
   */
  Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, Source source, List<Voucher> vouchers, Booking booking);

  /** A stored voucher with its lines and explanations. */
  Optional<Voucher> voucher(Tenant tenant, DocumentId id, VoucherKey key);

  /** What DingTalk sent and the document was translated from, as received. */
  Optional<String> raw(Tenant tenant, DocumentId id);

  /**
   * The typed document as it was read at translation, a JSON object: names and numbers as they were
   * then. Empty when it was never typed.
   */
  Optional<String> typed(Tenant tenant, DocumentId id);

  /**
   * The translated documents of an approval number: a change or withdrawal shares it with what it
   * changes. None for an empty number.
   */
  List<Sibling> siblings(Tenant tenant, String businessId);

  /**
   * A tenant's documents, the last ones first: by their last change, or while they are on their way
   * by when they came.
   *
   * @param state only those in this state
   * @param cursor where an earlier page ended
   * @param limit at most this many, 1 to 100
   * @throws IllegalArgumentException for a cursor that is not ours
   */
  Page<DocumentRecord> list(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit);

  /** To which moment the table was put back, if it ever was; its loss is not in any document. */
  default Optional<Restored> restored(Tenant tenant) {
    return Optional.empty();
  }

  /** The documents of all tenants that the sweep must look at by now, the longest due first. */
  List<Due> due(Instant now, int limit);

  /**
   * What a document was translated from.
   *
   * @param raw what DingTalk sent, as received
   * @param document the typed document, if it was typed
   * @param sibling what is to be found under its approval number; empty for attendance facts
   */
  record Source(String raw, Optional<SourceDocument> document, Optional<Sibling> sibling) {}

  /**
   * A document under its approval number.
   *
   * @param document which
   * @param action what it does to the others
   * @param finishedAt when it was approved (UTC)
   */
  record Sibling(DocumentId document, ApprovalDetail.Action action, Instant finishedAt) {}

  /** A document that is due. */
  record Due(Tenant tenant, DocumentId document, Instant dueAt) {}
}
