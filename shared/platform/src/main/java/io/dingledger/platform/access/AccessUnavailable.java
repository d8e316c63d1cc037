package io.dingledger.platform.access;

import io.dingledger.platform.failure.PlatformReason;
import io.dingledger.platform.store.StoreUnreachable;

/**
 * The permissions for one tenant can't be had at the moment, so nothing was asked of table or keys.
 * A passing fault like that of the table itself.
 */
public final class AccessUnavailable extends StoreUnreachable {
  private static final long serialVersionUID = 1L;

  /** The cause and what STS answered. */
  public AccessUnavailable(Throwable cause, String what) {
    super(cause, PlatformReason.ACCESS_UNAVAILABLE, what);
  }
}
