package io.dingledger.platform.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people write spans: a whole number and {@code ms}, {@code s}, {@code m}, {@code h}, {@code
 * d}.
 */
public final class SpanText {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private SpanText() {}

  /** The span, longer than nothing; empty for any other text. */
  public static Optional<Duration> read(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration span =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return Optional.of(span).filter(Duration::isPositive);
  }

  /** The span in the largest unit that has at least two of it and tells it exactly. */
  public static String of(Duration span) {
    long millis = span.toMillis();
    for (Unit unit : Unit.values()) {
      if (millis % unit.millis == 0 && millis >= unit.least * unit.millis) {
        return millis / unit.millis + unit.sign;
      }
    }
    return millis + Unit.MILLISECONDS.sign;
  }

  private enum Unit {
    DAYS("d", 86_400_000, 2),
    HOURS("h", 3_600_000, 2),
    MINUTES("m", 60_000, 2),
    SECONDS("s", 1_000, 1),
    MILLISECONDS("ms", 1, 1);

    private final String sign;
    private final long millis;
    private final long least;

    Unit(String sign, long millis, long least) {
      this.sign = sign;
      this.millis = millis;
      this.least = least;
    }
  }
}
