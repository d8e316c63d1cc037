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

  /**
   * By what name the day was published as off, or as worked in return: 春节, 国庆节调休. Empty for days
   * that are what their weekday makes them, and for years that are not loaded.
   */
  Optional<String> published(LocalDate day);

  /** By what a year was published, in words; empty when it is not loaded. */
  Optional<String> source(int year);
}
