package io.dingledger.simulator.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to, never backwards by itself. */
public final class SimulatedClock extends Clock {
  private Instant now;
  private Duration jumped = Duration.ZERO;

  /** A clock that stands at this time. */
  public SimulatedClock(Instant start) {
    this.now = start;
  }

  /** Moves on to a time, unless it has passed already. */
  public void advanceTo(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }

  /** Jumps, forwards only: as a machine's clock that is set right does. */
  public void jump(Duration by) {
    now = now.plus(by);
    jumped = jumped.plus(by);
  }

  /**
   * The time as it would be if it had never jumped: what really passed is the difference of two.
   */
  public Instant steady() {
    return now.minus(jumped);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException always: nobody here asks a clock for wall time
   */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("steps take their zones from their tenants");
  }
}
