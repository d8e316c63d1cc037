package io.dingledger.simulator.load;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.secret.KeyWrap;

/** Keys that are wrapped in nothing: there is nothing here to keep secret. */
enum OpenKeys implements KeyWrap {
  INSTANCE;

  @Override
  public DataKey dataKey(Tenant tenant) {
    return new DataKey(new byte[KEY_BYTES], new byte[KEY_BYTES]);
  }

  @Override
  public DataKey unwrap(Tenant tenant, byte[] wrapped) {
    return new DataKey(wrapped.clone(), wrapped.clone());
  }
}
