package io.dingledger.rules.translation;

import io.dingledger.rules.book.TierTable;
import io.dingledger.rules.book.TierTable.Bound;
import io.dingledger.rules.book.TierTable.Tier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Finds the tier that holds a number. */
final class Tiers {
  private Tiers() {}

  /** The tier; empty when the number lies below the first or above the last. */
  static Optional<Tier> holding(TierTable table, BigDecimal number) {
    List<Tier> tiers = table.tiers();
    int first = 0;
    int last = tiers.size() - 1;
    while (first < last) {
      int middle = (first + last + 1) >>> 1;
      if (isAbove(tiers.get(middle).lower(), number)) {
        first = middle;
      } else {
        last = middle - 1;
      }
    }
    return Optional.of(tiers.get(first))
        .filter(tier -> isAbove(tier.lower(), number) && isBelow(tier.upper(), number));
  }

  /** {@code from 2 below 4}, as rule books spell it. */
  static String words(Tier tier) {
    String lower = tier.lower().map(end -> words(end, "from ", "above ")).orElse("");
    String upper = tier.upper().map(end -> words(end, "up to ", "below ")).orElse("");
    String both = (lower + " " + upper).strip();
    return both.isEmpty() ? "for every number" : both;
  }

  private static String words(Bound end, String inclusive, String exclusive) {
    return (end.inclusive() ? inclusive : exclusive) + end.at().toPlainString();
  }

  private static boolean isAbove(Optional<Bound> lower, BigDecimal number) {
    return lower.isEmpty() || isInside(number.compareTo(lower.get().at()), lower.get());
  }

  private static boolean isBelow(Optional<Bound> upper, BigDecimal number) {
    return upper.isEmpty() || isInside(-number.compareTo(upper.get().at()), upper.get());
  }

  private static boolean isInside(int beyond, Bound end) {
    return end.inclusive() ? beyond >= 0 : beyond > 0;
  }
}
