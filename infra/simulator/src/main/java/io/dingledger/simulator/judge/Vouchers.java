package io.dingledger.simulator.judge;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every voucher as it was when a document first had it. */
final class Vouchers {
  private final Map<String, Voucher> all = new HashMap<>();

  /** Remembers a voucher, unless it is known. */
  void remember(Tenant tenant, Voucher voucher) {
    all.putIfAbsent(name(tenant, voucher.key().value()), voucher);
  }

  Optional<Voucher> find(Tenant tenant, String key) {
    return Optional.ofNullable(all.get(name(tenant, key)));
  }

  private static String name(Tenant tenant, String key) {
    return tenant.id() + " " + key;
  }
}
