package io.dingledger.ledgers.file;

import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.ledgers.conformance.MemoryExports;
import io.dingledger.model.access.ExportList;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A list whose store gives no answer when it is told to, before or after what it was asked. */
final class StumblingExports implements ExportList {
  private final MemoryExports list = new MemoryExports();
  private final Deque<Trouble> asking = new ArrayDeque<>();
  private final Deque<Trouble> sending = new ArrayDeque<>();
  private int asked;
  private int sent;

  void nextAsking(Trouble trouble) {
    asking.add(trouble);
  }

  void nextSending(Trouble trouble) {
    sending.add(trouble);
  }

  int asked() {
    return asked;
  }

  int sent() {
    return sent;
  }

  @Override
  public Optional<Listed> find(Tenant tenant, VoucherKey key) {
    asked++;
    if (!asking.isEmpty()) {
      asking.remove();
      throw new IllegalStateException("the store gives no answer");
    }
    return list.find(tenant, key);
  }

  @Override
  public boolean add(Tenant tenant, Voucher voucher, Instant at) {
    sent++;
    if (sending.isEmpty()) {
      return list.add(tenant, voucher, at);
    }
    switch (sending.remove()) {
      case TIME_OUT_AFTER_COMMIT, RESET_AFTER_COMMIT, SERVER_ERROR_AFTER_COMMIT ->
          list.add(tenant, voucher, at);
      case TIME_OUT_BEFORE_COMMIT, RESET_BEFORE_COMMIT, SERVER_ERROR_BEFORE_COMMIT -> {}
      default -> throw new AssertionError("no trouble of a store");
    }
    throw new IllegalStateException("the store gives no answer");
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
