package io.dingledger.simulator.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One machine's own clock: the world's, off by some span. Only who runs there sees it. */
public final class LocalClock extends Clock {
  private final SimulatedClock world;
  private Duration off;

  /**
   * A clock of its own.
   *
   * @param off how far it is ahead of the world's; behind when negative
   */
  public LocalClock(SimulatedClock world, Duration off) {
    this.world = world;
    this.off = off;
  }

  /** From now on it is so far ahead of the world's, or behind it. */
  public void set(Duration off) {
    this.off = off;
  }

  /** How far it is ahead of the world's. */
  public Duration off() {
    return off;
  }

  @Override
  public Instant instant() {
    return off.isZero() ? world.instant() : world.instant().plus(off);
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
