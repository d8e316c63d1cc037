package io.dingledger.rules.reading;

import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.logic.Canonical;
import io.dingledger.rules.logic.Cases;
import io.dingledger.rules.logic.Conditions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds holds that add nothing to others, and rules that holds never let through. */
final class HoldChecks {
  private static final int MOST_COMPARED = 100;

  private final Findings findings;
  private final Conditions conditions;

  HoldChecks(Findings findings, Conditions conditions) {
    this.findings = findings;
    this.conditions = conditions;
  }

  void check(List<Placed.Hold> holds, List<Placed.OneRule> rules) {
    Map<Kind, List<Placed.Hold>> earlier = new EnumMap<>(Kind.class);
    Set<String> written = new HashSet<>();
    for (Placed.Hold hold : holds) {
      List<Placed.Hold> same =
          earlier.computeIfAbsent(hold.hold().kind(), any -> new ArrayList<>());
      covered(same, hold, written);
      same.add(hold);
    }
    rules.forEach(rule -> held(rule, earlier.getOrDefault(rule.rule().kind(), List.of())));
  }

  private void covered(List<Placed.Hold> earlier, Placed.Hold hold, Set<String> written) {
    String text =
        hold.hold().kind()
            + " "
            + hold.hold().eachRow()
            + " "
            + Canonical.of(hold.hold().when().root());
    boolean repeated = !written.add(text);
    int compared = Math.min(MOST_COMPARED, earlier.size());
    for (Placed.Hold before : repeated ? earlier : earlier.subList(0, compared)) {
      if (before.hold().eachRow() == hold.hold().eachRow() && covers(before, hold)) {
        findings.warn(
            hold.node(),
            RuleFinding.HOLD_COVERED,
            before.node().getStartMark().getLine() + 1,
            before.when().text());
        return;
      }
    }
  }

  private boolean covers(Placed.Hold wider, Placed.Hold narrower) {
    Cases narrow = conditions.holds(narrower.hold().when().root());
    return !narrow.isNever() && narrow.and(conditions.fails(wider.hold().when().root())).isNever();
  }

  /** A rule none of whose documents ever passes. */
  private void held(Placed.OneRule rule, List<Placed.Hold> holds) {
    Cases applies = conditions.holds(rule.rule().when());
    if (rule.rule().when().isEmpty() || applies.isNever()) {
      return;
    }
    for (Placed.Hold hold : holds.subList(0, Math.min(MOST_COMPARED, holds.size()))) {
      boolean always =
          (rule.rule().eachRow() || !hold.hold().eachRow())
              && applies.and(conditions.fails(hold.hold().when().root())).isNever();
      if (always) {
        findings.warn(
            rule.node(),
            RuleFinding.RULE_ALWAYS_HELD,
            rule.rule().name(),
            hold.node().getStartMark().getLine() + 1,
            hold.when().text());
        return;
      }
    }
  }
}
