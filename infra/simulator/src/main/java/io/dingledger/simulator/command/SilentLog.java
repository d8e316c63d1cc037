package io.dingledger.simulator.command;

import java.util.logging.LogManager;

/** Keeps the steps quiet: what they log about simulated trouble is no news. */
public final class SilentLog {
  /** Named as a configuration class of {@code java.util.logging}, it leaves no handler. */
  public SilentLog() {
    LogManager.getLogManager().reset();
  }
}
