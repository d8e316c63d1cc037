package io.dingledger.rules.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The functions that may stand in an explanation's arithmetic. */
final class Functions {
  private static final BigDecimal MOST_DECIMALS = BigDecimal.valueOf(100);
  private static final int SECONDS_AN_HOUR = 3600;
  private static final int SECONDS_A_MINUTE = 60;
  private static final int DAYS_A_PACKED_MONTH = 32;
  private static final int MONTHS_A_YEAR = 12;

  private final String arithmetic;
  private final RoundingMode rounding;

  Functions(String arithmetic, RoundingMode rounding) {
    this.arithmetic = arithmetic;
    this.rounding = rounding;
  }

  /**
   * What a function gives.
   *
   * @throws CannotFollow when there is no such function, or for these arguments
   */
  Operand result(String name, List<Operand> arguments) {
    Operand first = arguments.getFirst();
    Operand last = arguments.getLast();
    return switch (name + "/" + arguments.size()) {
      case "round/2" -> figure(round(number(first), number(last)));
      case "floor/1" -> figure(number(first).setScale(0, RoundingMode.FLOOR));
      case "ceil/1" -> figure(number(first).setScale(0, RoundingMode.CEILING));
      case "floorTo/2" -> figure(stepped(number(first), number(last), RoundingMode.FLOOR));
      case "ceilTo/2" -> figure(stepped(number(first), number(last), RoundingMode.CEILING));
      case "abs/1" -> figure(number(first).abs());
      case "min/2" -> figure(number(first).min(number(last)));
      case "max/2" -> figure(number(first).max(number(last)));
      case "date/1" -> new Operand.Date(day(first));
      case "year/1" -> figure(day(first).getYear());
      case "month/1" -> figure(day(first).getMonthValue());
      case "dayOfMonth/1" -> figure(day(first).getDayOfMonth());
      case "weekday/1" -> figure(day(first).getDayOfWeek().getValue());
      case "years/2" -> figure(months(day(first), day(last)) / MONTHS_A_YEAR);
      case "months/2" -> figure(months(day(first), day(last)));
      case "days/2" -> figure(day(last).toEpochDay() - day(first).toEpochDay());
      case "addDays/2" -> new Operand.Date(later(day(first), number(last)));
      case "duration/1" -> new Operand.Elapsed(duration(first));
      case "hours/1" -> figure(Durations.in(duration(first), SECONDS_AN_HOUR));
      case "minutes/1" -> figure(Durations.in(duration(first), SECONDS_A_MINUTE));
      case "size/1" -> figure(first.text().codePointCount(0, first.text().length()));
      default -> throw new CannotFollow(AuditFinding.NOT_UNDERSTOOD, arithmetic, name);
    };
  }

  /** The number that this is. */
  BigDecimal number(Operand operand) {
    return operand.number().orElseThrow(() -> unfit(operand));
  }

  /** A day so many days later; a fraction of one is none. */
  LocalDate later(LocalDate day, BigDecimal days) {
    try {
      return day.plusDays(days.longValueExact());
    } catch (ArithmeticException | DateTimeException outside) {
      throw unfit(figure(days));
    }
  }

  private LocalDate day(Operand operand) {
    return operand.day().orElseThrow(() -> unfit(operand));
  }

  private Duration duration(Operand operand) {
    return operand.duration().orElseThrow(() -> unfit(operand));
  }

  private BigDecimal round(BigDecimal number, BigDecimal decimals) {
    if (decimals.abs().compareTo(MOST_DECIMALS) > 0 || decimals.stripTrailingZeros().scale() > 0) {
      throw unfit(figure(decimals));
    }
    if (rounding == RoundingMode.UNNECESSARY) {
      throw new CannotFollow(AuditFinding.ROUNDING_UNKNOWN, "none");
    }
    return number.setScale(decimals.intValueExact(), rounding);
  }

  private BigDecimal stepped(BigDecimal number, BigDecimal step, RoundingMode direction) {
    if (step.signum() <= 0) {
      throw unfit(figure(step));
    }
    return number.divide(step, 0, direction).multiply(step);
  }

  /** Completed months, towards zero; the last one is completed on the same day of the month. */
  private static long months(LocalDate from, LocalDate until) {
    return (packed(until) - packed(from)) / DAYS_A_PACKED_MONTH;
  }

  private static long packed(LocalDate day) {
    long month = (long) day.getYear() * MONTHS_A_YEAR + day.getMonthValue();
    return month * DAYS_A_PACKED_MONTH + day.getDayOfMonth();
  }

  private CannotFollow unfit(Operand operand) {
    return new CannotFollow(AuditFinding.NO_NUMBER, arithmetic, operand.text());
  }

  private static Operand figure(BigDecimal number) {
    return new Operand.Figure(number);
  }

  private static Operand figure(long number) {
    return figure(BigDecimal.valueOf(number));
  }
}
