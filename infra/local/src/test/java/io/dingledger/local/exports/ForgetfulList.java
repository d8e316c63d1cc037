package io.dingledger.local.exports;

import io.dingledger.model.access.ExportList;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A list that has lost its vouchers, though not its batches. */
record ForgetfulList(ExportList list) implements ExportList {
  @Override
  public Optional<Listed> find(Tenant tenant, VoucherKey key) {
    return Optional.empty();
  }

  @Override
  public boolean add(Tenant tenant, Voucher voucher, Instant at) {
    return list.add(tenant, voucher, at);
  }

  @Override
  public List<Listed> waiting(Tenant tenant, int limit) {
    return list.waiting(tenant, limit);
  }

  @Override
  public Optional<Batch> next(Tenant tenant, String by, Instant at, int limit) {
    return list.next(tenant, by, at, limit);
  }

  @Override
  public Optional<Batch> batch(Tenant tenant, int number) {
    return list.batch(tenant, number);
  }

  @Override
  public List<Batch> batches(Tenant tenant, int limit) {
    return list.batches(tenant, limit);
  }

  @Override
  public Batch taken(Tenant tenant, int number, String by, String format, Instant at) {
    return list.taken(tenant, number, by, format, at);
  }
}
