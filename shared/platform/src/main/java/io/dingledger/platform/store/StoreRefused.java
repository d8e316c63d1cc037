package io.dingledger.platform.store;

import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.failure.PlatformReason;

/** The store will not do this, however often it is asked. Nothing was written. */
public final class StoreRefused extends PlatformException {
  private static final long serialVersionUID = 1L;

  StoreRefused(PlatformReason code, Object... arguments) {
    super(null, code, arguments);
  }

  StoreRefused(Throwable cause, PlatformReason code, Object... arguments) {
    super(cause, code, arguments);
  }
}
