package io.dingledger.rules.translation;

import io.dingledger.model.document.Overtime;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.PayReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How overtime falls on days, for each day may be paid differently.
 *
 * @param days the hours of each day, oldest first
 * @param origin how they were found, where the document does not say them
 * @param reasons why they are not known
 */
record OvertimeSplit(List<Overtime.Day> days, String origin, List<Reason> reasons) {
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  /**
   * DingTalk's own table goes before the clock; the clock is used only where the book wants it and
   * the approved hours are those of the clock, for nobody knows when a break was made.
   */
  static OvertimeSplit of(Overtime overtime, boolean splitsOvernight) {
    if (overtime.isOvernight() && !splitsOvernight) {
      return unknown(Reason.of(HoldReason.OVERTIME_OVERNIGHT, overtime.starts(), overtime.ends()));
    }
    Optional<BigDecimal> clock = minutes(overtime);
    if (clock.isPresent() && overtime.hours().multiply(MINUTES).compareTo(clock.get()) > 0) {
      String most = hours(clock.get()).toPlainString();
      return unknown(reason(PayReason.OVERTIME_BEYOND_CLOCK, overtime, most));
    }
    if (!overtime.days().isEmpty()) {
      return stated(overtime);
    }
    if (!overtime.isOvernight()) {
      return new OvertimeSplit(
          List.of(new Overtime.Day(overtime.starts().day(), overtime.hours())),
          Where.HEADER.english() + ", hours of the whole",
          List.of());
    }
    return clock
        .map(minutes -> byClock(overtime, minutes))
        .orElseGet(() -> unknown(reason(PayReason.OVERTIME_UNSPLIT, overtime, "—")));
  }

  /** Between beginning and end, where both have a time. */
  private static Optional<BigDecimal> minutes(Overtime overtime) {
    return overtime
        .starts()
        .time()
        .flatMap(
            from ->
                overtime
                    .ends()
                    .time()
                    .map(
                        until ->
                            ChronoUnit.MINUTES.between(
                                overtime.starts().day().atTime(from),
                                overtime.ends().day().atTime(until))))
        .map(BigDecimal::valueOf);
  }

  private static OvertimeSplit stated(Overtime overtime) {
    BigDecimal sum =
        overtime.days().stream().map(Overtime.Day::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(overtime.hours()) == 0
        ? new OvertimeSplit(overtime.days(), "", List.of())
        : unknown(
            Reason.of(
                PayReason.DAYS_DIFFER, sum.toPlainString(), overtime.hours().toPlainString()));
  }

  private static OvertimeSplit byClock(Overtime overtime, BigDecimal minutes) {
    LocalDateTime from = overtime.starts().day().atTime(overtime.starts().time().get());
    LocalDateTime until = overtime.ends().day().atTime(overtime.ends().time().get());
    if (minutes.compareTo(overtime.hours().multiply(MINUTES)) != 0) {
      return unknown(reason(PayReason.OVERTIME_UNSPLIT, overtime, hours(minutes).toPlainString()));
    }
    List<Overtime.Day> days = new ArrayList<>();
    for (LocalDateTime start = from; start.isBefore(until); start = midnightAfter(start)) {
      LocalDateTime midnight = midnightAfter(start);
      LocalDateTime end = midnight.isBefore(until) ? midnight : until;
      LocalDate day = start.toLocalDate();
      days.add(
          new Overtime.Day(day, hours(BigDecimal.valueOf(ChronoUnit.MINUTES.between(start, end)))));
    }
    String origin = "clock, cut at midnight, " + overtime.starts() + "–" + overtime.ends();
    return new OvertimeSplit(days, origin, List.of());
  }

  private static LocalDateTime midnightAfter(LocalDateTime moment) {
    return moment.toLocalDate().plusDays(1).atTime(LocalTime.MIDNIGHT);
  }

  private static BigDecimal hours(BigDecimal minutes) {
    BigDecimal hours = minutes.divide(MINUTES, MathContext.DECIMAL128).stripTrailingZeros();
    return hours.scale() < 0 ? hours.setScale(0) : hours;
  }

  private static Reason reason(PayReason why, Overtime overtime, String clock) {
    return Reason.of(
        why, overtime.starts(), overtime.ends(), overtime.hours().toPlainString(), clock);
  }

  private static OvertimeSplit unknown(Reason reason) {
    return new OvertimeSplit(List.of(), "", List.of(reason));
  }
}
