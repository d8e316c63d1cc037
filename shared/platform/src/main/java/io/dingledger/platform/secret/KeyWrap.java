package io.dingledger.platform.secret;

import io.dingledger.model.tenant.Tenant;

/** Makes data keys and wraps them by a key that never leaves its place. */
public interface KeyWrap {
  /** The length of data keys: 256 bits. */
  int KEY_BYTES = 32;

  /**
   * A data key for sealing. It may be given out several times within a short while.
   *
   * @throws KeysUnreachable when none can be had
   */
  DataKey dataKey(Tenant tenant);

  /**
   * The data key that was wrapped for this tenant.
   *
   * @throws WrapRefused when it was altered, or wrapped for another tenant or by another key
   * @throws KeysUnreachable when the wrapping key can't be had
   */
  DataKey unwrap(Tenant tenant, byte[] wrapped) throws WrapRefused;

  /**
   * A data key. It never prints itself.
   *
   * @param plain the key, {@value #KEY_BYTES} bytes
   * @param wrapped the key as it may be stored
   */
  record DataKey(byte[] plain, byte[] wrapped) {
    @Override
    public String toString() {
      return "***";
    }
  }

  /** A wrapped key that does not unwrap. */
  final class WrapRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says nothing but that. */
    public WrapRefused() {
      super("the wrapped key does not unwrap");
    }
  }
}
