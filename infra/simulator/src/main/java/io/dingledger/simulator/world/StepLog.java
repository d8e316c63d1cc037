package io.dingledger.simulator.world;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the steps log, which in thousands of runs nobody reads and everybody waits for. */
public final class StepLog {
  /** Kept, for a logger that nobody holds forgets its level. */
  private static final Logger STEPS = Logger.getLogger("io.dingledger");

  private StepLog() {}

  /** From now on the steps log nothing in this process. */
  public static void off() {
    STEPS.setLevel(Level.OFF);
  }

  /** From now on they log as they do in production. */
  public static void on() {
    STEPS.setLevel(null);
  }
}
