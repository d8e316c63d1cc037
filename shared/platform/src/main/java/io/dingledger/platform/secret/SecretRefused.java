package io.dingledger.platform.secret;

import io.dingledger.platform.failure.PlatformException;
import io.dingledger.platform.failure.PlatformReason;

/** A sealed credential that does not open. It says which one by name; never a part of it. */
public final class SecretRefused extends PlatformException {
  private static final long serialVersionUID = 1L;

  SecretRefused(String name) {
    super(null, PlatformReason.SECRET_REFUSED, name);
  }
}
