package io.dingledger.rules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hong Kong's general holidays are days off; the statutory ones among them are told apart. */
class HongKongCalendarTest {
  private static final BaseCalendar HONG_KONG = Calendars.named("HK").orElseThrow();

  private static long count(int year, DayClass dayClass) {
    return MainlandCalendarTest.days(year)
        .filter(day -> HONG_KONG.published(day).isPresent())
        .filter(day -> HONG_KONG.classOf(day).orElseThrow() == dayClass)
        .count();
  }

  @Test
  void there_are_17_general_holidays_a_year_besides_sundays() {
    for (int year = 2024; year <= 2026; year++) {
      List<LocalDate> published =
          MainlandCalendarTest.days(year)
              .filter(day -> HONG_KONG.published(day).isPresent())
              .toList();
      assertEquals(17, published.size());
      assertEquals(
          List.of(),
          published.stream().filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY).toList());
    }
  }

  @Test
  void statutory_are_14_in_2024_and_2025_and_15_in_2026() {
    assertEquals(14, count(2024, DayClass.STATUTORY));
    assertEquals(14, count(2025, DayClass.STATUTORY));
    assertEquals(15, count(2026, DayClass.STATUTORY));
  }

  @Test
  void general_holidays_of_2026_are_the_gazetted_ones() {
    assertEquals(
        List.of(
            "01-01", "02-17", "02-18", "02-19", "04-03", "04-04", "04-06", "04-07", "05-01",
            "05-25", "06-19", "07-01", "09-26", "10-01", "10-19", "12-25", "12-26"),
        MainlandCalendarTest.days(2026)
            .filter(day -> HONG_KONG.published(day).isPresent())
            .map(day -> day.toString().substring(5))
            .toList());
  }

  @Test
  void a_general_holiday_that_is_not_statutory_is_a_rest_day() {
    assertEquals(Optional.of(DayClass.REST_DAY), HONG_KONG.classOf(LocalDate.parse("2026-04-03")));
    assertEquals(Optional.of(DayClass.STATUTORY), HONG_KONG.classOf(LocalDate.parse("2026-02-17")));
  }

  @Test
  void sundays_and_the_office_weeks_saturdays_are_rest_days_and_nothing_is_made_up() {
    assertEquals(Optional.of(DayClass.REST_DAY), HONG_KONG.classOf(LocalDate.parse("2026-03-07")));
    assertEquals(Optional.of(DayClass.REST_DAY), HONG_KONG.classOf(LocalDate.parse("2026-03-08")));
    assertEquals(0, count(2024, DayClass.MAKE_UP_DAY) + count(2026, DayClass.MAKE_UP_DAY));
  }

  @Test
  void other_years_and_other_countries_are_not_known() {
    assertEquals(Optional.empty(), HONG_KONG.classOf(LocalDate.parse("2027-01-04")));
    assertEquals(Optional.empty(), Calendars.named("TW"));
    assertEquals(List.of("CN", "HK"), Calendars.codes());
  }
}
