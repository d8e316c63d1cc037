package io.dingledger.model.pay;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A month of pay of one tenant.
 *
 * @param month which
 * @param closed when and by whom it was closed; empty while it is open
 */
public record PayMonth(YearMonth month, Optional<Closed> closed) {
  /** Whether nothing more is booked in it. */
  public boolean isClosed() {
    return closed.isPresent();
  }

  /**
   * How it was closed.
   *
   * @param at when (UTC)
   * @param by {@code patrol}, or a person
   */
  public record Closed(Instant at, String by) {}
}
