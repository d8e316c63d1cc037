package io.dingledger.ledgers.conformance;

import io.dingledger.model.access.ExportList;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vouchers for files, in memory, with the rules of the real list. */
public final class MemoryExports implements ExportList {
  private record Place(Tenant tenant, VoucherKey key) {}

  private final Map<Place, Listed> listed = new LinkedHashMap<>();
  private final Map<Tenant, List<Batch>> batches = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Listed> find(Tenant tenant, VoucherKey key) {
    return Optional.ofNullable(listed.get(new Place(tenant, key)));
  }

  @Override
  public synchronized boolean add(Tenant tenant, Voucher voucher, Instant at) {
    return listed.putIfAbsent(
            new Place(tenant, voucher.key()), new Listed(voucher, at, Optional.empty()))
        == null;
  }

  @Override
  public synchronized List<Listed> waiting(Tenant tenant, int limit) {
    return listed.entrySet().stream()
        .filter(entry -> entry.getKey().tenant().equals(tenant))
        .map(Map.Entry::getValue)
        .filter(each -> each.batch().isEmpty())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Batch> next(Tenant tenant, String by, Instant at, int limit) {
    List<Listed> taken = waiting(tenant, limit);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    List<Batch> all = batches.computeIfAbsent(tenant, key -> new ArrayList<>());
    int number = all.size() + 1;
    taken.forEach(
        each ->
            listed.put(
                new Place(tenant, each.voucher().key()),
                new Listed(each.voucher(), each.at(), Optional.of(number))));
    Batch batch =
        new Batch(
            number, by, at, taken.stream().map(each -> each.voucher().key()).toList(), List.of());
    all.add(batch);
    return Optional.of(batch);
  }

  @Override
  public synchronized Optional<Batch> batch(Tenant tenant, int number) {
    List<Batch> all = batches.getOrDefault(tenant, List.of());
    return number >= 1 && number <= all.size()
        ? Optional.of(all.get(number - 1))
        : Optional.empty();
  }

  @Override
  public synchronized List<Batch> batches(Tenant tenant, int limit) {
    return batches.getOrDefault(tenant, List.<Batch>of()).reversed().stream().limit(limit).toList();
  }

  @Override
  public synchronized Batch taken(Tenant tenant, int number, String by, String format, Instant at) {
    Batch batch = batch(tenant, number).orElseThrow();
    List<Taking> takings = new ArrayList<>(batch.takings());
    takings.add(new Taking(by, format, at));
    Batch noted = new Batch(number, batch.by(), batch.at(), batch.keys(), takings);
    batches.get(tenant).set(number - 1, noted);
    return noted;
  }
}
