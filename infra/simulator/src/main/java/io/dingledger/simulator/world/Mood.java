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

  /** Of the kinds that strike more often in a run, so many times more. */
  private static final double OFTENER = 40;

  private final long seed;
  private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
  private final Map<Fault, Map<String, Double>> known = new EnumMap<>(Fault.class);

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
    double rate = rates.get(fault);
    if (rate >= 0) {
      return rate;
    }
    return known
        .computeIfAbsent(fault, key -> new HashMap<>())
        .computeIfAbsent(point, key -> isInFocus(key) ? focused(-rate) : -rate);
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
