package io.dingledger.platform.secret;

import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.failure.PlatformReason;

/** The key that wraps all others can't be had: the key service or the key file is at fault. */
public final class KeysUnreachable extends PlatformException {
  private static final long serialVersionUID = 1L;

  /** The cause, and which of our codes says it. */
  public KeysUnreachable(Throwable cause, PlatformReason code, Object... arguments) {
    super(cause, code, arguments);
  }
}
