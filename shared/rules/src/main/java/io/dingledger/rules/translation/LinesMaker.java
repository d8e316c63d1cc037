package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.VoucherLine;
import io.dingledger.rules.HoldReason;
import io.dingledger.rules.book.Account;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.HoldRule;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule;
import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Template;
import io.dingledger.rules.expression.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies the rules of a kind to a document's facts. Every failure becomes a reason. */
final class LinesMaker {
  private final Book book;
  private final String ruleBookVersion;
  private final DocumentFacts document;
  private final List<RowFacts> rows;
  private final Set<Reason> reasons;
  private final List<VoucherLine> lines = new ArrayList<>();

  LinesMaker(
      Book book,
      String ruleBookVersion,
      DocumentFacts document,
      List<RowFacts> rows,
      Set<Reason> reasons) {
    this.book = book;
    this.ruleBookVersion = ruleBookVersion;
    this.document = document;
    this.rows = rows;
    this.reasons = reasons;
  }

  /** Adds a reason for each hold rule that applies. */
  void hold(Kind kind) {
    for (HoldRule hold : book.holds().getOrDefault(kind, List.of())) {
      for (DocumentFacts facts : placesOf(hold.eachRow())) {
        collecting(
            () -> {
              if (hold.when().evaluate(facts, new Inputs(), book.rounding()).holds()) {
                String chinese = hold.eachRow() ? facts.where().chinese() + "：" : "";
                reasons.add(
                    Reason.of(
                        HoldReason.HOLD_RULE,
                        chinese,
                        facts.where().english(),
                        hold.chinese(),
                        hold.english()));
              }
            });
      }
    }
  }

  /** The lines that the rules make. */
  List<VoucherLine> lines(Kind kind) {
    for (Rule rule : book.rules().getOrDefault(kind, List.of())) {
      for (DocumentFacts facts : placesOf(rule.eachRow())) {
        collecting(() -> apply(rule, facts));
      }
    }
    return lines;
  }

  /** The voucher's summary; empty when it cannot be made. */
  String summary(Kind kind) {
    String[] summary = {""};
    collecting(() -> summary[0] = book.summary().get(kind).fill(document, book.rounding()));
    return summary[0];
  }

  private List<? extends DocumentFacts> placesOf(boolean eachRow) {
    return eachRow ? rows : List.of(document);
  }

  private void apply(Rule rule, DocumentFacts facts) {
    Inputs ruleInputs = new Inputs();
    if (holds(rule.when(), facts, ruleInputs)) {
      for (Rule.Line line : rule.lines()) {
        collecting(() -> apply(rule, line, facts, new Inputs(ruleInputs)));
      }
    }
  }

  private void apply(Rule rule, Rule.Line line, DocumentFacts facts, Inputs inputs) {
    if (!holds(line.when(), facts, inputs)) {
      return;
    }
    List<Reason> problems = new ArrayList<>();
    Account account = Lookups.account(line.account(), book, facts, inputs);
    Map<Dimension, String> dimensions = Lookups.dimensions(account, book, facts, inputs, problems);
    reasons.addAll(problems);
    Worth worth = line.amount().evaluate(facts, inputs, book.rounding());
    Money amount = Money.rounded(worth.number(), book.currency(), book.rounding());
    if (amount.isNegative()) {
      reasons.add(Reason.of(HoldReason.LINE_NEGATIVE, rule.name(), worth.text(), amount.plain()));
    }
    Template summary = line.summary().orElseGet(() -> book.summary().get(rule.kind()));
    String text = summary.fill(facts, book.rounding());
    if (amount.isNegative() || amount.isZero() || !problems.isEmpty()) {
      return;
    }
    Explanation explanation =
        new Explanation(
            rule.name(),
            ruleBookVersion,
            inputs.inputs(),
            worth.text(),
            book.rounding() + " " + Money.scaleOf(book.currency()),
            amount);
    lines.add(new VoucherLine(text, account.code(), dimensions, line.side(), amount, explanation));
  }

  private boolean holds(Optional<Formula> when, DocumentFacts facts, Inputs inputs) {
    return when.isEmpty() || when.get().evaluate(facts, inputs, book.rounding()).holds();
  }

  private void collecting(Runnable evaluation) {
    try {
      evaluation.run();
    } catch (CannotEvaluate why) {
      reasons.add(why.reason());
    }
  }
}
