package io.dingledger.platform.store;

import io.dingledger.model.tenant.Tenant;
import java.time.Instant;

/** Where lies what only operators write, escaped as all {@link Keys} are. */
final class OperatorKeys {
  /** The partition that lists the tenants that were deleted; it outlives them. */
  static final String GONE = "GONE";

  private OperatorKeys() {}

  /** The partition of a tenant's settings; all its others begin with this one and {@code #}. */
  static String own(Tenant tenant) {
    return Keys.settings(tenant).partition();
  }

  /** That a tenant was deleted. */
  static Key gone(Tenant tenant) {
    return new Key(GONE, Keys.escaped(tenant.id()));
  }

  /**
   * What an operator did with a tenant, in the order of time.
   *
   * @param entry what tells it from others of the same moment
   */
  static Key diary(Tenant tenant, Instant at, String entry) {
    return new Key(diaries(tenant), Keys.position(at, new Key(Digests.sha256(entry), "entry")));
  }

  static String diaries(Tenant tenant) {
    return own(tenant) + "#A";
  }
}
