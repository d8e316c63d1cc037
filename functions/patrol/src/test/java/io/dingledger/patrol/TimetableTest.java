package io.dingledger.patrol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T02:05, 2026-03-11T01:59, false",
    "2026-03-10T02:05, 2026-03-11T02:00, true",
    "2026-03-11T02:00, 2026-03-11T02:10, false",
    "2026-03-11T01:00, 2026-03-11T04:59, true",
    "2026-03-11T01:00, 2026-03-11T05:00, false",
    "2026-03-10T12:00, 2026-03-11T12:00, false",
    "2026-03-10T12:00, 2026-03-11T12:01, true",
    "2026-01-01T12:00, 2026-03-11T12:00, true",
  })
  void nightWorkIsDueOnceANightOrWhenAWholeDayHasPassed(String last, String now, boolean due) {
    assertEquals(due, Timetable.isDueByNight(at(last), at(now), ZONE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T11:59, 2026-03-09",
    "2026-03-11T12:00, 2026-03-10",
    "2026-03-11T23:59, 2026-03-10",
  })
  void aDayIsSettledAtNoonOfTheNextOneWhenItsNightShiftIsOver(String now, LocalDate day) {
    assertEquals(day, Timetable.lastSettledDay(at(now), ZONE));
  }

  @ParameterizedTest
  @CsvSource({"PT5H59M, false", "PT6H, true"})
  void whatIsDueEverySoOftenIsDueThen(Duration since, boolean due) {
    Instant now = at("2026-03-11T12:00");
    assertEquals(due, Timetable.isOlder(now.minus(since), Duration.ofHours(6), now));
  }
}
