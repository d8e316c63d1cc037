package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.util.List;
import java.util.Optional;

/** The tenants and their connections; credentials are sealed at rest. */
public interface TenantRegistry {
  /** The tenant whose app has this callback key. */
  Optional<TenantSettings> byCallbackKey(String callbackKey);

  /** A tenant's settings. */
  Optional<TenantSettings> find(Tenant tenant);

  /** Stores or replaces a tenant's settings; an earlier callback key stops working. */
  void put(TenantSettings settings);

  /** All tenants, for operators. */
  List<Tenant> all();
}
