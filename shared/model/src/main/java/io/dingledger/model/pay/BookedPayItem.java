package io.dingledger.model.pay;

import java.time.YearMonth;

/**
 * A pay item and the month in whose sums it is.
 *
 * @param item the item
 * @param period the month that it concerns while that is open, otherwise a later one
 */
public record BookedPayItem(PayItem item, YearMonth period) {
  /** Whether it came too late for the month that it concerns. */
  public boolean isAdjustment() {
    return !period.equals(item.month());
  }
}
