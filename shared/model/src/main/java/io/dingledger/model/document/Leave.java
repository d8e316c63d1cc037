package io.dingledger.model.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Approved leave (请假).
 *
 * @param header what every document has
 * @param type the type of leave as the form names it, for example 年假
 * @param unit the unit in which its length counts for pay, from {@code extValue}: the form's own
 *     text can disagree (facts §4.3)
 * @param starts from when
 * @param ends until when
 * @param duration its length in {@code unit}: days for {@link Unit#DAY} and {@link Unit#HALF_DAY},
 *     hours for {@link Unit#HOUR}
 * @param naturalDays whether days off count too
 * @param days the part of each working day, oldest first; across months and years
 */
public record Leave(
    DocumentHeader header,
    String type,
    Unit unit,
    Moment starts,
    Moment ends,
    BigDecimal duration,
    boolean naturalDays,
    List<Day> days)
    implements SourceDocument {
  public Leave {
    days = List.copyOf(days);
  }

  /**
   * The part of one day.
   *
   * @param date the working day
   * @param days its length in days as DingTalk split it; the sum may be off by rounding
   * @param hours its length in hours as DingTalk states it; of half and natural days these can be
   *     hours of the clock, which are not for pay
   * @param rest whether the shift plan has a day off
   */
  public record Day(LocalDate date, BigDecimal days, BigDecimal hours, boolean rest) {}

  /** In what leave is counted. */
  public enum Unit {
    DAY,
    HALF_DAY,
    HOUR
  }
}
