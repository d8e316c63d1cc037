package io.dingledger.local.torture.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How a process's clock goes wrong.
 *
 * @param by how far it jumps; backwards when negative
 * @param after how long after the process's start; at once when zero
 */
public record Slip(Duration by, Duration after) {
  /** The clock is right. */
  public static final Slip NONE = new Slip(Duration.ZERO, Duration.ZERO);

  /** Whether the clock is wrong at some time. */
  public boolean isAny() {
    return !by.isZero();
  }

  /** The clock of a process that starts now. */
  Clock clock() {
    return isAny() ? new Slipping(Clock.systemUTC(), this, System.nanoTime()) : Clock.systemUTC();
  }

  /** For a command line. */
  String text() {
    return by + "@" + after;
  }

  /** From a command line. */
  static Slip of(String text) {
    String[] sides = text.split("@", 2);
    return new Slip(Duration.parse(sides[0]), Duration.parse(sides[1]));
  }

  private static final class Slipping extends Clock {
    private final Clock right;
    private final Slip slip;
    private final long beganAt;

    Slipping(Clock right, Slip slip, long beganAt) {
      this.right = right;
      this.slip = slip;
      this.beganAt = beganAt;
    }

    @Override
    public ZoneId getZone() {
      return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Slipping(right.withZone(zone), slip, beganAt);
    }

    @Override
    public Instant instant() {
      boolean slipped = System.nanoTime() - beganAt >= slip.after().toNanos();
      return slipped ? right.instant().plus(slip.by()) : right.instant();
    }
  }
}
