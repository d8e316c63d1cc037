package io.dingledger.rules.expression;

import java.time.Duration;
import java.time.LocalDate;

/** Sums and differences of dates and durations. */
final class Times {
  private static final long SECONDS_A_DAY = 86_400;

  private Times() {}

  private static LocalDate date(Value value) {
    return ((Value.Day) value).date();
  }

  private static Duration duration(Value value) {
    return ((Value.Elapsed) value).duration();
  }

  /** What lies between two dates; a day has 24 hours. */
  static final class Between extends Node {
    private final Node until;
    private final Node from;

    Between(Node until, Node from) {
      this.until = until;
      this.from = from;
    }

    @Override
    Value value(Run run) {
      long last = date(until.value(run)).toEpochDay();
      return new Value.Elapsed(Duration.ofDays(last - date(from.value(run)).toEpochDay()));
    }

    @Override
    Words words(Object[] trace) {
      return Arithmetic.between(until, Operator.MINUS, from, trace);
    }
  }

  /** A date some whole days later or earlier; the duration may stand before a plus. */
  static final class Shifted extends Node {
    private final Operator operator;
    private final Node left;
    private final Node right;

    Shifted(Operator operator, Node left, Node right) {
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    Value value(Run run) {
      Value first = left.value(run);
      Value second = right.value(run);
      return first instanceof Value.Day(LocalDate date)
          ? shifted(date, duration(second), run)
          : shifted(date(second), duration(first), run);
    }

    private Value shifted(LocalDate date, Duration duration, Run run) {
      if (duration.getNano() != 0 || duration.getSeconds() % SECONDS_A_DAY != 0) {
        throw run.notWholeDays(this);
      }
      long days = duration.getSeconds() / SECONDS_A_DAY;
      return later(date, operator == Operator.MINUS ? -days : days, this, run);
    }

    @Override
    Words words(Object[] trace) {
      return Arithmetic.between(left, operator, right, trace);
    }
  }

  /** Two durations, added or subtracted. */
  static final class Lasting extends Node {
    private final Operator operator;
    private final Node left;
    private final Node right;

    Lasting(Operator operator, Node left, Node right) {
      this.operator = operator;
      this.left = left;
      this.right = right;
    }

    @Override
    Value value(Run run) {
      Duration first = duration(left.value(run));
      Duration second = duration(right.value(run));
      Duration result = operator == Operator.PLUS ? first.plus(second) : first.minus(second);
      if (!Limit.fits(result)) {
        throw run.tooLarge(this, Limit.DURATION);
      }
      return new Value.Elapsed(result);
    }

    @Override
    Words words(Object[] trace) {
      return Arithmetic.between(left, operator, right, trace);
    }
  }

  /** A date some days later; both are within their limits, so that their sum does not overflow. */
  static Value later(LocalDate date, long days, Node node, Run run) {
    long day = date.toEpochDay() + days;
    if (day < Limit.FIRST_DAY || day > Limit.LAST_DAY) {
      throw run.tooLarge(node, Limit.YEARS);
    }
    return new Value.Day(LocalDate.ofEpochDay(day));
  }
}
