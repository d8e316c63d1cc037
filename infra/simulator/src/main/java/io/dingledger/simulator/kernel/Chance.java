package io.dingledger.simulator.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The only source of chance in a run. Each draw is a hash of the seed, of what the draw is for and
 * of how often that was drawn before: draws for one thing don't move those for another. Everything
 * that goes wrong has a number of its own that does not change when something else is left out, so
 * that a run can be repeated without some of it: that is how a failing run is made smaller.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long FNV_PRIME = 0x100000001B3L;

  /** Where doubles end: a long's upper 53 bits are one of so many equal steps. */
  private static final double STEP = 0x1.0p-53;

  private final long seed;
  private final Set<Integer> suppressed;
  private final Map<String, Stream> streams = new HashMap<>();
  private final Map<String, Map<String, Stream>> questions = new HashMap<>();
  private final List<Struck> struck = new ArrayList<>();

  /**
   * Something that went wrong.
   *
   * @param number its name: the same in every run of the seed, whatever else was left out
   * @param what what went wrong
   * @param where at which call
   */
  public record Struck(int number, String what, String where) {}

  /** The draws for one thing. */
  private static final class Stream {
    private final long begin;
    private long drawn;

    Stream(long begin) {
      this.begin = begin;
    }

    long next() {
      return mixed(begin + GOLDEN * ++drawn);
    }
  }

  /**
   * Chance by a seed.
   *
   * @param suppressed the numbers of questions that are answered with no whatever was drawn
   */
  public Chance(long seed, Set<Integer> suppressed) {
    this.seed = mixed(seed + GOLDEN);
    this.suppressed = Set.copyOf(suppressed);
  }

  /** Whether this goes wrong now. */
  public boolean strikes(String what, String where, double often) {
    Stream stream =
        questions
            .computeIfAbsent(what, key -> new HashMap<>())
            .computeIfAbsent(where, key -> new Stream(begin(what, key)));
    long drawn = stream.next();
    if ((drawn >>> 11) * STEP >= often) {
      return false;
    }
    int number = (int) (mixed(drawn) >>> 33);
    if (suppressed.contains(number)) {
      return false;
    }
    struck.add(new Struck(number, what, where));
    return true;
  }

  /** Everything that went wrong so far, as it grows. */
  public List<Struck> struck() {
    return Collections.unmodifiableList(struck);
  }

  /** What went wrong last; something has. */
  public Struck latest() {
    return struck.getLast();
  }

  /** A number below a bound. */
  public int below(String label, int bound) {
    return (int) Long.remainderUnsigned(next(label), bound);
  }

  /** A span up to the longest, in whole milliseconds. */
  public Duration upTo(String label, Duration longest) {
    return Duration.ofMillis(Long.remainderUnsigned(next(label), longest.toMillis() + 1));
  }

  /** One of several. */
  public <T> T oneOf(String label, List<T> several) {
    return several.get(below(label, several.size()));
  }

  /** A generator for steps that draw by themselves. */
  public RandomGenerator generator(String label) {
    return () -> next(label);
  }

  private long next(String label) {
    return streams.computeIfAbsent(label, key -> new Stream(begin("", key))).next();
  }

  /** FNV-1a over both parts, which hold no line breaks, then mixed. */
  private long begin(String what, String where) {
    long hash = seed;
    for (int at = 0; at < what.length(); at++) {
      hash = (hash ^ what.charAt(at)) * FNV_PRIME;
    }
    hash = (hash ^ '\n') * FNV_PRIME;
    for (int at = 0; at < where.length(); at++) {
      hash = (hash ^ where.charAt(at)) * FNV_PRIME;
    }
    return mixed(hash);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
