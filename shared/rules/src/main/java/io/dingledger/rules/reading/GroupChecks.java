package io.dingledger.rules.reading;

import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.PeriodVouchers;
import io.dingledger.rules.book.PeriodVouchers.SumBy;
import io.dingledger.rules.book.Words;
import io.dingledger.rules.expression.Formula;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds fields of groups that are empty, because the items are not summed apart by them. */
final class GroupChecks {
  private static final Map<SumBy, Set<String>> FIELDS =
      Map.of(
          SumBy.EMPLOYEE,
          Set.of("group.userId", "group.name", "group.jobNumber"),
          SumBy.DEPARTMENT,
          Set.of("group.departmentId", "group.departmentName", "group.departmentCode"));

  private final Findings findings;
  private final Optional<PeriodVouchers> period;

  GroupChecks(Context context, Book book) {
    this.findings = context.findings();
    this.period = book.pay().period();
  }

  /** The fields of groups that are always empty in a book. */
  static Set<String> empty(Optional<PeriodVouchers> period) {
    Set<String> empty = new HashSet<>();
    period.ifPresent(
        known ->
            FIELDS.forEach(
                (by, fields) -> {
                  if (!known.sumBy().contains(by)) {
                    empty.addAll(fields);
                  }
                }));
    return empty;
  }

  void check(List<Placed.OneRule> rules) {
    for (Placed.OneRule rule : rules) {
      if (rule.rule().kind() == Kind.PAY_PERIOD) {
        rule.when().ifPresent(word -> check(word, rule.rule().when()));
        for (Placed.Line line : rule.lines()) {
          line.when().ifPresent(word -> check(word, line.line().when()));
          check(line.amount(), Optional.of(line.line().amount()));
        }
      }
    }
  }

  private void check(Word word, Optional<Formula> formula) {
    Set<String> read = formula.map(Formula::fields).orElse(Set.of());
    FIELDS.forEach(
        (by, fields) ->
            read.stream()
                .filter(fields::contains)
                .filter(empty(period)::contains)
                .forEach(
                    path ->
                        findings.add(
                            word.node(), RuleFinding.GROUP_FIELD_EMPTY, path, Words.of(by))));
  }
}
