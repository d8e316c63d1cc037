package io.dingledger.dingtalk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowTimeTest {
  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void a_false_z_is_china_time_whatever_the_default_zone(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    // The capture whose instance id ends in 1680857502, that is 08:51:42 UTC.
    assertEquals(
        Optional.of(Instant.parse("2023-04-07T08:51:00Z")),
        WorkflowTime.parse("2023-04-07T16:51Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-09-11T09:43Z, 2024-09-11T01:43:00Z",
    "2024-09-11T09:43:10Z, 2024-09-11T01:43:10Z",
    "2024-09-11T09:43:10.250Z, 2024-09-11T01:43:10.250Z",
    "2024-09-11 09:43:10, 2024-09-11T01:43:10Z",
    "2024-09-11 09:43, 2024-09-11T01:43:00Z",
    "2024-09-11T09:43+0800, 2024-09-11T01:43:00Z",
    "2024-09-11T09:43:10+08:00, 2024-09-11T01:43:10Z",
    "1726020312345, 2024-09-11T02:05:12.345Z"
  })
  void every_spelling_is_read(String text, String expected) {
    assertEquals(Optional.of(Instant.parse(expected)), WorkflowTime.parse(text));
  }

  @Test
  void what_is_no_time_is_nothing() {
    for (String text :
        new String[] {"", "soon", "2024-09-11", "2024-13-11T09:43Z", "17", "Z", "+0800"}) {
      assertEquals(Optional.empty(), WorkflowTime.parse(text), text);
    }
  }

  @Nested
  class A_day {
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
    void is_one_of_china_whatever_the_default_zone(String zone) {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      LocalDate day = LocalDate.of(2024, 9, 10);
      for (String text :
          new String[] {
            "1725897600000",
            "1725983999999",
            " 2024-09-10 ",
            "2024-09-10 23:59:59",
            "2024-09-10T00:00Z"
          }) {
        assertEquals(Optional.of(day), WorkflowTime.day(text), text);
      }
      assertEquals(Optional.of(day.minusDays(1)), WorkflowTime.day("1725897599999"));
      assertEquals(Optional.of(LocalDate.of(1988, 7, 1)), WorkflowTime.day("583686000000"));
    }

    @Test
    void is_nothing_else() {
      for (String text :
          new String[] {
            "", "0", "-1", "20240910", "2024-02-30", "2024-9-1", "2024-09-1099", "soon"
          }) {
        assertEquals(Optional.empty(), WorkflowTime.day(text), text);
      }
    }
  }
}
