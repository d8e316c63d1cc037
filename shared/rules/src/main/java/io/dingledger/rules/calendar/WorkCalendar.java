package io.dingledger.rules.calendar;

import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant's calendar: a country's, with what the company states of its own. Immutable.
 *
 * @param base the country's
 * @param hoursPerDay the hours of a working day
 * @param days single days that the company states; they go before everything else
 * @param shifts people with another week; the first that names a person counts
 */
public record WorkCalendar(
    BaseCalendar base,
    BigDecimal hoursPerDay,
    Map<LocalDate, CompanyDay> days,
    List<Shift> shifts) {
  public WorkCalendar {
    days = Map.copyOf(days);
    shifts = List.copyOf(shifts);
  }

  /** A day that the company states. */
  public record CompanyDay(DayClass dayClass, String name) {}

  /**
   * A week of other working days.
   *
   * @param name its name
   * @param departments codes of departments whose people have it
   * @param jobNumbers job numbers of people who have it
   * @param workweek the days that are worked
   * @param takesHolidays whether the country's days off are days off here too; statutory days stay
   *     statutory in either case
   */
  public record Shift(
      String name,
      Set<String> departments,
      Set<String> jobNumbers,
      Set<DayOfWeek> workweek,
      boolean takesHolidays) {
    public Shift {
      departments = Set.copyOf(departments);
      jobNumbers = Set.copyOf(jobNumbers);
      workweek = Set.copyOf(workweek);
    }

    boolean isOf(Person person, Department department) {
      return jobNumbers.contains(person.jobNumber()) || departments.contains(department.code());
    }
  }

  /**
   * What was found of a day.
   *
   * @param dayClass what the day is
   * @param origin by what, in words, for explanations: {@code calendar CN 2026}
   */
  public record Found(DayClass dayClass, String origin) {}

  /** What a day is for a person; empty when the base calendar does not have its year. */
  public Optional<Found> classOf(LocalDate day, Person person, Department department) {
    CompanyDay stated = days.get(day);
    if (stated != null) {
      return Optional.of(new Found(stated.dayClass(), "calendar, " + stated.name()));
    }
    Optional<Shift> shift =
        shifts.stream().filter(each -> each.isOf(person, department)).findFirst();
    return base.classOf(day)
        .map(
            known ->
                shift
                    .map(
                        own -> new Found(inShift(own, day, known), "calendar, shift " + own.name()))
                    .orElseGet(
                        () -> new Found(known, "calendar " + base.code() + " " + day.getYear())));
  }

  private static DayClass inShift(Shift shift, LocalDate day, DayClass known) {
    boolean isWeekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return switch (known) {
      case STATUTORY -> DayClass.STATUTORY;
      case MAKE_UP_DAY -> shift.takesHolidays() ? DayClass.MAKE_UP_DAY : own(shift, day);
      case WORKDAY -> own(shift, day);
      case REST_DAY ->
          shift.takesHolidays() && !isWeekend ? DayClass.REST_DAY : ownOrHoliday(shift, day);
    };
  }

  private static DayClass ownOrHoliday(Shift shift, LocalDate day) {
    return own(shift, day);
  }

  private static DayClass own(Shift shift, LocalDate day) {
    return shift.workweek().contains(day.getDayOfWeek()) ? DayClass.WORKDAY : DayClass.REST_DAY;
  }
}
