package io.dingledger.rules.expression;

import static io.dingledger.rules.expression.Samples.mistakes;
import static io.dingledger.rules.expression.Samples.plain;
import static io.dingledger.rules.expression.Samples.why;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and durations in expressions. */
class TimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        // Completed years and months, below zero when the second day comes first.
        "years(date('2020-07-01'), date('2026-06-30')) | 5",
        "years(date('2020-07-01'), date('2026-07-01')) | 6",
        "years(date('2026-07-01'), date('2020-07-01')) | -6",
        "years(date('2026-07-01'), date('2026-06-30')) | 0",
        "years(d, d) | 0",
        "months(date('2026-01-31'), date('2026-02-28')) | 0",
        "months(date('2026-01-31'), date('2026-03-01')) | 1",
        "months(date('2026-01-31'), date('2026-03-31')) | 2",
        "months(date('2026-03-31'), date('2026-02-28')) | -1",
        // Who began on 29 February has completed a year on 1 March, in a leap year on the 29th.
        "years(leap, date('2025-02-28')) | 0",
        "years(leap, date('2025-03-01')) | 1",
        "years(leap, date('2028-02-28')) | 3",
        "years(leap, date('2028-02-29')) | 4",
        "months(leap, date('2024-03-28')) | 0",
        "months(leap, date('2024-03-29')) | 1",
        "days(date('2026-02-28'), date('2026-03-01')) | 1",
        "days(date('2024-02-28'), date('2024-03-01')) | 2",
        "days(date('2026-03-01'), date('2026-02-28')) | -1",
        "year(d) * 10000 + month(d) * 100 + dayOfMonth(d) | 20260331",
        "weekday(date('2026-06-01')) | 1",
        "weekday(date('2026-06-07')) | 7",
        "addDays(d, 1) | 2026-04-01",
        "addDays(d, 1.00) | 2026-04-01",
        "addDays(d, -31) | 2026-02-28",
        "addDays(leap, 366) | 2025-03-01",
        "d - leap | 18264h",
        "leap - d | -18264h",
        "d + (d - leap) == addDays(d, days(leap, d)) | true",
        "d + duration('24h') | 2026-04-01",
        "duration('48h') + d | 2026-04-02",
        "d - duration('1440m') | 2026-03-30",
        "d - duration('-24h') | 2026-04-01",
        "nap + duration('30m') | 3h",
        "nap - duration('3h') | -30m",
        "nap < duration('2h30m0.001s') && nap >= duration('2.5h') | true",
        "nap == duration('150m') && nap != duration('150s') | true",
        "nap > duration('0') && nap <= nap | true",
        "hours(nap) | 2.5",
        "hours(duration('20m')) | 0.3333333333333333333333333333333333",
        "minutes(nap) + minutes(duration('30s')) | 150.5",
        "hours(d - leap) / 24 == days(leap, d) | true",
        "floorTo(hours(nap - duration('1m')), 0.5) | 2.0",
        "yes ? nap : duration('1h') | 2h30m",
      })
  void gives(String text, String expected) {
    assertEquals(expected, plain(text));
  }

  @Nested
  class A_duration {
    @ParameterizedTest
    @CsvSource({
      "2h30m, 2h30m",
      "90m, 1h30m",
      "1.5h, 1h30m",
      "30m2h, 2h30m",
      ".5h, 30m",
      "1.s, 1s",
      "+1h, 1h",
      "-1h30s, -1h30s",
      "0, 0s",
      "-0, 0s",
      "0.000000001s, 0.000000001s",
      "-0.5s, -0.5s",
      "87660000h, 87660000h",
    })
    void is_read_and_written(String text, String written) {
      Duration duration = DurationText.read(text).orElseThrow();
      assertEquals(written, DurationText.written(duration));
      assertEquals(Optional.of(duration), DurationText.read(written));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "-",
          "h",
          "1",
          "1d",
          "1ms",
          "1us",
          "2 h",
          "2h ",
          "1e3s",
          "--1h",
          ".h",
          "1..5h",
          "２h",
          "87660000h1s",
          "0.0000000001s",
          "99999999999999999999999999999999999999999h"
        })
    void that_cannot_be_read_is_a_mistake_of_the_book(String text) {
      Mistake mistake = mistakes("duration('" + text + "') > nap").getFirst();
      assertEquals("BOOK-FUNCTION-CONSTANT", mistake.reason().code());
      assertEquals(9, mistake.at());
    }
  }

  @Nested
  class A_date_cannot_be_moved {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "d + nap",
          "nap + d",
          "d - duration('36h')",
          "addDays(d, 1.5)",
          "addDays(d, -a / b)"
        })
    void by_part_of_a_day(String text) {
      assertEquals("RULE-DAYS-NOT-WHOLE", why(text).code());
      assertTrue(why(text).english().contains("“" + text + "”"), why(text).english());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "addDays(d, 3000000)",
          "addDays(d, -800000)",
          "addDays(d, 99999999999999999999999)",
          "d + duration('87660000h')",
          "duration('87600000h') + d + duration('87600000h')",
        })
    void out_of_the_years_that_there_are(String text) {
      assertEquals("RULE-RESULT-TOO-LARGE", why(text).code());
      assertTrue(why(text).english().contains("year 0001 to 9999"), why(text).english());
    }
  }

  @Test
  void durations_do_not_grow_without_end() {
    String most = "duration('87660000h')";
    assertEquals("87660000h", plain(most + " - nap + nap"));
    assertEquals("RULE-RESULT-TOO-LARGE", why(most + " + nap").code());
    assertEquals("RULE-RESULT-TOO-LARGE", why("nap - " + most + " - " + most).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "d - t | 4",
        "d - 1 | 4",
        "d + d | 4",
        "nap + 1 | 6",
        "nap - d | 6",
        "nap * 2 | 0",
        "-nap | 1",
        "t - t | 0",
        "yes + 1 | 0",
        "nap < 1 | 6",
        "years(d, 1) | 9",
        "years(d) | 0",
        "addDays(1, d) | 8",
        "date(t) == d | 5",
        "date('2026-02-29') == d | 5",
        "date('+10000-01-01') == d | 5",
        "date('0000-12-31') == d | 5",
        "duration(t) == nap | 9",
        "floorTo(a, b) | 11",
        "ceilTo(a, 0) | 10",
        "ceilTo(a, -1) | 10",
        "hours(d) | 6",
        "d in [date('x')] | 11",
        "d in [nap] | 6",
      })
  void a_mistake_is_found_at_its_place(String text, int at) {
    assertEquals(at, mistakes(text).getFirst().at(), () -> mistakes(text).toString());
  }
}
