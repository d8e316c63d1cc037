package io.dingledger.simulator.load;

import io.dingledger.simulator.kernel.Fibers;
import io.dingledger.simulator.kernel.SimulatedClock;
import java.time.Duration;

/**
 * Lets virtual time pass where a call would take time. The figures are round and rather slow ones:
 * single-digit milliseconds for the table, some more for queues, a third of a second for DingTalk.
 *
 * @param clock the time of the run
 * @param fibers the workers
 */
record Calls(SimulatedClock clock, Fibers fibers) {
  static final Duration TABLE = Duration.ofMillis(5);
  static final Duration QUEUE = Duration.ofMillis(10);
  static final Duration DINGTALK = Duration.ofMillis(300);
  static final Duration ASK = Duration.ofMillis(200);

  /** A call that takes this long; outside a worker none. */
  void takes(String where, Duration span) {
    if (fibers.isInside()) {
      fibers.point(where, span);
    }
  }
}
