package io.dingledger.rules.reading;

import io.dingledger.model.voucher.Side;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.book.Rule.AccountChoice;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.logic.Canonical;
import io.dingledger.rules.logic.Cases;
import io.dingledger.rules.logic.Conditions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what is posted twice. All rules of a kind apply, none hides another; so two that do the
 * same for the same document do it twice.
 */
final class Repetitions {
  /** Of more than these, only those that are written alike are compared; so checking stays fast. */
  private static final int MOST_COMPARED = 100;

  private final Findings findings;
  private final Conditions conditions;
  private final Set<Placed.OneRule> doubled = new HashSet<>();

  Repetitions(Findings findings, Conditions conditions) {
    this.findings = findings;
    this.conditions = conditions;
  }

  private record Posted(Placed.OneRule rule, Placed.Line line) {}

  void check(List<Placed.OneRule> rules) {
    alike(rules);
    makings(rules);
    payItems(rules);
    lines(rules);
  }

  /** Rules that say the same under the same condition. */
  private void alike(List<Placed.OneRule> rules) {
    Map<String, Placed.OneRule> first = new HashMap<>();
    for (Placed.OneRule rule : rules) {
      String text = place(rule) + condition(rule.rule().when()) + making(rule.rule());
      Placed.OneRule before = first.putIfAbsent(text, rule);
      if (before != null) {
        doubled.add(rule);
        findings.add(
            rule.node(), RuleFinding.RULE_REPEATED, rule.rule().name(), before.rule().name());
      }
    }
  }

  /** Rules that make the same under conditions that can hold at once. */
  private void makings(List<Placed.OneRule> rules) {
    Map<String, List<Placed.OneRule>> groups = new HashMap<>();
    for (Placed.OneRule rule : rules) {
      String text = place(rule) + making(rule.rule());
      List<Placed.OneRule> same = groups.computeIfAbsent(text, any -> new ArrayList<>());
      if (!doubled.contains(rule)) {
        overlapping(same, rule)
            .ifPresent(
                before -> {
                  doubled.add(rule);
                  findings.add(
                      rule.node(),
                      RuleFinding.RULE_SHADOWED,
                      rule.rule().name(),
                      before.rule().name());
                });
        same.add(rule);
      }
    }
  }

  /** Rules that make the same pay item of the same thing. */
  private void payItems(List<Placed.OneRule> rules) {
    Map<String, List<Placed.OneRule>> groups = new HashMap<>();
    for (Placed.OneRule rule : rules) {
      if (rule.rule().making() instanceof Making.Pay pay && !doubled.contains(rule)) {
        String text = place(rule) + pay.item().name();
        List<Placed.OneRule> same = groups.computeIfAbsent(text, any -> new ArrayList<>());
        overlapping(same, rule)
            .ifPresent(
                before ->
                    findings.warn(
                        rule.node(),
                        RuleFinding.PAY_TWICE,
                        pay.item().name(),
                        before.rule().name(),
                        rule.rule().name()));
        same.add(rule);
      }
    }
  }

  private Optional<Placed.OneRule> overlapping(List<Placed.OneRule> earlier, Placed.OneRule rule) {
    if (earlier.size() >= MOST_COMPARED) {
      return Optional.empty();
    }
    return earlier.stream()
        .filter(before -> areBoth(List.of(before.rule().when()), List.of(rule.rule().when())))
        .findFirst();
  }

  /** Whether some document certainly meets both; or whether one includes the other. */
  private boolean areBoth(List<Optional<Formula>> one, List<Optional<Formula>> other) {
    Cases first = all(one);
    Cases second = all(other);
    Cases both = first.and(second);
    if (both.isNever() || first.isNever() || second.isNever()) {
      return false;
    }
    return both.isCertain() || includes(one, second) || includes(other, first);
  }

  private boolean includes(List<Optional<Formula>> wider, Cases narrower) {
    return wider.stream().allMatch(each -> narrower.and(conditions.fails(each)).isNever());
  }

  private Cases all(List<Optional<Formula>> formulas) {
    return formulas.stream().map(conditions::holds).reduce(Cases.ALWAYS, Cases::and);
  }

  private void lines(List<Placed.OneRule> rules) {
    Map<String, Posted> exact = new HashMap<>();
    Map<String, List<Posted>> groups = new HashMap<>();
    for (Placed.OneRule rule : rules) {
      if (!doubled.contains(rule)) {
        rule.lines().forEach(line -> line(new Posted(rule, line), exact, groups));
      }
    }
  }

  private void line(Posted posted, Map<String, Posted> exact, Map<String, List<Posted>> groups) {
    Rule.Line line = posted.line().line();
    String where = place(posted.rule()) + line(line);
    String when = condition(posted.rule().rule().when()) + condition(line.when());
    Posted same = exact.putIfAbsent(where + line.side() + when, posted);
    if (same != null) {
      findings.add(posted.line().node(), RuleFinding.LINE_REPEATED, same.rule().rule().name());
      return;
    }
    Posted opposite = exact.get(where + opposite(line.side()) + when);
    if (opposite != null) {
      findings.add(posted.line().node(), RuleFinding.LINES_CANCEL, opposite.rule().rule().name());
      return;
    }
    List<Posted> others = groups.computeIfAbsent(where + line.side(), any -> new ArrayList<>());
    if (others.size() < MOST_COMPARED) {
      others.stream()
          .filter(before -> areBoth(whens(before), whens(posted)))
          .findFirst()
          .ifPresent(
              before ->
                  findings.warn(
                      posted.line().node(), RuleFinding.LINE_TWICE, before.rule().rule().name()));
    }
    others.add(posted);
  }

  private static List<Optional<Formula>> whens(Posted posted) {
    return List.of(posted.rule().rule().when(), posted.line().line().when());
  }

  private static Side opposite(Side side) {
    return side == Side.DEBIT ? Side.CREDIT : Side.DEBIT;
  }

  private static String place(Placed.OneRule rule) {
    return rule.rule().kind() + (rule.rule().eachRow() ? " each\n" : "\n");
  }

  private static String condition(Optional<Formula> when) {
    return when.map(formula -> Canonical.of(formula.root())).orElse("") + "\n";
  }

  private static String making(Rule rule) {
    return switch (rule.making()) {
      case Making.Lines(List<Rule.Line> lines) ->
          lines.stream()
              .map(line -> line.side() + line(line) + condition(line.when()))
              .sorted()
              .collect(Collectors.joining());
      case Making.Pay pay ->
          pay.item().name()
              + "\n"
              + Canonical.of(pay.quantity().root())
              + "\n"
              + Canonical.of(pay.amount().root());
    };
  }

  private static String line(Rule.Line line) {
    return account(line.account()) + "\n" + Canonical.of(line.amount().root()) + "\n";
  }

  private static String account(AccountChoice choice) {
    return switch (choice) {
      case AccountChoice.Fixed fixed -> "=" + fixed.account().name();
      case AccountChoice.ByTable table -> "lookup " + table.table().name();
      case AccountChoice.ByName named -> "named " + Canonical.of(named.name().root());
    };
  }
}
