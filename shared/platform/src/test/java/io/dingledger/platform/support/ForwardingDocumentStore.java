package io.dingledger.platform.support;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import io.dingledger.platform.store.PayItemStore.Booking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hands every call on to another store; what goes wrong is overridden. */
public abstract class ForwardingDocumentStore implements DocumentStore {
  private final DocumentStore real;

  /** Hands on to this store. */
  protected ForwardingDocumentStore(DocumentStore real) {
    this.real = real;
  }

  @Override
  public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
    return real.find(tenant, id);
  }

  @Override
  public Optional<DocumentRecord> save(DocumentRecord next) {
    return real.save(next);
  }

  @Override
  public Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, Source source, List<Voucher> vouchers, Booking booking) {
    return real.saveTranslated(next, source, vouchers, booking);
  }

  @Override
  public Optional<Voucher> voucher(Tenant tenant, DocumentId id, VoucherKey key) {
    return real.voucher(tenant, id, key);
  }

  @Override
  public Optional<String> raw(Tenant tenant, DocumentId id) {
    return real.raw(tenant, id);
  }

  @Override
  public Optional<String> typed(Tenant tenant, DocumentId id) {
    return real.typed(tenant, id);
  }

  @Override
  public void announce(Tenant tenant, String businessId, Sibling self) {
    real.announce(tenant, businessId, self);
  }

  @Override
  public List<Sibling> siblings(Tenant tenant, String businessId) {
    return real.siblings(tenant, businessId);
  }

  @Override
  public Page<DocumentRecord> list(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit) {
    return real.list(tenant, state, cursor, limit);
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return real.due(now, limit);
  }
}
