package io.dingledger.rules.reading;

import io.dingledger.model.document.Overtime.Compensation;
import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Book;
import io.dingledger.rules.book.Derived;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.book.Words;
import io.dingledger.rules.calendar.DayClass;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.logic.Cases;
import io.dingledger.rules.logic.Conditions;
import io.dingledger.rules.logic.Constants;
import io.dingledger.rules.logic.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of what the law of mainland China minds; a book with another calendar is not concerned.
 * Overtime pay: Labour Law, article 44. Deductions as a punishment: 工资支付暂行规定, article 16, and the
 * rules of several provinces.
 */
final class LawChecks {
  private static final String MAINLAND = "CN";
  private static final String DAY_CLASS = "day.dayClass";
  private static final String COMPENSATION = "overtime.compensation";

  private final Context context;
  private final Findings findings;
  private final Conditions conditions;
  private final boolean mainland;

  LawChecks(Context context, Book book) {
    this.context = context;
    this.findings = context.findings();
    this.conditions = new Conditions(context.domains());
    this.mainland =
        book.pay().calendar().map(known -> known.base().code().equals(MAINLAND)).orElse(true)
            && book.currency().equals("CNY");
  }

  void check(List<Placed.OneRule> rules) {
    if (!mainland) {
      return;
    }
    List<Placed.OneRule> paying = new ArrayList<>();
    for (Placed.OneRule rule : rules) {
      if (rule.rule().making() instanceof Making.Pay pay) {
        boolean earns = pay.item().sign() == PaySign.EARNING;
        if (rule.rule().kind() == Kind.OVERTIME && earns) {
          paying.add(rule);
          factor(rule, pay);
        }
        if (isOfLateness(rule.rule().kind()) && pay.item().sign() == PaySign.DEDUCTION) {
          fine(rule, pay);
        }
      }
    }
    timeOff(paying);
  }

  private static boolean isOfLateness(Kind kind) {
    return kind == Kind.DAILY_RESULT || kind == Kind.PERSON_MONTH;
  }

  /** A factor that stands in the rule, below the law's for some day on which it applies. */
  private void factor(Placed.OneRule rule, Making.Pay pay) {
    Placed.PayWords words = rule.pay().orElseThrow();
    Optional<BigDecimal> factor = Constants.number(pay.factor().root());
    if (factor.isEmpty() || words.amount().isPresent() || !readsRate(pay.rate())) {
      return;
    }
    Cases when = conditions.holds(rule.rule().when());
    List<String> below = new ArrayList<>();
    for (DayClass dayClass : DayClass.values()) {
      boolean applies = !when.and(on(DAY_CLASS, dayClass.word())).isNever();
      if (applies && factor.get().compareTo(MultipliersReader.least(dayClass)) < 0) {
        below.add(dayClass.word() + " " + MultipliersReader.least(dayClass).toPlainString());
      }
    }
    if (!below.isEmpty()) {
      findings.warn(
          words.factor().isPresent() ? words.factor().get().node() : words.node(),
          RuleFinding.OVERTIME_BELOW_LAW,
          rule.rule().name(),
          factor.get().toPlainString(),
          String.join(", ", below));
    }
  }

  private static Cases on(String path, String word) {
    return Cases.when(path, Constraint.Words.among(Set.of(word)));
  }

  /** On a statutory day time off does not replace pay. */
  private void timeOff(List<Placed.OneRule> paying) {
    Cases forgone =
        on(COMPENSATION, Words.of(Compensation.TIME_OFF))
            .and(on(DAY_CLASS, DayClass.STATUTORY.word()));
    boolean unpaid =
        paying.stream()
            .allMatch(rule -> conditions.holds(rule.rule().when()).and(forgone).isNever());
    boolean paysOtherwise =
        paying.stream()
            .anyMatch(
                rule ->
                    !conditions
                        .holds(rule.rule().when())
                        .and(on(DAY_CLASS, DayClass.STATUTORY.word()))
                        .isNever());
    if (unpaid && paysOtherwise) {
      Placed.OneRule first = paying.getFirst();
      findings.warn(first.node(), RuleFinding.TIME_OFF_FOR_STATUTORY, first.rule().name());
    }
  }

  /** A deduction that is more than the pay for the time that was not worked. */
  private void fine(Placed.OneRule rule, Making.Pay pay) {
    Placed.PayWords words = rule.pay().orElseThrow();
    if (!readsRate(pay.amount())) {
      findings.warn(words.node(), RuleFinding.DEDUCTION_FIXED, rule.rule().name());
    } else if (mayExceedOne(pay.factor().root())) {
      findings.warn(words.node(), RuleFinding.DEDUCTION_ABOVE_PAY, rule.rule().name());
    }
  }

  private boolean readsRate(Formula formula) {
    return context.reached(formula.fields()).stream()
        .anyMatch(path -> context.derived().get(path) instanceof Derived.RateOf);
  }

  private boolean mayExceedOne(Expression factor) {
    Optional<BigDecimal> most =
        Constants.number(factor)
            .or(
                () ->
                    factor instanceof Expression.Path path
                            && context.domains().of(path.name()).orElse(null)
                                instanceof Constraint.Range range
                        ? range.upper().map(Constraint.End::at)
                        : Optional.empty());
    return most.filter(number -> number.compareTo(BigDecimal.ONE) > 0).isPresent();
  }
}
