package io.dingledger.rules.expression;

import java.math.BigDecimal;

/** What has no operands. */
final class Leaves {
  private Leaves() {}

  /** A value that stands in the rule book. */
  static final class Constant extends Node {
    private final Value value;
    private final Words words;

    Constant(Value value, String source) {
      this.value = value;
      this.words = Words.tightest(source);
    }

    @Override
    Value value(Run run) {
      return value;
    }

    @Override
    Words words(Object[] trace) {
      return words;
    }
  }

  /** A field; its trace is what was read. */
  static final class Field extends Node {
    private final String path;
    private final int place;

    Field(String path, int place) {
      this.path = path;
      this.place = place;
    }

    @Override
    Value value(Run run) {
      Value value = read(run);
      switch (value) {
        case Value.Decimal decimal -> require(Limit.fits(decimal.number()), Limit.DIGITS, run);
        case Value.Day day -> require(Limit.fits(day.date()), Limit.YEARS, run);
        case Value.Elapsed elapsed -> require(Limit.fits(elapsed.duration()), Limit.DURATION, run);
        case Value.Text text -> {}
        case Value.Truth truth -> {}
      }
      return value;
    }

    @Override
    BigDecimal number(Run run) {
      BigDecimal number = ((Value.Decimal) read(run)).number();
      require(Limit.fits(number), Limit.DIGITS, run);
      return number;
    }

    private Value read(Run run) {
      Worth worth = run.facts.read(path, run.inputs);
      run.trace[place] = worth;
      return worth.value();
    }

    private void require(boolean fits, Limit limit, Run run) {
      if (!fits) {
        throw run.tooLarge(this, limit);
      }
    }

    @Override
    Words words(Object[] trace) {
      return trace[place] instanceof Worth worth ? worth.words() : Words.tightest(path);
    }
  }

  /** Whether a field is filled. */
  static final class Filled extends Node.OfTruth {
    private final String path;

    Filled(String path) {
      this.path = path;
    }

    @Override
    boolean holds(Run run) {
      return run.facts.has(path);
    }

    @Override
    Words words(Object[] trace) {
      return Words.tightest("has(" + path + ")");
    }
  }
}
