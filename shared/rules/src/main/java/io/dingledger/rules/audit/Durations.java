package io.dingledger.rules.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time, written as CEL writes them: {@code 2h30m}, {@code -1.5h}. */
final class Durations {
  private static final MathContext QUOTIENTS = new MathContext(34, RoundingMode.HALF_EVEN);
  private static final int LONGEST = 60;
  private static final BigDecimal NANOSECONDS = BigDecimal.valueOf(1_000_000_000L);
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)([hms])");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

  private Durations() {}

  /** The duration that a text means. */
  static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (!endsInUnit(rest) || rest.length() > LONGEST || !WHOLE.matcher(rest).matches()) {
      return Optional.empty();
    }
    BigDecimal total = BigDecimal.ZERO;
    Matcher parts = PART.matcher(rest);
    while (parts.find()) {
      total = total.add(new BigDecimal(parts.group(1)).multiply(unit(parts.group(2))));
    }
    try {
      BigDecimal signed = negative ? total.negate() : total;
      BigDecimal[] seconds = signed.divideAndRemainder(NANOSECONDS);
      return Optional.of(
          Duration.ofSeconds(seconds[0].longValueExact(), seconds[1].longValueExact()));
    } catch (ArithmeticException tooLongOrTooFine) {
      return Optional.empty();
    }
  }

  /** Most texts that are asked are numbers. */
  private static boolean endsInUnit(String text) {
    return !text.isEmpty() && "hms".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /**
   * How many seconds there are for each unit of so many seconds.
   *
   * @param unit how many seconds one is
   */
  static BigDecimal in(Duration duration, long unit) {
    return BigDecimal.valueOf(duration.getSeconds())
        .add(BigDecimal.valueOf(duration.getNano(), 9))
        .divide(BigDecimal.valueOf(unit), QUOTIENTS);
  }

  /** In nanoseconds. */
  private static BigDecimal unit(String word) {
    return switch (word) {
      case "h" -> NANOSECONDS.multiply(BigDecimal.valueOf(3600));
      case "m" -> NANOSECONDS.multiply(BigDecimal.valueOf(60));
      default -> NANOSECONDS;
    };
  }
}
