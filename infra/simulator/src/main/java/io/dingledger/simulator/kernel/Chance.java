package io.dingledger.simulator.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The only source of chance in a run. Everything that goes wrong is drawn here and numbered, so
 * that a run can be repeated without some of it: that is how a failing run is made smaller.
 */
public final class Chance {
  private static final String ALGORITHM = "L64X128MixRandom";

  private final RandomGenerator random;
  private final Set<Integer> suppressed;
  private final List<Struck> struck = new ArrayList<>();
  private int asked;

  /**
   * Something that went wrong.
   *
   * @param number its place among all questions, from 0
   * @param what what went wrong
   * @param where at which call
   */
  public record Struck(int number, String what, String where) {}

  /**
   * Chance by a seed.
   *
   * @param suppressed the numbers of questions that are answered with no whatever was drawn
   */
  public Chance(long seed, Set<Integer> suppressed) {
    this.random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
    this.suppressed = Set.copyOf(suppressed);
  }

  /** Whether this goes wrong now. */
  public boolean strikes(String what, String where, double often) {
    int number = asked++;
    boolean drawn = random.nextDouble() < often;
    if (!drawn || suppressed.contains(number)) {
      return false;
    }
    struck.add(new Struck(number, what, where));
    return true;
  }

  /** Everything that went wrong so far. */
  public List<Struck> struck() {
    return List.copyOf(struck);
  }

  /** A number below a bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** A span up to the longest. */
  public Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }

  /** One of several. */
  public <T> T oneOf(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  /** A generator for steps that draw by themselves, so that they do not move this one. */
  public RandomGenerator split(long salt) {
    return RandomGeneratorFactory.of(ALGORITHM).create(random.nextLong() ^ salt);
  }
}
