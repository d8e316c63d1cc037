package io.dingledger.simulator.judge;

import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Scene;

/** Whether the clocks of this run can be held against each other. */
final class Clocks {
  private static final String ONE_MACHINES = "ONE_CLOCK";

  private Clocks() {}

  /** Whether some machine's clock jumped by itself: what it put off may come a day later. */
  static boolean jumpedAlone(Scene scene) {
    return scene.struck().stream()
        .anyMatch(struck -> struck.what().equals(Fault.ONE_CLOCK_JUMPS.name()));
  }

  /** Whether some machine's clock has differed from the others'. */
  static boolean differ(Scene scene) {
    return scene.struck().stream().anyMatch(struck -> struck.what().startsWith(ONE_MACHINES));
  }
}
