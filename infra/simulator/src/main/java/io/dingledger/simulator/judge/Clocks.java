package io.dingledger.simulator.judge;

import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Scene;

/** Whether the clocks of this run can be held against each other. */
final class Clocks {
  private Clocks() {}

  /** Whether some worker's clock jumped by itself: what it put off may come a day later. */
  static boolean jumpedAlone(Scene scene) {
    return scene.struck().stream()
        .anyMatch(struck -> struck.what().equals(Fault.ONE_CLOCK_JUMPS.name()));
  }

  /** Whether some worker's clock has differed from the others'. */
  static boolean differ(Scene scene) {
    return scene.struck().stream()
        .anyMatch(
            struck ->
                struck.what().contains("CLOCK") && !struck.what().equals(Fault.CLOCK_JUMPS.name()));
  }
}
