package io.dingledger.dingtalk.document;

import io.dingledger.model.document.Moment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * From one moment until another, wall time. A day ends at its midnight, a morning at noon.
 *
 * @param starts from when
 * @param ends until when, included
 */
record Span(Moment starts, Moment ends) {
  private static final BigDecimal MINUTES_OF_HOUR = BigDecimal.valueOf(60);
  private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(1440);
  private static final int HOURS_DECIMALS = 4;

  /** Whether it ends after it starts; a doubt when it does not. */
  boolean isForward(Findings findings) {
    boolean forward = to().isAfter(from());
    if (!forward) {
      findings.doubt(DocumentDoubt.TIMES_REVERSED, starts, ends);
    }
    return forward;
  }

  /** Whether these hours go beyond its hours of the clock. */
  boolean isShorterThanHours(BigDecimal hours) {
    return hours.multiply(MINUTES_OF_HOUR).compareTo(minutes()) > 0;
  }

  /** Whether these days go beyond it: beyond its halves, or with times beyond its days. */
  boolean isShorterThanDays(BigDecimal days) {
    return days.compareTo(mostDays()) > 0;
  }

  /** How many days it can be at most. */
  BigDecimal mostDays() {
    return hasTimes()
        ? BigDecimal.valueOf(ChronoUnit.DAYS.between(starts.day(), ends.day()) + 1)
        : minutes().divide(MINUTES_OF_DAY).stripTrailingZeros();
  }

  /** Whether it is exactly so many hours of the clock. */
  boolean isHours(BigDecimal hours) {
    return hours.multiply(MINUTES_OF_HOUR).compareTo(minutes()) == 0;
  }

  /** Whether a part of it can count for this working day; night shifts began the day before. */
  boolean mayHold(LocalDate day) {
    return !day.isBefore(isNight(starts) ? starts.day().minusDays(1) : starts.day())
        && !day.isAfter(ends.day());
  }

  /** Whether days from the first to the last one reach from its start to its end. */
  boolean isReachedBy(LocalDate first, LocalDate last) {
    return !first.isAfter(starts.day())
        && !last.isBefore(isNight(ends) ? ends.day().minusDays(1) : ends.day());
  }

  /** Until noon the shift of the day before may last. */
  private static boolean isNight(Moment moment) {
    return moment.time().filter(time -> !time.isAfter(LocalTime.NOON)).isPresent();
  }

  /** The most hours that can count for a working day, whose shift ends by noon of the next day. */
  BigDecimal mostHoursOn(LocalDate day) {
    return minutesWithin(day.atStartOfDay(), day.plusDays(1).atTime(LocalTime.NOON))
        .divide(MINUTES_OF_HOUR, HOURS_DECIMALS, RoundingMode.UP);
  }

  /** The most that can count for a day: of its halves, or with times the whole day. */
  BigDecimal mostDaysOn(LocalDate day) {
    return hasTimes()
        ? BigDecimal.ONE
        : minutesWithin(day.atStartOfDay(), day.plusDays(1).atStartOfDay()).divide(MINUTES_OF_DAY);
  }

  private BigDecimal minutesWithin(LocalDateTime opens, LocalDateTime closes) {
    LocalDateTime first = from().isAfter(opens) ? from() : opens;
    LocalDateTime last = to().isBefore(closes) ? to() : closes;
    return BigDecimal.valueOf(Math.max(0, Duration.between(first, last).toMinutes()));
  }

  boolean isWithinOneDay() {
    return starts.day().equals(ends.day());
  }

  /** Whether a number that goes beyond its days must count the hours between its times. */
  boolean canOnlyBeHours(BigDecimal number) {
    return hasTimes() && isShorterThanDays(number);
  }

  private boolean hasTimes() {
    return starts.time().isPresent() || ends.time().isPresent();
  }

  private BigDecimal minutes() {
    return BigDecimal.valueOf(Duration.between(from(), to()).toMinutes());
  }

  private LocalDateTime from() {
    return starts
        .day()
        .atTime(
            starts
                .time()
                .orElse(
                    starts.half().filter(half -> half == Moment.Half.AFTERNOON).isPresent()
                        ? LocalTime.NOON
                        : LocalTime.MIDNIGHT));
  }

  private LocalDateTime to() {
    if (ends.time().isPresent()) {
      return ends.day().atTime(ends.time().get());
    }
    return ends.half().filter(half -> half == Moment.Half.MORNING).isPresent()
        ? ends.day().atTime(LocalTime.NOON)
        : ends.day().plusDays(1).atStartOfDay();
  }
}
