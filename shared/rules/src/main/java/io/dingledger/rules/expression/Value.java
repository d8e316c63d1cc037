package io.dingledger.rules.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

/** A value in an expression. */
public sealed interface Value {
  /** Its type. */
  Type type();

  /**
   * It as people write it: {@code 12.50}, {@code 差旅费}, {@code true}, {@code 2026-03-31}, {@code
   * 2h30m}.
   */
  String plain();

  /** A decimal number, exact, of any scale. */
  record Decimal(BigDecimal number) implements Value {
    @Override
    public Type type() {
      return Type.DECIMAL;
    }

    @Override
    public String plain() {
      return number.toPlainString();
    }
  }

  /** A text; may be empty. */
  record Text(String text) implements Value {
    @Override
    public Type type() {
      return Type.TEXT;
    }

    @Override
    public String plain() {
      return text;
    }
  }

  /** True or false. */
  record Truth(boolean holds) implements Value {
    private static final Truth YES = new Truth(true);
    private static final Truth NO = new Truth(false);

    /** Either of the two. */
    public static Truth of(boolean holds) {
      return holds ? YES : NO;
    }

    @Override
    public Type type() {
      return Type.TRUTH;
    }

    @Override
    public String plain() {
      return Boolean.toString(holds);
    }
  }

  /** A date in the tenant's zone. */
  record Day(LocalDate date) implements Value {
    @Override
    public Type type() {
      return Type.DATE;
    }

    @Override
    public String plain() {
      return date.toString();
    }
  }

  /** A length of time, below zero where the second of two dates is the later one. */
  record Elapsed(Duration duration) implements Value {
    @Override
    public Type type() {
      return Type.DURATION;
    }

    @Override
    public String plain() {
      return DurationText.written(duration);
    }
  }
}
