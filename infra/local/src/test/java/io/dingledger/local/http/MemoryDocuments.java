package io.dingledger.local.http;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import io.dingledger.platform.store.PayItemStore.Booking;
import io.dingledger.platform.store.TenantRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** As much of a store as reading needs; its cursor is the number of documents already given. */
final class MemoryDocuments implements DocumentStore, TenantRegistry {
  final List<Tenant> tenants = new ArrayList<>();
  final List<DocumentRecord> records = new ArrayList<>();
  final List<Voucher> vouchers = new ArrayList<>();
  final Map<DocumentId, String> typed = new HashMap<>();

  @Override
  public Optional<DocumentRecord> find(Tenant tenant, DocumentId id) {
    return records.stream()
        .filter(each -> each.tenant().equals(tenant) && each.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<Voucher> voucher(Tenant tenant, DocumentId id, VoucherKey key) {
    return vouchers.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  @Override
  public Page<DocumentRecord> list(
      Tenant tenant, Optional<DocumentState> state, Optional<String> cursor, int limit) {
    int start = cursor.map(Integer::parseInt).orElse(0);
    List<DocumentRecord> all =
        records.stream()
            .filter(each -> each.tenant().equals(tenant))
            .filter(each -> state.isEmpty() || state.get() == each.state())
            .toList();
    int end = Math.min(all.size(), start + limit);
    return new Page<>(
        all.subList(start, end),
        end < all.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
  }

  @Override
  public List<Tenant> all() {
    return tenants;
  }

  @Override
  public Optional<DocumentRecord> save(DocumentRecord next) {
    throw new UnsupportedOperationException("the interface only reads");
  }

  @Override
  public Optional<DocumentRecord> saveTranslated(
      DocumentRecord next, Source source, List<Voucher> stored, Booking booking) {
    throw new UnsupportedOperationException("the interface only reads");
  }

  @Override
  public void announce(Tenant tenant, String businessId, Sibling self) {
    throw new UnsupportedOperationException("the interface announces nothing");
  }

  @Override
  public Optional<String> raw(Tenant tenant, DocumentId id) {
    throw new UnsupportedOperationException("the interface does not give raw answers");
  }

  @Override
  public Optional<String> typed(Tenant tenant, DocumentId id) {
    return Optional.ofNullable(typed.get(id));
  }

  @Override
  public List<Sibling> siblings(Tenant tenant, String businessId) {
    throw new UnsupportedOperationException("the interface shows no siblings");
  }

  @Override
  public Optional<TenantSettings> change(Tenant tenant, UnaryOperator<TenantSettings> change) {
    throw new UnsupportedOperationException("the interface only reads");
  }

  @Override
  public void forget(Tenant tenant) {
    throw new UnsupportedOperationException("the interface only reads");
  }

  @Override
  public void announce(TenantSettings said) {
    throw new UnsupportedOperationException("the interface only reads");
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    throw new UnsupportedOperationException("the interface does not sweep");
  }

  @Override
  public Optional<TenantSettings> byInboundKey(String inboundKey) {
    return Optional.empty();
  }

  @Override
  public Optional<TenantSettings> byCallbackKey(String callbackKey) {
    throw new UnsupportedOperationException("the interface reads no settings");
  }

  @Override
  public Optional<TenantSettings> find(Tenant tenant) {
    throw new UnsupportedOperationException("the interface reads no settings");
  }

  @Override
  public void put(TenantSettings settings) {
    throw new UnsupportedOperationException("the interface only reads");
  }
}
