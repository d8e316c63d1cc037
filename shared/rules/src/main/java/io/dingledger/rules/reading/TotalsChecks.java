package io.dingledger.rules.reading;

import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.expression.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds totals of pay items that nothing makes, and items that count each other in a circle. */
final class TotalsChecks {
  private final Context context;
  private final Findings findings;

  TotalsChecks(Context context) {
    this.context = context;
    this.findings = context.findings();
  }

  /**
   * Reports both.
   *
   * @param made the items that rules make, be it that the rule is broken otherwise
   */
  void check(List<Placed.OneRule> rules, Set<String> made) {
    context
        .usages()
        .counted()
        .forEach(
            (item, word) -> {
              if (!made.contains(item)) {
                findings.add(word.node(), RuleFinding.TOTAL_NEVER_MADE, item);
              }
            });
    Map<String, Set<String>> counts = new LinkedHashMap<>();
    Map<String, Placed.OneRule> makers = new HashMap<>();
    for (Placed.OneRule rule : rules) {
      if (rule.rule().making() instanceof Making.Pay pay) {
        makers.putIfAbsent(pay.item().name(), rule);
        counts
            .computeIfAbsent(pay.item().name(), any -> new LinkedHashSet<>())
            .addAll(counted(rule, pay));
      }
    }
    counts.forEach(
        (item, others) -> {
          List<String> circle = circle(item, counts);
          if (!circle.isEmpty()) {
            findings.warn(
                makers.get(item).node(),
                RuleFinding.TOTALS_CIRCULAR,
                item,
                String.join(" → ", circle));
          }
        });
  }

  /** The items whose totals a rule reads, be it through a table. */
  private Set<String> counted(Placed.OneRule rule, Making.Pay pay) {
    Set<String> paths = new HashSet<>();
    Stream.concat(
            rule.rule().when().stream(),
            Stream.of(pay.quantity(), pay.factor(), pay.rate(), pay.amount()))
        .map(Formula::fields)
        .forEach(paths::addAll);
    return Usages.items(context.reached(paths), context.payItems().keySet());
  }

  /** The way back to an item, told at its first item only; an item may count itself. */
  private static List<String> circle(String item, Map<String, Set<String>> counts) {
    List<String> names = new ArrayList<>(counts.keySet());
    Map<String, String> from = new LinkedHashMap<>();
    List<String> waiting = new ArrayList<>(List.of(item));
    while (!waiting.isEmpty()) {
      String current = waiting.removeFirst();
      for (String next : counts.getOrDefault(current, Set.of())) {
        if (next.equals(item) && !current.equals(item)) {
          List<String> way = new ArrayList<>(List.of(item));
          for (String step = current; step != null; step = from.get(step)) {
            way.addFirst(step);
          }
          boolean first = way.stream().allMatch(each -> names.indexOf(each) >= names.indexOf(item));
          return first ? way : List.of();
        }
        if (!next.equals(item) && !from.containsKey(next)) {
          from.put(next, current.equals(item) ? item : current);
          waiting.add(next);
        }
      }
    }
    return List.of();
  }
}
