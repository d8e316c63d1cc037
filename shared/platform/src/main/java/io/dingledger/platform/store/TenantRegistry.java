package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
   * the standing changes, and only when it is later than what was said before; an operator's stop
   * stays. One that was deleted comes back stopped.
   */
  void announce(TenantSettings said);

  /**
   * Changes the settings of a tenant, whatever others change meanwhile.
   *
   * @param change of the settings as they are makes what shall be; it may be called several times
   * @return the settings as they were put; empty when there is no such tenant
   */
  Optional<TenantSettings> change(Tenant tenant, UnaryOperator<TenantSettings> change);

  /** What is remembered of a tenant here is read anew: it was deleted. */
  void forget(Tenant tenant);

  /** All tenants, for operators. */
  List<Tenant> all();
}
