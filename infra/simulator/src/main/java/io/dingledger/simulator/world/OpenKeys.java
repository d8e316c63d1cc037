package io.dingledger.simulator.world;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.failure.PlatformReason;
import io.dingledger.platform.secret.KeyWrap;
import io.dingledger.platform.secret.KeysUnreachable;
import java.util.Arrays;

/** Keys that are wrapped in nothing, by a service that is sometimes away. */
record OpenKeys(Troubles troubles) implements KeyWrap {
  @Override
  public DataKey dataKey(Tenant tenant) {
    reach("keys.make");
    byte[] key = new byte[KEY_BYTES];
    Arrays.fill(key, (byte) tenant.id().hashCode());
    return new DataKey(key, key.clone());
  }

  @Override
  public DataKey unwrap(Tenant tenant, byte[] wrapped) {
    reach("keys.unwrap");
    return new DataKey(wrapped.clone(), wrapped.clone());
  }

  private void reach(String where) {
    troubles.before(where);
    if (troubles.isInside() && troubles.strike(Fault.KEYS_UNREACHABLE, where)) {
      throw new KeysUnreachable(
          new IllegalStateException("simulated"), PlatformReason.KEYS_UNREACHABLE, "simulated");
    }
  }
}
