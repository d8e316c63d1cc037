package io.dingledger.translate;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.TenantRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tenants that can be looked up and nothing else, which is all that translate may do. */
record SettingsOnly(Map<Tenant, TenantSettings> settings) implements TenantRegistry {
  @Override
  public Optional<TenantSettings> byInboundKey(String inboundKey) {
    return Optional.empty();
  }

  @Override
  public Optional<TenantSettings> byCallbackKey(String callbackKey) {
    throw new UnsupportedOperationException("translate knows tenants by name");
  }

  @Override
  public Optional<TenantSettings> find(Tenant tenant) {
    return Optional.ofNullable(settings.get(tenant));
  }

  @Override
  public void put(TenantSettings replaced) {
    throw new UnsupportedOperationException("translate changes no tenants");
  }

  @Override
  public void announce(TenantSettings said) {
    throw new UnsupportedOperationException("translate changes no tenants");
  }

  @Override
  public Optional<TenantSettings> change(Tenant tenant, UnaryOperator<TenantSettings> change) {
    throw new UnsupportedOperationException("translate changes no tenants");
  }

  @Override
  public void forget(Tenant tenant) {
    throw new UnsupportedOperationException("translate changes no tenants");
  }

  @Override
  public List<Tenant> all() {
    throw new UnsupportedOperationException("translate lists no tenants");
  }
}
