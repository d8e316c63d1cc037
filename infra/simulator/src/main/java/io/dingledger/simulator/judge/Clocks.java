package io.dingledger.simulator.judge;

import io.dingledger.simulator.world.Fault;
import io.dingledger.simulator.world.Scene;
import java.time.Duration;

/** Whether the clocks of this run can be held against each other. */
final class Clocks {
  /** Two machines whose clocks are off, each in its own way. */
  private static final Duration MOST_APART = Duration.ofSeconds(20);

  private static final Duration LONGEST_JUMP = Duration.ofDays(1);

  private Clocks() {}

  /** Whether some machine's clock jumped by itself: what it put off may come a day later. */
  static boolean jumpedAlone(Scene scene) {
    return scene.struck().stream()
        .anyMatch(struck -> struck.what().equals(Fault.ONE_CLOCK_JUMPS.name()));
  }

  /** How far the clocks of two machines can be apart by now. */
  static Duration apart(Scene scene) {
    long jumps =
        scene.struck().stream()
            .filter(struck -> struck.what().equals(Fault.ONE_CLOCK_JUMPS.name()))
            .count();
    if (jumps > 0) {
      return LONGEST_JUMP.multipliedBy(jumps + 1);
    }
    return scene.struck().stream()
            .anyMatch(struck -> struck.what().equals(Fault.ONE_CLOCK_OFF.name()))
        ? MOST_APART
        : Duration.ZERO;
  }
}
