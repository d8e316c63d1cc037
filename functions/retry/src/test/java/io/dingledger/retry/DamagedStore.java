package io.dingledger.retry;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A store in which some records can't be read. */
record DamagedStore(DocumentStore real, Set<DocumentId> damaged) implements DocumentStore {
  @Override
  public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
    if (damaged.contains(id)) {
      throw new IllegalStateException("damaged");
    }
    return real.find(tenant, id);
  }

  @Override
  public Optional<DocumentRecord> save(DocumentRecord next) {
    return real.save(next);
  }

  @Override
  public Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, String raw, List<Voucher> vouchers) {
    return real.saveTranslated(next, raw, vouchers);
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
  public Page<DocumentRecord> list(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit) {
    return real.list(tenant, state, cursor, limit);
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return real.due(now, limit);
  }
}
