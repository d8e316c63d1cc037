package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.util.List;
import java.util.Optional;

/** The tenants and their connections; credentials are sealed at rest. */
public interface TenantRegistry {
  /** The tenant whose own app has this callback key; third-party apps have {@link SuiteStore}. */
  Optional<TenantSettings> byCallbackKey(String callbackKey);

  /** The tenant at whose address with this key documents of other systems arrive. */
  Optional<TenantSettings> byInboundKey(String inboundKey);

  /** A tenant's settings. */
  Optional<TenantSettings> find(Tenant tenant);

  /** Stores or replaces a tenant's settings; an earlier callback key stops working. */
  void put(TenantSettings settings);

  /**
   * What a third-party app was told of a company: it authorised the app, or withdrew that. A
   * company that is not known yet becomes a tenant with exactly these settings; of a known one only
   * the standing changes, and only when it is later than what was said before.
   */
  void announce(TenantSettings said);

  /** All tenants, for operators. */
  List<Tenant> all();
}
