package io.dingledger.simulator.judge;

import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.Write;
import io.dingledger.simulator.world.Referee;
import io.dingledger.simulator.world.Scene;
import io.dingledger.simulator.world.SimulatedLedger;
import io.dingledger.simulator.world.Violation;
import java.util.List;

/** Placeholder while the seam is built. */
public final class Judge implements Referee {
  @Override
  public void booked(Scene scene, TenantSettings company, SimulatedLedger.Booked booked) {}

  @Override
  public void wrote(Scene scene, List<Write> writes) {}

  @Override
  public void rested(Scene scene) {}

  @Override
  public List<Violation> violations() {
    return List.of();
  }
}
