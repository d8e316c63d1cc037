package io.dingledger.rules.reading;

import io.dingledger.rules.book.DecisionTable.End;
import io.dingledger.rules.book.DecisionTable.Test;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a condition lets through, as a set that can be cut. */
sealed interface Reach {
  /** Whether nothing can pass. */
  boolean isEmpty();

  /** Whether something passes both, without making what that is: it is asked very often. */
  boolean meets(Reach other);

  /** What both let through; both are of one input, or everything. */
  Reach and(Reach other);

  /** What this lets through and another does not, in parts that do not overlap. */
  List<Reach> without(Reach other);

  /** Anything at all. */
  record Everything() implements Reach {
    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public boolean meets(Reach other) {
      return !other.isEmpty();
    }

    @Override
    public Reach and(Reach other) {
      return other;
    }

    @Override
    public List<Reach> without(Reach other) {
      return switch (other) {
        case Everything everything -> List.of();
        case Words words -> new Words(true, Set.of()).without(words);
        case Truths truths -> new Truths(Set.of(true, false)).without(truths);
        case Span span -> new Span(Optional.empty(), Optional.empty(), span.days()).without(span);
      };
    }
  }

  /**
   * Some texts.
   *
   * @param except whether it is all texts but these
   */
  record Words(boolean except, Set<String> texts) implements Reach {
    @Override
    public boolean isEmpty() {
      return !except && texts.isEmpty();
    }

    @Override
    public boolean meets(Reach other) {
      if (!(other instanceof Words words)) {
        return !isEmpty();
      }
      if (except || words.except) {
        return except && words.except
            || !(except ? texts.containsAll(words.texts) : words.texts.containsAll(texts));
      }
      return !Collections.disjoint(texts, words.texts);
    }

    @Override
    public Reach and(Reach other) {
      if (!(other instanceof Words(boolean otherExcept, Set<String> others))) {
        return this;
      }
      Set<String> both = new HashSet<>(except && !otherExcept ? others : texts);
      if (except && otherExcept) {
        both.addAll(others);
      } else if (except) {
        both.removeAll(texts);
      } else if (otherExcept) {
        both.removeAll(others);
      } else {
        both.retainAll(others);
      }
      return new Words(except && otherExcept, both);
    }

    @Override
    public List<Reach> without(Reach other) {
      Reach rest =
          other instanceof Words(boolean otherExcept, Set<String> others)
              ? and(new Words(!otherExcept, others))
              : new Words(false, Set.of());
      return rest.isEmpty() ? List.of() : List.of(rest);
    }
  }

  /** True, false or both. */
  record Truths(Set<Boolean> values) implements Reach {
    @Override
    public boolean isEmpty() {
      return values.isEmpty();
    }

    @Override
    public boolean meets(Reach other) {
      return other instanceof Truths(Set<Boolean> others)
          ? !Collections.disjoint(values, others)
          : !isEmpty();
    }

    @Override
    public Reach and(Reach other) {
      if (!(other instanceof Truths(Set<Boolean> others))) {
        return this;
      }
      Set<Boolean> both = new HashSet<>(values);
      both.retainAll(others);
      return new Truths(both);
    }

    @Override
    public List<Reach> without(Reach other) {
      Set<Boolean> rest = new HashSet<>(values);
      if (other instanceof Truths(Set<Boolean> others)) {
        rest.removeAll(others);
      } else {
        rest.clear();
      }
      return rest.isEmpty() ? List.of() : List.of(new Truths(rest));
    }
  }

  /** An end of a span; a day is its number since 1970, and always belongs to the span. */
  record Limit(BigDecimal at, boolean inclusive) {}

  /** All numbers, or all days, between two ends; an empty end is open. */
  record Span(Optional<Limit> lower, Optional<Limit> upper, boolean days) implements Reach {
    @Override
    public boolean isEmpty() {
      return isCrossed(lower, upper);
    }

