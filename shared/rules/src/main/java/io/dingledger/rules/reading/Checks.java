package io.dingledger.rules.reading;

import io.dingledger.rules.book.Book;
import io.dingledger.rules.logic.Conditions;
import io.dingledger.rules.logic.Domain;
import java.util.List;
import java.util.Set;

/** Looks at rules and holds together: what each of them says alone was checked before. */
final class Checks {
  private final Context context;
  private final List<Placed.OneRule> rules;
  private final List<Placed.Hold> holds;

  Checks(Context context, List<Placed.OneRule> rules, List<Placed.Hold> holds) {
    this.context = context;
    this.rules = rules;
    this.holds = holds;
  }

  /**
   * Reports everything that is wrong or should be thought over.
   *
   * @param book the book as it was read; it may have mistakes
   * @param made the pay items that rules make, be it that the rule is broken otherwise
   * @param root where its sections stand
   */
  void run(Book book, Section root, Set<String> made) {
    Domain domain = context.domains();
    Conditions conditions = new Conditions(domain);
    new Repetitions(context.findings(), conditions).check(rules);
    new HoldChecks(context.findings(), conditions).check(holds, rules);
    new AmountChecks(context.findings(), domain).check(rules);
    new TotalsChecks(context).check(rules, made);
    new GroupChecks(context, book).check(rules);
    new DimensionChecks(context, book).check(rules);
    new TableTexts(context).check(book, rules, holds);
    new UnitChecks(context).check(rules);
    if (context.findings().isUsable()) {
      new LawChecks(context, book).check(rules);
      new PeriodChecks(context, book).check(rules, root);
      new RuleTrial(context, book).check(rules, root.keyNode("rules"));
    }
  }
}
