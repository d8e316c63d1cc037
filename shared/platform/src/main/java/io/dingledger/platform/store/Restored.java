package io.dingledger.platform.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * That the table was put back to an earlier moment. What was delivered between that moment and the
 * end of its loss is in the ledgers, and the table knows nothing of it.
 *
 * @param point the moment to which the table was put back (UTC)
 * @param until when the functions had stopped: nothing was delivered after this (UTC)
 * @param listsKept whether the lists of vouchers for files are those of {@code until}, taken over
 *     from the table as it was
 */
public record Restored(Instant point, Instant until, boolean listsKept) {
  /** No day begins earlier anywhere. */
  private static final ZoneOffset EARLIEST_DAY = ZoneOffset.ofHours(14);

  public Restored {
    if (until.isBefore(point)) {
      throw new IllegalArgumentException("the loss ends before it begins");
    }
  }

  /**
   * Whether a document may have been delivered in the time that was lost.
   *
   * @param businessDate the day on which it was approved; unknown means that it may
   */
  public boolean mayHaveLost(Optional<LocalDate> businessDate) {
    LocalDate last = LocalDate.ofInstant(until, EARLIEST_DAY);
    return businessDate.filter(last::isBefore).isEmpty();
  }

  /** Whether something that happened then may have been worked on in the time that was lost. */
  public boolean mayHaveLost(Instant happened) {
    return !happened.isAfter(until);
  }
}
