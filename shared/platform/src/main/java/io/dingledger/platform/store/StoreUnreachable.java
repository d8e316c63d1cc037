package io.dingledger.platform.store;

import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.failure.PlatformReason;

/** The table gave no answer; a write may or may not have had its effect. Read, then decide. */
public class StoreUnreachable extends PlatformException {
  private static final long serialVersionUID = 1L;

  /** The same fault by another name. */
  protected StoreUnreachable(Throwable cause, PlatformReason code, Object... arguments) {
    super(cause, code, arguments);
  }

  /** The cause and what was asked of the table. */
  public StoreUnreachable(Throwable cause, String what) {
    super(cause, PlatformReason.STORE_UNREACHABLE, what);
  }
}
