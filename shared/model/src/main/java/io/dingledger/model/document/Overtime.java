package io.dingledger.model.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Approved overtime (加班).
 *
 * @param header what every document has
 * @param people who works; the originator when the form names nobody
 * @param starts from when
 * @param ends until when; on a later day when it crosses midnight
 * @param hours how long in all, as approved
 * @param days the hours of each day; empty when it spans several and nothing splits them
 * @param compensation what is given for it
 * @param type the type chosen in the form, empty when it has none
 */
public record Overtime(
    DocumentHeader header,
    List<PersonNamed> people,
    Moment starts,
    Moment ends,
    BigDecimal hours,
    List<Day> days,
    Compensation compensation,
    String type)
    implements SourceDocument {
  public Overtime {
    people = List.copyOf(people);
    days = List.copyOf(days);
  }

  /** Whether it crosses midnight: such overtime is looked at by a person (DESIGN P5). */
  public boolean isOvernight() {
    return !starts.day().equals(ends.day());
  }

  /**
   * The part of one day.
   *
   * @param date the working day
   * @param hours hours of overtime on it
   */
  public record Day(LocalDate date, BigDecimal hours) {}

  /** What is given for overtime. */
  public enum Compensation {
    /** Time off (转调休): no pay. */
    TIME_OFF,
    /** Overtime pay (加班费). */
    PAY,
    /** The form does not say. */
    UNSTATED
  }
}
