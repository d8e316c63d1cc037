package io.dingledger.platform.store;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
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
   * Writes a translated document with its raw JSON and its vouchers, all or nothing, under the same
   * condition as {@link #save}.
   */
  Optional<DocumentRecord> saveTranslated(DocumentRecord next, String raw, List<Voucher> vouchers);

  /** A stored voucher with its lines and explanations. */
  Optional<Voucher> voucher(Tenant tenant, DocumentId id, VoucherKey key);

  /** The answer of DingTalk from which the document was translated, as received. */
  Optional<String> raw(Tenant tenant, DocumentId id);

  /**
   * A tenant's documents, last changed first.
   *
   * @param state only those in this state
   * @param cursor where an earlier page ended
   * @param limit at most this many, 1 to 100
   * @throws IllegalArgumentException for a cursor that is not ours
   */
  Page<DocumentRecord> list(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit);

  /** The documents of all tenants that the sweep must look at by now, the longest due first. */
  List<Due> due(Instant now, int limit);

  /** A document that is due. */
  record Due(Tenant tenant, DocumentId document, Instant dueAt) {}
}
