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
import java.util.ArrayList;
import java.util.List;
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
    List<Expression> parts = new ArrayList<>();
    collect(formula.root(), parts);
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

  private static void collect(Expression expression, List<Expression> parts) {
    parts.add(expression);
    switch (expression) {
      case Expression.Not not -> collect(not.operand(), parts);
      case Expression.Negative negative -> collect(negative.operand(), parts);
      case Expression.Binary binary -> {
        collect(binary.left(), parts);
        collect(binary.right(), parts);
      }
      case Expression.Conditional conditional -> {
        collect(conditional.condition(), parts);
        collect(conditional.yes(), parts);
        collect(conditional.no(), parts);
      }
      case Expression.In in -> {
        collect(in.element(), parts);
        parts.addAll(in.options());
      }
      case Expression.Call call -> call.arguments().forEach(part -> collect(part, parts));
      case Expression.Literal literal -> {}
      case Expression.Path path -> {}
      case Expression.Has has -> {}
    }
  }

  /** Whether each text that a field is compared with is one that the field can be. */
  private boolean areTextsPossible(Word word, Expression part) {
    return switch (part) {
      case Expression.In in ->
          in.options().stream()
              .map(option -> isPossible(word, in.element(), option))
              .reduce(true, Boolean::logicalAnd);
      case Expression.Binary binary
          when binary.operator() == Operator.EQUAL || binary.operator() == Operator.DIFFERENT ->
          isPossible(word, binary.left(), binary.right())
              & isPossible(word, binary.right(), binary.left());
      default -> true;
    };
  }

  private boolean isPossible(Word word, Expression read, Expression text) {
    if (!(read instanceof Expression.Path path
        && text instanceof Expression.Literal(int at, Value.Text(String wanted), String source)
        && domain.of(path.name()).orElse(null)
            instanceof Constraint.Words(Optional<Set<String>> of, Set<String> without)
        && of.isPresent()
        && !of.get().contains(wanted))) {
      return true;
    }
    findings.add(
        word,
        at,
        RuleFinding.TEXT_IMPOSSIBLE,
        path.name(),
        wanted,
        Nearest.hint(wanted, of.get()),
        String.join(", ", new TreeSet<>(of.get())));
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
