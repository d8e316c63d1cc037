package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PayItemDefinition;
import io.dingledger.rules.logic.Cases;
import io.dingledger.rules.logic.Conditions;
import io.dingledger.rules.logic.Constraint;
import java.util.List;
import java.util.Set;

/** Finds pay items that are made, but that no rule for {@code payPeriod} ever posts. */
final class PeriodChecks {
  private final Context context;
  private final Book book;
  private final Conditions conditions;

  PeriodChecks(Context context, Book book) {
    this.context = context;
    this.book = book;
    this.conditions = new Conditions(context.domains());
  }

  void check(List<Placed.OneRule> rules, Section root) {
    List<Placed.OneRule> posting =
        rules.stream().filter(rule -> rule.rule().kind() == Kind.PAY_PERIOD).toList();
    if (posting.isEmpty()) {
      return;
    }
    for (PayItemDefinition item : book.pay().items().values()) {
      boolean posted = posting.stream().anyMatch(rule -> mayPost(rule, item));
      if (item.sign() != PaySign.NONE && !posted) {
        root.optionalSection("payItems")
            .ifPresent(
                section ->
                    context
                        .findings()
                        .warn(
                            section.keyNode(item.name()),
                            RuleFinding.ITEM_NEVER_POSTED,
                            item.name()));
      }
    }
  }

  private boolean mayPost(Placed.OneRule rule, PayItemDefinition item) {
    Cases of =
        is("group.item", item.name())
            .and(is("group.sign", item.sign().word()))
            .and(is("group.code", item.code()))
            .and(conditions.holds(rule.rule().when()));
    return rule.lines().stream()
        .anyMatch(line -> !of.and(conditions.holds(line.line().when())).isNever());
  }

  private static Cases is(String path, String word) {
    return Cases.when(path, Constraint.Words.among(Set.of(word)));
  }
}
