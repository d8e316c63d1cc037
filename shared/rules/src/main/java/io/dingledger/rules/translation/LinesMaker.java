package io.dingledger.rules.translation;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.voucher.Dimension;
import io.dingledger.model.voucher.Explanation;
import io.dingledger.model.voucher.Side;
import io.dingledger.model.voucher.Voucher;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies the rules of a kind to a document's places. Every failure becomes a reason. */
final class LinesMaker {
  /** The most lines of a voucher. */
  static final int MOST_LINES = 1000;

  private final IndexedBook index;
  private final Book book;
  private final Kind kind;
  private final String ruleBookVersion;
  private final Places places;
  private final Set<Reason> reasons;
  private final boolean mayBeRed;
  private final List<VoucherLine> lines = new ArrayList<>();
  private final Set<Place> placesWithLines = new HashSet<>();

  /**
   * For one document, or for one of the people whom it concerns.
   *
   * @param places where its rules are applied
   * @param reasons where to put why a person must look
   */
  LinesMaker(
      IndexedBook index, Kind kind, String ruleBookVersion, Places places, Set<Reason> reasons) {
    this.index = index;
    this.book = index.book();
    this.kind = kind;
    this.ruleBookVersion = ruleBookVersion;
    this.places = places;
    this.reasons = reasons;
    this.mayBeRed = kind == Kind.PAY_PERIOD;
  }

  /** Adds a reason for each hold rule that applies. */
  void hold() {
    for (HoldRule hold : index.holds(kind)) {
      for (Place place : places.of(hold.eachRow())) {
        collecting(reasons, () -> hold(hold, place));
      }
    }
  }

  private void hold(HoldRule hold, Place place) {
    if (hold.when().evaluate(place, new Inputs(), book.rounding()).holds()) {
      String chinese = hold.eachRow() ? place.where().chinese() + "：" : "";
      reasons.add(
          Reason.of(
              HoldReason.HOLD_RULE,
              chinese,
              place.where().english(),
              hold.chinese(),
              hold.english()));
    }
  }

  /** The lines that the rules make, in the order of the rules. */
  List<VoucherLine> lines() {
    for (Rule rule : index.rules(kind)) {
      if (rule.making() instanceof Rule.Making.Lines(List<Rule.Line> made)) {
        for (Place place : places.of(rule.eachRow())) {
          collecting(reasons, () -> apply(rule, made, place));
        }
      }
    }
    return lines;
  }

  /** The places that made at least one line. */
  Set<Place> placesWithLines() {
    return Set.copyOf(placesWithLines);
  }

  /** The voucher's summary; empty when it cannot be made, or the book has none for the kind. */
  String summary() {
    String[] summary = {""};
    template()
        .ifPresent(
            template ->
                collecting(
                    reasons, () -> summary[0] = template.fill(places.whole(), book.rounding())));
    return summary[0];
  }

  private Optional<Template> template() {
    return Optional.ofNullable(book.summary().get(kind));
  }

  private void apply(Rule rule, List<Rule.Line> made, Place place) {
    Inputs ruleInputs = new Inputs();
    if (holds(rule.when(), place, ruleInputs)) {
      for (Rule.Line line : made) {
        collecting(reasons, () -> apply(rule, line, place, new Inputs(ruleInputs)));
      }
    }
  }

  private void apply(Rule rule, Rule.Line line, Place place, Inputs inputs) {
    if (!holds(line.when(), place, inputs)) {
      return;
    }
    List<Reason> problems = new ArrayList<>();
    Account account = Lookups.account(line.account(), place, inputs);
    Map<Dimension, String> dimensions = Lookups.dimensions(account, place, inputs, problems);
    reasons.addAll(problems);
    Worth worth = line.amount().evaluate(place, inputs, book.rounding());
    Money amount = Money.rounded(worth.number(), book.currency(), book.rounding());
    boolean refused = amount.isNegative() && !mayBeRed;
    if (refused) {
      reasons.add(Reason.of(HoldReason.LINE_NEGATIVE, rule.name(), worth.text(), amount.plain()));
    }
    String text =
        line.summary().or(this::template).map(each -> each.fill(place, book.rounding())).orElse("");
    if (refused || amount.isZero() || !problems.isEmpty()) {
      return;
    }
    Explanation explanation =
        new Explanation(
            rule.name(),
            ruleBookVersion,
            inputs.inputs(),
            worth.text(),
            book.rounding() + " " + book.scale(),
            amount);
    placesWithLines.add(place);
    lines.add(new VoucherLine(text, account.code(), dimensions, line.side(), amount, explanation));
  }

  static boolean holds(Optional<Formula> when, Place place, Inputs inputs) {
    return when.isEmpty() || when.get().evaluate(place, inputs, place.book().rounding()).holds();
  }

  /** Whether lines make a voucher; if not, why is added to the reasons. */
  static void check(List<VoucherLine> lines, String currency, Set<Reason> reasons) {
    if (lines.isEmpty()) {
      reasons.add(Reason.of(HoldReason.NO_LINES));
    } else if (lines.size() > MOST_LINES) {
      reasons.add(Reason.of(HoldReason.TOO_MANY_LINES, lines.size(), MOST_LINES));
    } else {
      Money debit = Voucher.total(lines, Side.DEBIT, currency);
      Money credit = Voucher.total(lines, Side.CREDIT, currency);
      if (!debit.equals(credit)) {
        reasons.add(Reason.of(HoldReason.UNBALANCED, debit.plain(), credit.plain()));
      }
    }
  }

  /** Runs something that may find a reason to hold the document. */
  static void collecting(Set<Reason> reasons, Runnable evaluation) {
    try {
      evaluation.run();
    } catch (CannotEvaluate why) {
      reasons.add(why.reason());
    }
  }
}
