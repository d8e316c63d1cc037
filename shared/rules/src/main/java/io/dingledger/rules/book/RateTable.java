package io.dingledger.rules.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rates with periods of validity (type {@code datedRates}).
 *
 * @param name its name
 * @param periods the periods by key, in order of time, without gaps and overlaps
 */
public record RateTable(String name, Map<String, List<Period>> periods) {
  public RateTable {
    periods = Map.copyOf(periods);
  }

  /** What is valid for a key on a day. */
  public Optional<Period> on(String key, LocalDate day) {
    return periods.getOrDefault(key, List.of()).stream()
        .filter(period -> period.holds(day))
        .findFirst();
  }

  /**
   * A period.
   *
   * @param from its first day
   * @param until its last day; empty when it is open
   * @param rate the rate; empty when only a tax amount that the document states counts
   */
  public record Period(LocalDate from, Optional<LocalDate> until, Optional<BigDecimal> rate) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
  }
}
