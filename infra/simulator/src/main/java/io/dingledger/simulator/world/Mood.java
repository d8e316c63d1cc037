package io.dingledger.simulator.world;

import io.dingledger.simulator.kernel.Chance;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How often what goes wrong in one run. Runs differ: in some little goes wrong, in some much, and
 * in each some kinds not at all and a few kinds very often at some calls. So rare calls meet rare
 * faults too, and one trouble does not always hide behind another.
 */
final class Mood {
  private static final double MOST = 0.35;

  /** In one of so many runs the ledger does its worst. */
  private static final int SELDOM_TREACHEROUS = 5;

  /** Of the kinds that strike more often in a run, so many times more. */
  private static final double OFTENER = 40;

  private final long seed;
  private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
  private final Map<Fault, Map<String, Double>> known = new EnumMap<>(Fault.class);

  private final boolean treacherous;

  private enum Temper {
    CALM(0.3),
    USUAL(1),
    WILD(3);

    private final double factor;

    Temper(double factor) {
      this.factor = factor;
    }
  }

  Mood(long seed, Chance chance) {
    this.seed = seed;
    this.treacherous = chance.below("treacherous", SELDOM_TREACHEROUS) == 0;
    Temper temper = Temper.values()[chance.below("temper", Temper.values().length)];
    boolean everything = chance.below("everything", 4) == 0;
    for (Fault fault : Fault.values()) {
      boolean left =
          !everything && !fault.isOfTheWorld() && chance.below("without " + fault, 3) == 0;
      boolean focus = chance.below("focus " + fault, 12) == 0;
      double usual = fault.isOfThePlan() ? fault.often() : fault.often() * temper.factor;
      rates.put(fault, left ? 0 : focus ? -usual : usual);
    }
  }

  /** How often a fault strikes at a point in this run. */
  double often(Fault fault, String point) {
    if (treacherous && isAtItsWorst(fault, point) > 0) {
      return isAtItsWorst(fault, point);
    }
    double rate = rates.get(fault);
    if (rate >= 0) {
      return rate;
    }
    return known
        .computeIfAbsent(fault, key -> new HashMap<>())
        .computeIfAbsent(point, key -> isInFocus(key) ? focused(-rate) : -rate);
  }

  /**
   * Whether requests that are booked late are booked as late as can be: what takes the settling
   * time lightly is seen only then.
   */
  boolean isTreacherous() {
    return treacherous;
  }

  /** Requests without an answer, senders that die, and clocks that mislead whoever comes next. */
  private static double isAtItsWorst(Fault fault, String point) {
    boolean isRequest = point.contains("ledger.send");
    return switch (fault) {
      case LEDGER_COMMITS_THEN_TIMES_OUT -> isRequest ? MOST : 0;
      case DEATH_WHILE -> isRequest ? MOST / 3 : 0;
      case LEDGER_SHOWS_LATE -> isRequest ? MOST / 2 : 0;
      case STUCK_CALL -> isRequest ? MOST / 5 : 0;
      case ONE_CLOCK_JUMPS -> point.startsWith("post") ? MOST / 25 : 0;
      case MESSAGE_REPEATED -> point.contains("VouchersQueue") ? MOST / 5 : 0;
      case DOCUMENT_WITHDRAWN, DOCUMENT_MODIFIED -> MOST;
      default -> 0;
    };
  }

  private static double focused(double rate) {
    return Math.min(MOST, rate * OFTENER);
  }

  /** One of six points, others in each run. */
  private boolean isInFocus(String point) {
    return Math.floorMod(
            Long.rotateLeft(seed * 31 + point.hashCode(), 17) * 0x9E3779B97F4A7C15L >>> 7, 6L)
        == 0;
  }
}
