package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.support.ForwardingDocumentStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A store whose caller dies at one of its calls, before or after the call had its effect. */
final class DyingStore extends ForwardingDocumentStore {
  private final int fatalCall;
  private final boolean afterwards;
  private int calls;

  DyingStore(DocumentStore real, int fatalCall, boolean afterwards) {
    super(real);
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
    return call(() -> super.find(tenant, id));
  }

  @Override
  public Optional<DocumentRecord> save(DocumentRecord next) {
    return call(() -> super.save(next));
  }

  @Override
  public void announce(Tenant tenant, String businessId, Sibling self) {
    call(
        () -> {
          super.announce(tenant, businessId, self);
          return self;
        });
  }

  @Override
  public Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, Source source, List<Voucher> vouchers, Booking booking) {
    return call(() -> super.saveTranslated(next, source, vouchers, booking));
  }
}
