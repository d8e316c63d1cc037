package io.dingledger.rules.reading;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleFinding;
import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Operator;
import io.dingledger.rules.expression.Type;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.logic.Canonical;
import io.dingledger.rules.logic.Conditions;
import io.dingledger.rules.logic.Constants;
import io.dingledger.rules.logic.Constraint;
import io.dingledger.rules.logic.Domain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what makes no sense in an expression although each part of it can be read. */
final class FormulaChecks {
  private final Findings findings;
  private final Domain domain;
  private final Conditions known;
  private final Conditions plain = new Conditions(Domain.UNKNOWN);

  FormulaChecks(Findings findings, Domain domain) {
    this.findings = findings;
    this.domain = domain;
    this.known = new Conditions(domain);
  }

  /** Looks at all parts; of a condition at whether it can hold, and fail. */
  void check(Word word, Formula formula) {
    List<Expression> parts = Parts.of(formula.root());
    boolean sensible = true;
    for (Expression part : parts) {
      sensible &= areTextsPossible(word, part);
      divisor(word, part);
    }
    if (!sensible) {
      return;
    }
    for (Expression part : parts) {
      if (part instanceof Expression.Conditional conditional) {
        condition(word, conditional.condition(), shown(conditional.condition()));
      }
    }
    if (formula.type() == Type.TRUTH) {
      condition(word, formula.root(), word.text());
    }
  }

  /** Whether each text that a field is compared with is one that the field can be. */
  private boolean areTextsPossible(Word word, Expression part) {
    boolean possible = true;
    for (Map.Entry<String, List<Expression.Literal>> each : Parts.compared(part).entrySet()) {
      for (Expression.Literal literal : each.getValue()) {
        possible &= isPossible(word, each.getKey(), literal);
      }
    }
    return possible;
  }

  private boolean isPossible(Word word, String path, Expression.Literal literal) {
    Optional<Set<String>> texts =
        domain.of(path).orElse(null) instanceof Constraint.Words(Optional<Set<String>> of, var no)
            ? of
            : Optional.empty();
    if (!(literal.value() instanceof Value.Text(String text))
        || texts.isEmpty()
        || texts.get().contains(text)) {
      return true;
    }
    findings.add(
        word,
        literal.at(),
        RuleFinding.TEXT_IMPOSSIBLE,
        path,
        text,
        Nearest.hint(text, texts.get()),
        String.join(", ", new TreeSet<>(texts.get())));
    return false;
  }

  private void divisor(Word word, Expression part) {
    if (part instanceof Expression.Binary(int at, Operator operator, Expression left, Expression by)
        && operator == Operator.DIVIDED_BY
        && Constants.number(by).filter(number -> number.signum() == 0).isPresent()) {
      findings.add(word, at, RuleFinding.DIVISION_BY_ZERO, word.text());
    }
  }

  /** A condition that never holds, or always does, or one of whose alternatives never does. */
  private void condition(Word word, Expression condition, String shown) {
    int at = start(condition);
    if (known.holds(condition).isNever()) {
      findings.add(word, at, RuleFinding.CONDITION_NEVER, shown);
    } else if (plain.fails(condition).isNever()) {
      findings.add(word, at, RuleFinding.CONDITION_ALWAYS, shown);
    } else if (known.fails(condition).isNever()) {
      findings.warn(word, at, RuleFinding.CONDITION_VACUOUS, shown);
    } else if (condition instanceof Expression.Binary binary && binary.operator() == Operator.OR) {
      alternative(word, binary.left());
      alternative(word, binary.right());
    }
  }

  private void alternative(Word word, Expression alternative) {
    if (known.holds(alternative).isNever()) {
      findings.add(word, start(alternative), RuleFinding.CONDITION_NEVER, shown(alternative));
    } else if (alternative instanceof Expression.Binary binary
        && binary.operator() == Operator.OR) {
      alternative(word, binary.left());
      alternative(word, binary.right());
    }
  }

  /** Without the parentheses around the whole. */
  private static String shown(Expression condition) {
    String text = Canonical.of(condition);
    return condition instanceof Expression.Binary || condition instanceof Expression.In
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Where an expression begins; that of an operator is its own place. */
  private static int start(Expression expression) {
    return switch (expression) {
      case Expression.Binary binary -> start(binary.left());
      case Expression.Conditional conditional -> start(conditional.condition());
      case Expression.In in -> start(in.element());
      case Expression.Call call when call.function().isMember() ->
          start(call.arguments().getFirst());
      default -> expression.at();
    };
  }
}
