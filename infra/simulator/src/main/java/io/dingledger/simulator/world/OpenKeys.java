package io.dingledger.simulator.world;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.failure.PlatformReason;
import io.dingledger.platform.secret.KeyWrap;
import io.dingledger.platform.secret.KeysUnreachable;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keys that are wrapped in nothing, by a service that is sometimes away.
 *
 * @param generation each one makes other keys; those made before still open what they sealed
 */
record OpenKeys(Troubles troubles, AtomicInteger generation) implements KeyWrap {
  @Override
  public DataKey dataKey(Tenant tenant) {
    reach("keys.make data key");
    byte[] key = new byte[KEY_BYTES];
    Arrays.fill(key, (byte) (tenant.id().hashCode() + generation.get()));
    return new DataKey(key, key.clone());
  }

  @Override
  public DataKey unwrap(Tenant tenant, byte[] wrapped) {
    reach("keys.unwrap data key");
    return new DataKey(wrapped.clone(), wrapped.clone());
  }

  private void reach(String where) {
    troubles.before(Call.KEY, where);
    if (troubles.isInside() && troubles.strike(Fault.KEYS_UNREACHABLE, where)) {
      throw new KeysUnreachable(
          new IllegalStateException("simulated"), PlatformReason.KEYS_UNREACHABLE, "simulated");
    }
  }
}
