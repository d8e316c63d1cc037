package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.PayReason;
import io.dingledger.rules.calendar.WorkCalendar;
import io.dingledger.rules.expression.Value;
import java.time.LocalDate;
import java.util.Optional;

/** What the tenant's calendar says of a day for a person. */
final class DayFacts {
  private final Optional<WorkCalendar> calendar;
  private final Concerned who;

  DayFacts(Optional<WorkCalendar> calendar, Concerned who) {
    this.calendar = calendar;
    this.who = who;
  }

  /** Writes the class of the day and its weekday, Monday being 1. */
  void write(FactWriter writer, LocalDate day, String path) {
    writer.put("dayClass", dayClass(day, path + ".dayClass"));
    writer.number("weekday", day.getDayOfWeek().getValue(), "weekday of " + day);
  }

  private Fact dayClass(LocalDate day, String path) {
    if (calendar.isEmpty()) {
      return new Fact.Unusable(Reason.of(PayReason.CALENDAR_MISSING, path), false);
    }
    return calendar
        .get()
        .classOf(day, who.person(), who.department())
        .<Fact>map(
            found ->
                new Fact.Given(
                    new Value.Text(found.dayClass().word()), found.origin() + ", " + day, true))
        .orElseGet(() -> new Fact.Unusable(unknown(day), false));
  }

  /** Why the class of a day cannot be told. */
  Reason unknown(LocalDate day) {
    return Reason.of(
        PayReason.CALENDAR_YEAR_UNKNOWN,
        day,
        calendar.map(known -> known.base().code()).orElse(""));
  }
}
