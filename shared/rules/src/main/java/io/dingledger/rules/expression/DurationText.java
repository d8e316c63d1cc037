package io.dingledger.rules.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * How durations are written: as in CEL (and Go), but with hours, minutes and seconds only: {@code
 * 2h30m}, {@code 1.5h}, {@code -90s}, {@code 0}.
 */
final class DurationText {
  /** CEL's own limit, about ten thousand years. */
  static final Duration LONGEST = Duration.ofSeconds(315_576_000_000L);

  private static final int LONGEST_TEXT = 40;
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  private static final long NANOS = 1_000_000_000L;
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int next;

  private DurationText(String text) {
    this.text = text;
  }

  /** What a text says; empty when it is none, too long, or finer than a nanosecond. */
  static Optional<Duration> read(String text) {
    if (text.length() > LONGEST_TEXT || text.isEmpty()) {
      return Optional.empty();
    }
    return new DurationText(text).read();
  }

  private Optional<Duration> read() {
    boolean negative = text.charAt(0) == '-';
    next = negative || text.charAt(0) == '+' ? 1 : 0;
    if (text.substring(next).equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    BigDecimal seconds = BigDecimal.ZERO;
    do {
      Optional<BigDecimal> part = part();
      if (part.isEmpty()) {
        return Optional.empty();
      }
      seconds = seconds.add(part.get());
    } while (next < text.length());
    boolean fits =
        seconds.compareTo(BigDecimal.valueOf(LONGEST.getSeconds())) <= 0
            && seconds.stripTrailingZeros().scale() <= NANO_DIGITS;
    return fits ? Optional.of(duration(negative ? seconds.negate() : seconds)) : Optional.empty();
  }

  /** A number and its unit, in seconds. */
  private Optional<BigDecimal> part() {
    int start = next;
    digits();
    if (next < text.length() && text.charAt(next) == '.') {
      next++;
      digits();
    }
    String number = text.substring(start, next);
    if (number.isEmpty() || number.equals(".") || next == text.length()) {
      return Optional.empty();
    }
    BigDecimal count = new BigDecimal(number);
    return switch (text.charAt(next++)) {
      case 'h' -> Optional.of(count.multiply(BigDecimal.valueOf(HOUR)));
      case 'm' -> Optional.of(count.multiply(BigDecimal.valueOf(MINUTE)));
      case 's' -> Optional.of(count);
      default -> Optional.empty();
    };
  }

  private void digits() {
    while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
      next++;
    }
  }

  private static Duration duration(BigDecimal seconds) {
    BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
    return Duration.ofSeconds(
        parts[0].longValueExact(), parts[1].movePointRight(NANO_DIGITS).longValueExact());
  }

  /** Its seconds, exactly. */
  static BigDecimal seconds(Duration duration) {
    BigDecimal whole = BigDecimal.valueOf(duration.getSeconds());
    return duration.getNano() == 0
        ? whole
        : whole.add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS).stripTrailingZeros());
  }

  /** As it is read. */
  static String written(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    Duration size = duration.abs();
    StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
    if (size.toHours() > 0) {
      text.append(size.toHours()).append('h');
    }
    if (size.toMinutesPart() > 0) {
      text.append(size.toMinutesPart()).append('m');
    }
    BigDecimal seconds =
        BigDecimal.valueOf(size.toSecondsPart() * NANOS + size.toNanosPart(), NANO_DIGITS);
    if (seconds.signum() != 0) {
      text.append(seconds.stripTrailingZeros().toPlainString()).append('s');
    }
    return text.toString();
  }
}
