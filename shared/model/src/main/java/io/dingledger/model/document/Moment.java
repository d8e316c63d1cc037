package io.dingledger.model.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A point of time as people enter it: a day, a half of a day, or a minute, in the tenant's zone.
 *
 * @param day the day
 * @param half which half, when halves were entered
 * @param time the minute, when minutes were entered
 */
public record Moment(LocalDate day, Optional<Half> half, Optional<LocalTime> time) {
  /** A whole day. */
  public static Moment of(LocalDate day) {
    return new Moment(day, Optional.empty(), Optional.empty());
  }

  /** A half of a day. */
  public static Moment of(LocalDate day, Half half) {
    return new Moment(day, Optional.of(half), Optional.empty());
  }

  /** A minute of a day. */
  public static Moment of(LocalDate day, LocalTime time) {
    return new Moment(day, Optional.empty(), Optional.of(time));
  }

  /** Halves of a day. */
  public enum Half {
    /** 上午. */
    MORNING,
    /** 下午. */
    AFTERNOON
  }

  /** {@code 2024-09-10}, {@code 2024-09-10 上午} or {@code 2024-09-10 09:00}. */
  @Override
  public String toString() {
    String halfWord = half.map(known -> known == Half.MORNING ? " 上午" : " 下午").orElse("");
    return day + halfWord + time.map(known -> " " + known).orElse("");
  }
}
