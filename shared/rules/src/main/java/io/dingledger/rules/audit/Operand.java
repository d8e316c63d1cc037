package io.dingledger.rules.audit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A value between two steps of a calculation. */
sealed interface Operand {
  /** How messages show it. */
  String text();

  /** The number that it is, if it is one. */
  Optional<BigDecimal> number();

  /** The day that it is, if it is one. */
  Optional<LocalDate> day();

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

    @Override
    public Optional<LocalDate> day() {
      return Optional.empty();
    }
  }

  /** An input's value; what it is shows where it is used. */
  record Given(String text) implements Operand {
    private static final int LONGEST_NUMBER = 200;

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
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }
  }
}
