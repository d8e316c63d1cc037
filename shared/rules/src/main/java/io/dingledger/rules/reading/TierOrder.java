package io.dingledger.rules.reading;

import io.dingledger.rules.DataFinding;
import io.dingledger.rules.RuleBookFinding;
import io.dingledger.rules.book.TierTable.Bound;
import io.dingledger.rules.reading.TiersReader.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that tiers follow each other from the lowest to the highest, without gap and overlap. */
final class TierOrder {
  private final String table;
  private final Findings findings;
  private final List<Range> good = new ArrayList<>();

  TierOrder(String table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /** Reports at most one mistake for each row; rows that cannot be read are passed over. */
  void check(List<Range> ranges) {
    Optional<Range> before = Optional.empty();
    for (int index = 0; index < ranges.size(); index++) {
      Range range = ranges.get(index);
      boolean fits = range.readable() && !isEmpty(range) && isClosedInside(ranges, index);
      if (!fits) {
        before = Optional.empty();
      } else if (before.isEmpty() || follows(before.get(), range)) {
        before = Optional.of(range);
        good.add(range);
      }
    }
  }

  private boolean isEmpty(Range range) {
    if (range.lower().isEmpty() || range.upper().isEmpty()) {
      return false;
    }
    Bound lower = range.lower().get();
    Bound upper = range.upper().get();
    int order = lower.at().compareTo(upper.at());
    boolean empty = order > 0 || order == 0 && !(lower.inclusive() && upper.inclusive());
    if (empty) {
      String written =
          (lower.inclusive() ? "from: " : "above: ")
              + lower.at().toPlainString()
              + (upper.inclusive() ? ", upTo: " : ", below: ")
              + upper.at().toPlainString();
      findings.add(range.start(), DataFinding.RANGE_EMPTY, written);
    }
    return empty;
  }

  private boolean isClosedInside(List<Range> ranges, int index) {
    Range range = ranges.get(index);
    boolean noLower = index > 0 && range.lower().isEmpty();
    boolean noUpper = index < ranges.size() - 1 && range.upper().isEmpty();
    if (noLower && noUpper) {
      findings.add(range.node(), DataFinding.TIER_OPEN_INSIDE, table, "上下限", "lower and upper");
    } else if (noLower) {
      findings.add(range.node(), DataFinding.TIER_OPEN_INSIDE, table, "下限（from 或 above）", "lower");
    } else if (noUpper) {
      findings.add(range.node(), DataFinding.TIER_OPEN_INSIDE, table, "上限（below 或 upTo）", "upper");
    }
    return !noLower && !noUpper;
  }

  /** Whether the next tier should follow this one, rather than the one before. */
  private boolean follows(Range before, Range range) {
    Bound end = before.upper().orElseThrow();
    Bound start = range.lower().orElseThrow();
    int order = end.at().compareTo(start.at());
    if (good.stream().anyMatch(each -> contains(each, range))) {
      findings.add(range.node(), RuleBookFinding.ROW_UNREACHABLE, table);
      return false;
    }
    if (order > 0 && isLower(range, before)) {
      findings.add(range.start(), DataFinding.TIER_ORDER, table);
      return false;
    }
    if (order > 0 || order == 0 && end.inclusive() && start.inclusive()) {
      Bound last = range.upper().filter(upper -> upper.at().compareTo(end.at()) < 0).orElse(end);
      findings.add(range.start(), DataFinding.TIER_OVERLAP, table, words(start, last));
    } else if (order < 0 || !end.inclusive() && !start.inclusive()) {
      findings.add(
          range.start(), DataFinding.TIER_GAP, table, words(opposite(end), opposite(start)));
    }
    return true;
  }

  private static Bound opposite(Bound bound) {
    return new Bound(bound.at(), !bound.inclusive());
  }

  /** The numbers between two ends, as a decision table would write them. */
  private static String words(Bound lower, Bound upper) {
    String last = upper.at().toPlainString();
    return lower.at().compareTo(upper.at()) == 0
        ? last
        : (lower.inclusive() ? ">= " : "> ")
            + lower.at().toPlainString()
            + (upper.inclusive() ? ", <= " : ", < ")
            + last;
  }

  /** Whether a tier begins below another. */
  private static boolean isLower(Range range, Range other) {
    return other.lower().isPresent()
        && range.lower().orElseThrow().at().compareTo(other.lower().get().at()) < 0;
  }

  private static boolean contains(Range outer, Range inner) {
    return outer.lower().map(bound -> isInside(inner.lower(), bound, 1)).orElse(true)
        && outer.upper().map(bound -> isInside(inner.upper(), bound, -1)).orElse(true);
  }

  /** Whether an end is not outside of a bound; the direction is 1 for lower ends. */
  private static boolean isInside(Optional<Bound> end, Bound bound, int direction) {
    if (end.isEmpty()) {
      return false;
    }
    int order = end.get().at().compareTo(bound.at()) * direction;
    return order > 0 || order == 0 && (bound.inclusive() || !end.get().inclusive());
  }
}
