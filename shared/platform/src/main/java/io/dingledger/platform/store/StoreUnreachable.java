package io.dingledger.platform.store;

import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.failure.PlatformReason;

/** The table gave no answer; a write may or may not have had its effect. Read, then decide. */
public final class StoreUnreachable extends PlatformException {
  private static final long serialVersionUID = 1L;

  /** The cause and what was asked of the table. */
  public StoreUnreachable(Throwable cause, String what) {
    super(cause, PlatformReason.STORE_UNREACHABLE, what);
  }
}
