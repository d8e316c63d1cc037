package io.dingledger.rules.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calendar of Mainland China is the one that the notices published. */
class MainlandCalendarTest {
  private static final BaseCalendar CHINA = Calendars.named("CN").orElseThrow();

  static Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private static DayClass on(String day) {
    return CHINA.classOf(LocalDate.parse(day)).orElseThrow();
  }

  private static boolean isWorked(LocalDate day) {
    DayClass known = CHINA.classOf(day).orElseThrow();
    return known == DayClass.WORKDAY || known == DayClass.MAKE_UP_DAY;
  }

  private static List<LocalDate> all(int year, DayClass dayClass) {
    return days(year).filter(day -> CHINA.classOf(day).orElseThrow() == dayClass).toList();
  }

  private static List<LocalDate> dates(String text) {
    return Arrays.stream(text.split(" ")).map(LocalDate::parse).toList();
  }

  @Test
  void a_year_has_251_or_248_working_days() {
    assertEquals(251, days(2024).filter(MainlandCalendarTest::isWorked).count());
    assertEquals(248, days(2025).filter(MainlandCalendarTest::isWorked).count());
    assertEquals(248, days(2026).filter(MainlandCalendarTest::isWorked).count());
  }

  @Test
  void each_month_has_the_published_number_of_working_days() {
    Map<Integer, List<Integer>> published =
        Map.of(
            2024, List.of(22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22),
            2025, List.of(19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23),
            2026, List.of(21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23));
    published.forEach(
        (year, months) ->
            assertEquals(
                months,
                IntStream.rangeClosed(1, 12)
                    .mapToObj(month -> YearMonth.of(year, month))
                    .map(month -> (int) days(year).filter(inMonth(month)).count())
                    .toList()));
  }

  private static Predicate<LocalDate> inMonth(YearMonth month) {
    return day -> YearMonth.from(day).equals(month) && isWorked(day);
  }

  @Test
  void the_statutory_days_are_11_in_2024_and_13_since() {
    assertEquals(
        dates(
            "2024-01-01 2024-02-10 2024-02-11 2024-02-12 2024-04-04 2024-05-01 2024-06-10"
                + " 2024-09-17 2024-10-01 2024-10-02 2024-10-03"),
        all(2024, DayClass.STATUTORY));
    assertEquals(
        dates(
            "2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-05-01"
                + " 2025-05-02 2025-05-31 2025-10-01 2025-10-02 2025-10-03 2025-10-06"),
        all(2025, DayClass.STATUTORY));
    assertEquals(
        dates(
            "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-05-01"
                + " 2026-05-02 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-03"),
        all(2026, DayClass.STATUTORY));
  }

  @Test
  void the_make_up_days_are_the_published_ones_and_each_is_a_weekend_day() {
    assertEquals(
        dates(
            "2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29"
                + " 2024-10-12"),
        all(2024, DayClass.MAKE_UP_DAY));
    assertEquals(
        dates("2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"),
        all(2025, DayClass.MAKE_UP_DAY));
    assertEquals(
        dates("2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"),
        all(2026, DayClass.MAKE_UP_DAY));
    assertTrue(
        IntStream.of(2024, 2025, 2026)
            .boxed()
            .flatMap(year -> all(year, DayClass.MAKE_UP_DAY).stream())
            .map(LocalDate::getDayOfWeek)
            .allMatch(day -> day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY));
  }

  @Test
  void every_statutory_day_lies_in_a_published_holiday() throws Exception {
    List<String> lines;
    try (var stream = Calendars.class.getResourceAsStream("CN.txt")) {
      lines = new String(stream.readAllBytes(), "UTF-8").lines().toList();
    }
    BaseCalendar daysOff =
        PublishedCalendar.of(
            "CN", lines.stream().filter(line -> !line.startsWith("statutory")).toList());
    for (int year = 2024; year <= 2026; year++) {
      for (LocalDate day : all(year, DayClass.STATUTORY)) {
        assertEquals(Optional.of(DayClass.REST_DAY), daysOff.classOf(day), day.toString());
        assertTrue(daysOff.published(day).isPresent(), day.toString());
      }
    }
  }

  @Test
  void a_day_has_the_class_and_the_name_that_the_notice_gives_it() {
    assertEquals(DayClass.WORKDAY, on("2026-03-02"));
    assertEquals(DayClass.REST_DAY, on("2026-03-01"));
    assertEquals(DayClass.REST_DAY, on("2026-02-23"));
    assertEquals(DayClass.STATUTORY, on("2026-05-02"));
    assertEquals(DayClass.REST_DAY, on("2026-04-06"));
    assertEquals(DayClass.WORKDAY, on("2024-02-09"));
    assertEquals(Optional.of("春节"), CHINA.published(LocalDate.parse("2026-02-17")));
    assertEquals(Optional.empty(), CHINA.published(LocalDate.parse("2026-03-01")));
  }

  @Test
  void a_year_that_was_not_announced_is_not_known() {
    assertEquals(Optional.empty(), CHINA.classOf(LocalDate.parse("2027-01-01")));
    assertEquals(Optional.empty(), CHINA.classOf(LocalDate.parse("2023-12-31")));
    assertEquals(Optional.empty(), CHINA.source(2027));
  }

  @Test
  void each_year_names_its_notice() {
    assertEquals(
        Optional.of("国务院办公厅关于2026年部分节假日安排的通知（2025-11-04） [confirmed]"), CHINA.source(2026));
  }

  @Test
  void a_line_that_the_form_does_not_have_is_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PublishedCalendar.of("XX", List.of("year 2026", "half 2026-01-01 x")));
  }
}
