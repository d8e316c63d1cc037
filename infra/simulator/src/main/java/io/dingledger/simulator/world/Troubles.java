package io.dingledger.simulator.world;

import io.dingledger.simulator.kernel.Chance;
import io.dingledger.simulator.kernel.Fibers;
import io.dingledger.simulator.kernel.SimulatedClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where calls to ports go through: others may run, the caller may die, and what can go wrong at a
 * call is drawn. Outside a worker nothing goes wrong: that is the simulator's own hand.
 */
public final class Troubles {
  private static final Duration LONGEST_SLOW_CALL = Duration.ofSeconds(20);
  private static final Duration LONGEST_STUCK_CALL = Duration.ofMinutes(8);
  private static final Duration LONGEST_CALL = Duration.ofMillis(80);

  private final Chance chance;
  private final Fibers fibers;
  private final SimulatedClock clock;
  private final Coverage coverage;
  private Set<Fault> active;

  /** Troubles of a run, of these kinds only. */
  public Troubles(
      Chance chance, Fibers fibers, SimulatedClock clock, Coverage coverage, Set<Fault> active) {
    this.chance = chance;
    this.fibers = fibers;
    this.clock = clock;
    this.coverage = coverage;
    this.active = active.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(active);
  }

  /** From now on nothing goes wrong, so that everything can come to its end. */
  public void cease() {
    active = EnumSet.noneOf(Fault.class);
  }

  /** Whether this goes wrong at this call. */
  public boolean strike(Fault fault, String where) {
    boolean strikes = active.contains(fault) && chance.strikes(fault.name(), where, fault.often());
    if (strikes) {
      coverage.struck(fault, where);
    }
    return strikes;
  }

  /** Before a call has its effect. */
  public void before(String where) {
    if (!fibers.isInside()) {
      return;
    }
    fibers.point(where, pause(where));
    if (strike(Fault.DEATH_BEFORE, where)) {
      fibers.die(where + " before");
    }
  }

  /** After a call had its effect, and before its caller knows. */
  public void after(String where) {
    if (!fibers.isInside()) {
      return;
    }
    if (strike(Fault.DEATH_AFTER, where)) {
      fibers.die(where + " after");
    }
    fibers.point(where, Duration.ZERO);
  }

  /** Whether a worker calls, rather than the simulator's own hand. */
  public boolean isInside() {
    return fibers.isInside();
  }

  /** A call that takes this long, whatever else happens meanwhile. */
  public void wait(String where, Duration span) {
    if (fibers.isInside()) {
      fibers.point(where + " waiting", span);
    }
  }

  private Duration pause(String where) {
    if (strike(Fault.STUCK_CALL, where)) {
      return chance.upTo(LONGEST_STUCK_CALL);
    }
    return chance.upTo(strike(Fault.SLOW_CALL, where) ? LONGEST_SLOW_CALL : LONGEST_CALL);
  }

  /** A span up to the longest. */
  public Duration upTo(Duration longest) {
    return chance.upTo(longest);
  }

  /** The clock of the run. */
  public SimulatedClock clock() {
    return clock;
  }
}
