package io.dingledger.patrol;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When which chore is due. Nights are those of the tenant's zone. */
final class Timetable {
  /** How long pushes that failed may lie with DingTalk. */
  static final Duration FAILED_PUSHES_EVERY = Duration.ofHours(6);

  /** Approvals that took long are looked for once in this time. */
  static final Duration OLD_INSTANCES_EVERY = Duration.ofDays(7);

  private static final LocalTime NIGHT_BEGINS = LocalTime.of(2, 0);
  private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
  private static final Duration DAY = Duration.ofHours(24);

  /** The results of a day may still change until the last night shift is over. */
  private static final LocalTime DAY_IS_SETTLED = LocalTime.NOON;

  private Timetable() {}

  /** Whether it has not been done for this long. */
  static boolean isOlder(Instant last, Duration age, Instant now) {
    return !now.isBefore(last.plus(age));
  }

  /** Once each night between two and five; at any hour when it was not done for a whole day. */
  static boolean isDueByNight(Instant last, Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean isNight = !time.isBefore(NIGHT_BEGINS) && time.isBefore(NIGHT_ENDS);
    Instant tonight = local.toLocalDate().atTime(NIGHT_BEGINS).atZone(zone).toInstant();
    return (isNight && last.isBefore(tonight)) || now.isAfter(last.plus(DAY));
  }

  /** The last day whose attendance is over and settled: at noon of the next one. */
  static LocalDate lastSettledDay(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    return local.toLocalDate().minusDays(local.toLocalTime().isBefore(DAY_IS_SETTLED) ? 2 : 1);
  }
}
