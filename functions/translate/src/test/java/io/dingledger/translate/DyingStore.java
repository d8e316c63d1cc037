package io.dingledger.translate;

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
import java.util.function.Supplier;

/** A store whose caller dies at one of its calls, before or after the call had its effect. */
final class DyingStore implements DocumentStore {
  private final DocumentStore real;
  private final int fatalCall;
  private final boolean afterwards;
  private int calls;

  DyingStore(DocumentStore real, int fatalCall, boolean afterwards) {
    this.real = real;
    this.fatalCall = fatalCall;
    this.afterwards = afterwards;
  }

  private <T> T call(Supplier<T> call) {
    calls++;
    if (calls == fatalCall && !afterwards) {
      throw new Killed();
    }
    T answer = call.get();
    if (calls == fatalCall) {
      throw new Killed();
    }
    return answer;
  }

  @Override
  public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
    return call(() -> real.find(tenant, id));
  }

  @Override
  public Optional<DocumentRecord> save(DocumentRecord next) {
    return call(() -> real.save(next));
  }

  @Override
  public Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, String raw, List<Voucher> vouchers) {
    return call(() -> real.saveTranslated(next, raw, vouchers));
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
