package io.dingledger.rules.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Functions. */
final class Calls {
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private Calls() {}

  private static Words written(Function function, Object[] trace, Node first, Node... others) {
    StringBuilder text = new StringBuilder();
    if (function.isMember()) {
      text.append(first.words(trace).within(Operator.TIGHTEST_BINDING)).append('.');
    }
    text.append(function.word()).append('(');
    if (!function.isMember()) {
      text.append(first.words(trace).text());
    }
    for (Node other : others) {
      text.append(function.isMember() ? "" : ", ").append(other.words(trace).text());
    }
    return Words.tightest(text.append(')').toString());
  }

  private static LocalDate date(Node node, Run run) {
    return ((Value.Day) node.value(run)).date();
  }

  /** A number made of one value. */
  static final class OfOne extends Node.OfNumber {
    private final Function function;
    private final Node operand;

    OfOne(Function function, Node operand) {
      this.function = function;
      this.operand = operand;
    }

    @Override
    BigDecimal number(Run run) {
      return switch (function) {
        case FLOOR -> operand.number(run).setScale(0, RoundingMode.FLOOR);
        case CEIL -> operand.number(run).setScale(0, RoundingMode.CEILING);
        case ABS -> operand.number(run).abs();
        case YEAR -> BigDecimal.valueOf(date(operand, run).getYear());
        case MONTH -> BigDecimal.valueOf(date(operand, run).getMonthValue());
        case DAY_OF_MONTH -> BigDecimal.valueOf(date(operand, run).getDayOfMonth());
        case WEEKDAY -> BigDecimal.valueOf(date(operand, run).getDayOfWeek().getValue());
        case HOURS -> in(HOUR, run);
        case MINUTES -> in(MINUTE, run);
        case SIZE -> {
          String text = operand.text(run);
          yield BigDecimal.valueOf(text.codePointCount(0, text.length()));
        }
        default -> throw new IllegalStateException(function.word());
      };
    }

    private BigDecimal in(BigDecimal unit, Run run) {
      Duration duration = ((Value.Elapsed) operand.value(run)).duration();
      return DurationText.seconds(duration).divide(unit, MathContext.DECIMAL128);
    }

    @Override
    Words words(Object[] trace) {
      return written(function, trace, operand);
    }
  }

  /** A number made of two values. */
  static final class OfTwo extends Node.OfNumber {
    private final Function function;
    private final Node first;
    private final Node second;

    OfTwo(Function function, Node first, Node second) {
      this.function = function;
      this.first = first;
      this.second = second;
    }

    @Override
    BigDecimal number(Run run) {
      return switch (function) {
        case MIN -> first.number(run).min(second.number(run));
        case MAX -> first.number(run).max(second.number(run));
        case YEARS -> between(ChronoUnit.YEARS, run);
        case MONTHS -> between(ChronoUnit.MONTHS, run);
        case DAYS -> between(ChronoUnit.DAYS, run);
        default -> throw new IllegalStateException(function.word());
      };
    }

    private BigDecimal between(ChronoUnit unit, Run run) {
      LocalDate from = date(first, run);
      return BigDecimal.valueOf(unit.between(from, date(second, run)));
    }

    @Override
    Words words(Object[] trace) {
      return written(function, trace, first, second);
    }
  }

  /** {@code round}, {@code floorTo} and {@code ceilTo}, whose second argument is a constant. */
  static final class Rounded extends Node.OfNumber {
    private final Function function;
    private final Node operand;
    private final Node constant;
    private final BigDecimal to;

    Rounded(Function function, Node operand, Node constant, BigDecimal to) {
      this.function = function;
      this.operand = operand;
      this.constant = constant;
      this.to = to;
    }

    @Override
    BigDecimal number(Run run) {
      BigDecimal number = operand.number(run);
      return switch (function) {
        case ROUND -> number.setScale(to.intValue(), run.rounding);
        case FLOOR_TO -> step(number, RoundingMode.FLOOR, run);
        case CEIL_TO -> step(number, RoundingMode.CEILING, run);
        default -> throw new IllegalStateException(function.word());
      };
    }

    private BigDecimal step(BigDecimal number, RoundingMode direction, Run run) {
      BigDecimal result = number.divide(to, 0, direction).multiply(to);
      if (!Limit.fits(result)) {
        throw run.tooLarge(this, Limit.DIGITS);
      }
      return result;
    }

    @Override
    Words words(Object[] trace) {
      return written(function, trace, operand, constant);
    }
  }

  /** {@code addDays}. */
  static final class Later extends Node {
    private static final BigDecimal MOST = BigDecimal.valueOf(Limit.LAST_DAY - Limit.FIRST_DAY);

    private final Node from;
    private final Node days;

    Later(Node from, Node days) {
      this.from = from;
      this.days = days;
    }

    @Override
    Value value(Run run) {
      LocalDate start = date(from, run);
      BigDecimal number = days.number(run);
      if (number.stripTrailingZeros().scale() > 0) {
        throw run.notWholeDays(this);
      }
      if (number.abs().compareTo(MOST) > 0) {
        throw run.tooLarge(this, Limit.YEARS);
      }
      return Times.later(start, number.longValueExact(), this, run);
    }

    @Override
    Words words(Object[] trace) {
      return written(Function.ADD_DAYS, trace, from, days);
    }
  }

  /** What a text has in it. */
  static final class OfTexts extends Node.OfTruth {
    private final Function function;
    private final Node text;
    private final Node part;

    OfTexts(Function function, Node text, Node part) {
      this.function = function;
      this.text = text;
      this.part = part;
    }

    @Override
    boolean holds(Run run) {
      String whole = text.text(run);
      String wanted = part.text(run);
      return switch (function) {
        case CONTAINS -> whole.contains(wanted);
        case STARTS_WITH -> whole.startsWith(wanted);
        case ENDS_WITH -> whole.endsWith(wanted);
        default -> throw new IllegalStateException(function.word());
      };
    }

    @Override
    Words words(Object[] trace) {
      return written(function, trace, text, part);
    }
  }
}
