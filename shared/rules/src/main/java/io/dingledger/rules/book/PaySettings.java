package io.dingledger.rules.book;

import io.dingledger.rules.calendar.WorkCalendar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a book says of attendance and pay.
 *
 * @param calendar the tenant's calendar; empty when the book names none
 * @param splitsOvernight whether overtime across midnight is cut at midnight; otherwise it waits
 *     for a person
 * @param items the pay items by name, in the book's order
 * @param period how they become vouchers; empty when they never do
 */
public record PaySettings(
    Optional<WorkCalendar> calendar,
    boolean splitsOvernight,
    Map<String, PayItemDefinition> items,
    Optional<PeriodVouchers> period) {
  /** Nothing is said. */
  public static final PaySettings NONE =
      new PaySettings(Optional.empty(), false, Map.of(), Optional.empty());

  public PaySettings {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }
}
