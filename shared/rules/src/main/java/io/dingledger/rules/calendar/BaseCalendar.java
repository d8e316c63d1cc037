package io.dingledger.rules.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** A country's published calendar. */
public interface BaseCalendar {
  /** How rule books name it: {@code CN} or {@code HK}. */
  String code();

  /**
   * What a day is for those who work from Monday to Friday; empty when the year is not loaded.
   *
   * @param day a date in the tenant's zone
   */
  Optional<DayClass> classOf(LocalDate day);
}
