package io.dingledger.platform.store;

import io.dingledger.model.access.ExportList;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Vouchers for files in a {@link Table}. */
public final class TableExportList implements ExportList {
  /** A list in this table. */
  public TableExportList(Table table) {}

  @Override
  public Optional<Listed> find(Tenant tenant, VoucherKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean add(Tenant tenant, Voucher voucher, Instant at) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Listed> waiting(Tenant tenant, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Batch> next(Tenant tenant, String by, Instant at, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Batch> batch(Tenant tenant, int number) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Batch> batches(Tenant tenant, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Batch taken(Tenant tenant, int number, String by, String format, Instant at) {
    throw new UnsupportedOperationException();
  }
}
