package io.dingledger.rules.reading;

import io.dingledger.model.pay.PaySign;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.book.Kind;
import io.dingledger.rules.book.Rule.Making;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.logic.Cases;
import io.dingledger.rules.logic.Conditions;
import io.dingledger.rules.logic.Domain;
import io.dingledger.rules.logic.Signs;
import io.dingledger.rules.logic.Signs.Sign;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds amounts and quantities that are never above zero. */
final class AmountChecks {
  private final Findings findings;
  private final Domain domain;
  private final Conditions conditions;

  AmountChecks(Findings findings, Domain domain) {
    this.findings = findings;
    this.domain = domain;
    this.conditions = new Conditions(domain);
  }

  void check(List<Placed.OneRule> rules) {
    for (Placed.OneRule rule : rules) {
      Cases when = conditions.holds(rule.rule().when());
      boolean mayBeRed = rule.rule().kind() == Kind.PAY_PERIOD;
      for (Placed.Line line : rule.lines()) {
        Cases both = when.and(conditions.holds(line.line().when()));
        check(line.amount(), signs(line.line().amount(), both), mayBeRed);
      }
      rule.pay().ifPresent(words -> pay((Making.Pay) rule.rule().making(), words, when));
    }
  }

  /** Of a pay item the first part that is to blame. */
  private void pay(Making.Pay pay, Placed.PayWords words, Cases when) {
    boolean fine = check(words.quantity(), signs(pay.quantity(), when), false);
    fine = fine && part(words.factor(), pay.factor(), when);
    if (fine && pay.item().sign() != PaySign.NONE) {
      fine = words.amount().isPresent() || part(words.rate(), pay.rate(), when);
      if (fine) {
        Word place = words.amount().or(words::rate).orElse(words.quantity());
        check(place, signs(pay.amount(), when), false);
      }
    }
  }

  private boolean part(Optional<Word> word, Formula formula, Cases when) {
    return word.isEmpty() || check(word.get(), signs(formula, when), false);
  }

  private boolean check(Word word, Set<Sign> signs, boolean mayBeRed) {
    boolean zero = signs.equals(EnumSet.of(Sign.ZERO));
    boolean negative = !zero && !signs.contains(Sign.ABOVE_ZERO) && !mayBeRed;
    if (zero) {
      findings.add(word.node(), RuleFinding.AMOUNT_ZERO, word.text());
    } else if (negative) {
      findings.add(word.node(), RuleFinding.AMOUNT_NEGATIVE, word.text());
    }
    return !zero && !negative;
  }

  /** In whichever case its condition holds. */
  private Set<Sign> signs(Formula formula, Cases when) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    for (Domain narrowed : when.domains(domain)) {
      signs.addAll(new Signs(narrowed).of(formula.root()));
    }
    return signs.isEmpty() ? EnumSet.allOf(Sign.class) : signs;
  }
}
