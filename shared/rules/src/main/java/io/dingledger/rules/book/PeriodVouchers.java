package io.dingledger.rules.book;

import java.util.Set;

/**
 * How pay items become vouchers when a period is closed. Items are always summed apart by item and
 * by the month that they concern.
 *
 * @param sumBy by what else they are summed apart
 * @param closeOn the day of the following month on which the period is closed without being asked,
 *     1 to 28; 0 when only a person closes it
 */
public record PeriodVouchers(Set<SumBy> sumBy, int closeOn) {
  public PeriodVouchers {
    sumBy = Set.copyOf(sumBy);
  }

  /** By what pay items are summed apart. */
  public enum SumBy {
    DEPARTMENT,
    EMPLOYEE
  }
}
