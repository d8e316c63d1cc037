package io.dingledger.simulator.world;

import io.dingledger.intake.Intake;
import io.dingledger.platform.Platform;
import io.dingledger.simulator.kernel.LocalClock;

/**
 * Where pushes arrive: intake in its one container.
 *
 * @param intake the step
 * @param clock the container's clock
 */
record Door(Intake intake, LocalClock clock) {
  private static final String STEP = "intake";

  /** Opens it in a world. */
  static Door open(World world) {
    LocalClock own = world.localClock(STEP);
    Platform mine = world.newPlatform(own);
    return new Door(
        new Intake(
            mine.tenants(),
            mine.suites(),
            world.events(),
            mine.quarantine(),
            world.chance.generator(STEP),
            own),
        own);
  }
}
