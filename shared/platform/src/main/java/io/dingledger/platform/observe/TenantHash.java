package io.dingledger.platform.observe;

import io.dingledger.model.tenant.Tenant;

/** How logs and traces call a tenant. */
public final class TenantHash {
  private TenantHash() {}

  /**
   * Twelve hexadecimal digits of the SHA-256 of the tenant's id in UTF-8, the same everywhere: what
   * {@code printf %s ID | sha256sum | cut -c1-12} prints.
   */
  public static String of(Tenant tenant) {
    return LogNames.of(tenant);
  }
}
