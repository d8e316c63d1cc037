package io.dingledger.rules.audit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A value between two steps of a calculation. What it can stand for shows where it is used. */
sealed interface Operand {
  /** How messages show it, and the text that it is where a text is needed. */
  String text();

  /** The number that it is, if it is one. */
  default Optional<BigDecimal> number() {
    return Optional.empty();
  }

  /** The day that it is, if it is one. */
  default Optional<LocalDate> day() {
    return Optional.empty();
  }

  /** The length of time that it is, if it is one. */
  default Optional<Duration> duration() {
    return Optional.empty();
  }

  /** A number that was calculated or written down. */
  record Figure(BigDecimal value) implements Operand {
    @Override
    public String text() {
      return value.toPlainString();
    }

    @Override
    public Optional<BigDecimal> number() {
      return Optional.of(value);
    }
  }

  /** A day that was calculated. */
  record Date(LocalDate value) implements Operand {
    @Override
    public String text() {
      return value.toString();
    }

    @Override
    public Optional<LocalDate> day() {
      return Optional.of(value);
    }
  }

  /** A length of time that was calculated. */
  record Elapsed(Duration value) implements Operand {
    @Override
    public String text() {
      return value.toString();
    }

    @Override
    public Optional<Duration> duration() {
      return Optional.of(value);
    }
  }

  /** An input's value, or a text. */
  record Given(String text) implements Operand {
    private static final int LONGEST_NUMBER = 200;
    private static final int SHORTEST_DAY = 10;

    @Override
    public Optional<BigDecimal> number() {
      try {
        return text.length() > LONGEST_NUMBER
            ? Optional.empty()
            : Optional.of(new BigDecimal(text));
      } catch (NumberFormatException none) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<LocalDate> day() {
      if (!endsLikeDay()) {
        return Optional.empty();
      }
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }

    /** All days end in {@code -MM-dd}; most texts that are asked are numbers. */
    private boolean endsLikeDay() {
      int length = text.length();
      return length >= SHORTEST_DAY
          && text.charAt(length - 3) == '-'
          && text.charAt(length - 6) == '-';
    }

    @Override
    public Optional<Duration> duration() {
      return Durations.parse(text);
    }
  }
}
