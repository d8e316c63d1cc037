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
   * @param origin by what, in words, for explanations: {@code calendar CN 2026}, {@code calendar CN
   *     2026, 春节}, {@code calendar, 公司年会}, {@code calendar, shift 仓库六天制}
   */
  public record Found(DayClass dayClass, String origin) {}

  /**
   * What a day is for a person; empty when the base calendar does not have its year and the company
   * states nothing of the day.
   */
  public Optional<Found> classOf(LocalDate day, Person person, Department department) {
    CompanyDay stated = days.get(day);
    if (stated != null) {
      return Optional.of(new Found(stated.dayClass(), "calendar, " + stated.name()));
    }
    return base.classOf(day)
        .map(
            known ->
                shifts.stream()
                    .filter(each -> each.isOf(person, department))
                    .findFirst()
                    .map(shift -> inShift(shift, day, known))
                    .orElseGet(() -> new Found(known, published(day))));
  }

  /**
   * Statutory days are statutory for everybody. Of the other published days a shift keeps its own
   * week where it takes no holidays; where it does, days off are off, and make-up days that it
   * would not have worked anyway are make-up days.
   */
  private Found inShift(Shift shift, LocalDate day, DayClass known) {
    boolean isWorked = shift.workweek().contains(day.getDayOfWeek());
    Found own =
        new Found(
            isWorked ? DayClass.WORKDAY : DayClass.REST_DAY, "calendar, shift " + shift.name());
    boolean takesIt = shift.takesHolidays() && base.published(day).isPresent();
    return switch (known) {
      case STATUTORY -> new Found(known, published(day));
      case MAKE_UP_DAY -> takesIt && !isWorked ? new Found(known, published(day)) : own;
      case REST_DAY -> takesIt ? new Found(known, published(day)) : own;
      case WORKDAY -> own;
    };
  }

  private String published(LocalDate day) {
    String year = "calendar " + base.code() + " " + day.getYear();
    return base.published(day).map(name -> year + ", " + name).orElse(year);
  }
}
