package io.dingledger.rules.translation;

import io.dingledger.model.document.Leave;
import io.dingledger.model.document.Leave.Unit;
import io.dingledger.model.failure.Reason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.book.Words;
import io.dingledger.rules.calendar.WorkCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rules can read of leave (请假).
 *
 * <p>For pay, leave in days or halves counts its days times the hours of a working day, for the
 * hours that DingTalk states beside them can be those of the clock; leave in hours counts the hours
 * (facts §4.3).
 */
final class LeaveFacts {
  /** DingTalk rounds each day to two decimals, and the whole on its own (0.12 against 0.13). */
  private static final BigDecimal ROUNDING = new BigDecimal("0.01");

  private final Leave leave;
  private final Optional<BigDecimal> hoursPerDay;
  private final DayFacts calendar;
  private final boolean inHours;
  private final Set<Reason> reasons = new LinkedHashSet<>();

  LeaveFacts(Leave leave, Optional<WorkCalendar> calendar, DayFacts days) {
    this.leave = leave;
    this.hoursPerDay = calendar.map(WorkCalendar::hoursPerDay);
    this.calendar = days;
    this.inHours = leave.unit() == Unit.HOUR;
  }

  FactSheet sheet(Map<String, Fact> facts, FactWriter writer) {
    List<Leave.Day> days = days();
    writer
        .text("type", leave.type())
        .text("unit", Words.of(leave.unit()))
        .day("starts", leave.starts().day())
        .day("ends", leave.ends().day())
        .number("duration", leave.duration())
        .number("calendarDays", nth(leave.ends().day().toEpochDay()), "days of the calendar")
        .truth("naturalDays", leave.naturalDays());
    inDays(
        writer,
        days.stream().map(this::counted).reduce(BigDecimal.ZERO, BigDecimal::add),
        "sum of the days");
    List<Map<String, Fact>> rows = new ArrayList<>();
    for (Leave.Day day : days) {
      rows.add(row(rows.size() + 1, day));
    }
    return new FactSheet(facts, rows, reasons);
  }

  /** The days; where the whole is within one, nothing need split it. */
  private List<Leave.Day> days() {
    List<Leave.Day> days = leave.days();
    if (days.isEmpty() && leave.starts().day().equals(leave.ends().day())) {
      days =
          List.of(new Leave.Day(leave.starts().day(), leave.duration(), leave.duration(), false));
    }
    BigDecimal sum = days.stream().map(this::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(days.size()));
    if (days.isEmpty()) {
      reasons.add(Reason.of(PayReason.LEAVE_UNSPLIT, leave.starts(), leave.ends()));
    } else if (sum.subtract(leave.duration()).abs().compareTo(allowed) > 0) {
      reasons.add(
          Reason.of(PayReason.DAYS_DIFFER, sum.toPlainString(), leave.duration().toPlainString()));
      return List.of();
    }
    return days;
  }

  /** What counts of a day, in the leave's unit: nothing of a day off, unless these count too. */
  private BigDecimal counted(Leave.Day day) {
    if (day.rest() && !leave.naturalDays()) {
      return BigDecimal.ZERO;
    }
    return inHours ? day.hours() : day.days();
  }

  private Map<String, Fact> row(int number, Leave.Day day) {
    FactWriter writer =
        FactWriter.row(number, "day", "days", leave.header().origins())
            .day("date", day.date())
            .truth("rest", day.rest())
            .number("consecutive", nth(day.date().toEpochDay()), "day of the leave");
    BigDecimal counted = counted(day);
    String origin = Where.row(number).english() + ", " + counted.toPlainString();
    inDays(writer, counted, origin + (inHours ? " hours" : " days"));
    if (inHours) {
      writer.number("hours", counted);
    } else if (hoursPerDay.isPresent()) {
      BigDecimal perDay = hoursPerDay.get();
      writer.number(
          "hours",
          counted.multiply(perDay),
          origin + " days × " + perDay.toPlainString() + " hours of a working day (calendar)");
    } else {
      writer.unknown("hours", Reason.of(PayReason.CALENDAR_MISSING, "day.hours"));
    }
    calendar.write(writer, day.date(), "day");
    return writer.facts();
  }

  private void inDays(FactWriter writer, BigDecimal counted, String origin) {
    if (!inHours) {
      writer.number("days", counted, origin);
    } else if (hoursPerDay.isPresent()) {
      BigDecimal perDay = hoursPerDay.get();
      writer.number(
          "days",
          counted.divide(perDay, MathContext.DECIMAL128),
          origin + " ÷ " + perDay.toPlainString() + " hours of a working day (calendar)");
    } else {
      writer.unknown("days", Reason.of(PayReason.CALENDAR_MISSING, "days"));
    }
  }

  /** Which day of the leave a day is, days off included. */
  private long nth(long epochDay) {
    return epochDay - leave.starts().day().toEpochDay() + 1;
  }
}