    private static boolean isCrossed(Optional<Limit> lower, Optional<Limit> upper) {
      if (lower.isEmpty() || upper.isEmpty()) {
        return false;
      }
      int order = lower.get().at().compareTo(upper.get().at());
      return order > 0 || order == 0 && !(lower.get().inclusive() && upper.get().inclusive());
    }

    /** Both are not empty, so that only the ends of different spans can cross. */
    @Override
    public boolean meets(Reach other) {
      return !(other instanceof Span span)
          || !isCrossed(lower, span.upper) && !isCrossed(span.lower, upper);
    }

    @Override
    public Reach and(Reach other) {
      return other instanceof Span span
          ? new Span(inner(lower, span.lower(), 1), inner(upper, span.upper(), -1), days)
          : this;
    }

    /** The end that lets less through; the direction is 1 for lower ends. */
    private static Optional<Limit> inner(
        Optional<Limit> one, Optional<Limit> other, int direction) {
      if (one.isEmpty() || other.isEmpty()) {
        return one.or(() -> other);
      }
      int order = one.get().at().compareTo(other.get().at()) * direction;
      return order > 0 || order == 0 && !one.get().inclusive() ? one : other;
    }

    @Override
    public List<Reach> without(Reach other) {
      List<Reach> rest = new ArrayList<>();
      if (other instanceof Span span) {
        span.lower()
            .ifPresent(end -> rest.add(and(new Span(Optional.empty(), beyond(end, -1), days))));
        span.upper()
            .ifPresent(end -> rest.add(and(new Span(beyond(end, 1), Optional.empty(), days))));
      }
      rest.removeIf(Reach::isEmpty);
      return rest;
    }

    /** The nearest end on the other side: between two days there is nothing. */
    private Optional<Limit> beyond(Limit end, int direction) {
      return Optional.of(
          days
              ? new Limit(end.at().add(BigDecimal.valueOf(direction)), true)
              : new Limit(end.at(), !end.inclusive()));
    }
  }

  /** What an optional condition lets through. */
  static Reach of(Optional<Test> test) {
    return test.map(Reach::of).orElseGet(Everything::new);
  }

  /** What a condition lets through. */
  static Reach of(Test test) {
    return switch (test) {
      case Test.OneOf(List<Value> values) -> of(values);
      case Test.Between(Optional<End> lower, Optional<End> upper) ->
          new Span(
              lower.map(end -> limit(end, 1)),
              upper.map(end -> limit(end, -1)),
              lower.or(() -> upper).orElseThrow().at() instanceof Value.Day);
    };
  }

  private static Reach of(List<Value> values) {
    return switch (values.getFirst()) {
      case Value.Text text ->
          new Words(false, values.stream().map(Value::plain).collect(Collectors.toSet()));
      case Value.Truth(boolean holds) -> new Truths(Set.of(holds));
      case Value.Elapsed duration -> throw new IllegalArgumentException("no test: " + duration);
      case Value.Decimal number -> exactly(number);
      case Value.Day day -> exactly(day);
    };
  }

  private static Reach exactly(Value value) {
    Optional<Limit> at = Optional.of(limit(new End(value, true), 1));
    return new Span(at, at, value instanceof Value.Day);
  }

  /** Of days, an end that does not belong to the span is the next day that does. */
  private static Limit limit(End end, int direction) {
    return switch (end.at()) {
      case Value.Decimal(BigDecimal number) -> new Limit(number, end.inclusive());
      case Value.Day(LocalDate day) ->
          new Limit(BigDecimal.valueOf(day.toEpochDay() + (end.inclusive() ? 0 : direction)), true);
      case Value.Elapsed duration -> throw new IllegalArgumentException("no end: " + duration);
      case Value.Text text -> throw new IllegalArgumentException("no end: " + text);
      case Value.Truth truth -> throw new IllegalArgumentException("no end: " + truth);
    };
  }
}
