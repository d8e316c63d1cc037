package io.dingledger.rules.logic;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What one value must be. Immutable. */
public sealed interface Constraint {
  /** This and another one for the same value; empty when nothing fits both. */
  Optional<Constraint> and(Constraint other);

  /**
   * A number, or a day counted from 1970.
   *
   * @param lower the lower end
   * @param upper the upper end
   * @param without numbers between that it must not be
   */
  record Range(Optional<End> lower, Optional<End> upper, Set<BigDecimal> without)
      implements Constraint {
    /** Any number. */
    public static final Range ANY = new Range(Optional.empty(), Optional.empty(), Set.of());

    public Range {
      without = Set.copyOf(without);
    }

    /** At least, or above, a number. */
    public static Range from(BigDecimal at, boolean inclusive) {
      return new Range(Optional.of(new End(plain(at), inclusive)), Optional.empty(), Set.of());
    }

    /** At most, or below, a number. */
    public static Range until(BigDecimal at, boolean inclusive) {
      return new Range(Optional.empty(), Optional.of(new End(plain(at), inclusive)), Set.of());
    }

    /** Exactly a number. */
    public static Range only(BigDecimal at) {
      Optional<End> end = Optional.of(new End(plain(at), true));
      return new Range(end, end, Set.of());
    }

    /** Any but a number. */
    public static Range but(BigDecimal at) {
      return new Range(Optional.empty(), Optional.empty(), Set.of(plain(at)));
    }

    /** As much higher. */
    public Range moved(BigDecimal more) {
      return new Range(
          lower.map(end -> new End(end.at().add(more), end.inclusive())),
          upper.map(end -> new End(end.at().add(more), end.inclusive())),
          Set.of());
    }

    private static BigDecimal plain(BigDecimal number) {
      return number.stripTrailingZeros();
    }

    @Override
    public Optional<Constraint> and(Constraint other) {
      if (!(other instanceof Range range)) {
        return Optional.empty();
      }
      Optional<End> low = stricter(lower, range.lower, 1);
      Optional<End> high = stricter(upper, range.upper, -1);
      Set<BigDecimal> both = new HashSet<>(without);
      both.addAll(range.without);
      return isEmpty(low, high, both) ? Optional.empty() : Optional.of(new Range(low, high, both));
    }

    /** Of two lower ends the higher, of two upper ends the lower. */
    private static Optional<End> stricter(Optional<End> one, Optional<End> two, int direction) {
      if (one.isEmpty() || two.isEmpty()) {
        return one.or(() -> two);
      }
      int order = one.get().at().compareTo(two.get().at()) * direction;
      if (order == 0) {
        return one.get().inclusive() ? two : one;
      }
      return order > 0 ? one : two;
    }

    private static boolean isEmpty(Optional<End> low, Optional<End> high, Set<BigDecimal> without) {
      if (low.isEmpty() || high.isEmpty()) {
        return false;
      }
      int order = low.get().at().compareTo(high.get().at());
      boolean ends = low.get().inclusive() && high.get().inclusive();
      return order > 0 || order == 0 && (!ends || without.contains(low.get().at()));
    }
  }

  /** An end of a range, and whether it belongs to it. */
  record End(BigDecimal at, boolean inclusive) {}

  /**
   * A text.
   *
   * @param of those that it can be; empty when it can be any
   * @param without those that it must not be
   */
  record Words(Optional<Set<String>> of, Set<String> without) implements Constraint {
    public Words {
      of = of.map(Set::copyOf);
      without = Set.copyOf(without);
    }

    /** One of these. */
    public static Words among(Set<String> words) {
      return new Words(Optional.of(words), Set.of());
    }

    /** Any but these. */
    public static Words but(Set<String> words) {
      return new Words(Optional.empty(), words);
    }

    @Override
    public Optional<Constraint> and(Constraint other) {
      if (!(other instanceof Words words)) {
        return Optional.empty();
      }
      Set<String> none = new HashSet<>(without);
      none.addAll(words.without);
      if (of.isEmpty() && words.of.isEmpty()) {
        return Optional.of(new Words(Optional.empty(), none));
      }
      Set<String> left = new HashSet<>(of.or(() -> words.of).get());
      words.of.ifPresent(left::retainAll);
      left.removeAll(none);
      return left.isEmpty() ? Optional.empty() : Optional.of(among(left));
    }
  }

  /** True or false. */
  record Truth(boolean holds) implements Constraint {
    @Override
    public Optional<Constraint> and(Constraint other) {
      return equals(other) ? Optional.of(this) : Optional.empty();
    }
  }
}
