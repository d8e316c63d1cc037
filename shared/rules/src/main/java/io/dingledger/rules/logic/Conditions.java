package io.dingledger.rules.logic;

import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Formula;
import io.dingledger.rules.expression.Operator;
import io.dingledger.rules.expression.Value;
import io.dingledger.rules.logic.Constraint.Range;
import io.dingledger.rules.logic.Constraint.Truth;
import io.dingledger.rules.logic.Constraint.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Takes conditions apart into the cases in which they hold. Comparisons with what stands in the
 * book are understood; everything else may be true or false, the same thing always alike.
 */
public final class Conditions {
  private final Domain domain;

  /** For conditions over fields of which this is known. */
  public Conditions(Domain domain) {
    this.domain = domain;
  }

  /** When a condition holds; one that is not there always does. */
  public Cases holds(Optional<Formula> condition) {
    return condition.map(formula -> holds(formula.root())).orElse(Cases.ALWAYS);
  }

  /** When an expression holds. */
  public Cases holds(Expression condition) {
    return cases(condition, true);
  }

  /** When a condition does not hold. */
  public Cases fails(Optional<Formula> condition) {
    return condition.map(formula -> fails(formula.root())).orElse(Cases.NEVER);
  }

  /** When an expression does not hold. */
  public Cases fails(Expression condition) {
    return cases(condition, false);
  }

  private Cases cases(Expression expression, boolean holds) {
    return switch (expression) {
      case Expression.Literal literal ->
          literal.value().equals(new Value.Truth(holds)) ? Cases.ALWAYS : Cases.NEVER;
      case Expression.Not not -> cases(not.operand(), !holds);
      case Expression.Conditional conditional -> {
        Cases condition = cases(conditional.condition(), true);
        Cases otherwise = cases(conditional.condition(), false);
        yield condition
            .and(cases(conditional.yes(), holds))
            .or(otherwise.and(cases(conditional.no(), holds)));
      }
      case Expression.Binary binary -> binary(binary, holds);
      case Expression.In in -> in(in, holds);
      case Expression.Path path -> ask(path, new Truth(holds));
      default -> ask(expression, new Truth(holds));
    };
  }

  private Cases binary(Expression.Binary binary, boolean holds) {
    return switch (binary.operator()) {
      case AND -> joined(binary, holds, holds);
      case OR -> joined(binary, holds, !holds);
      case EQUAL -> equal(binary, holds);
      case DIFFERENT -> equal(binary, !holds);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered(binary, holds);
      default -> ask(binary, new Truth(holds));
    };
  }

  private Cases joined(Expression.Binary binary, boolean holds, boolean both) {
    Cases left = cases(binary.left(), holds);
    Cases right = cases(binary.right(), holds);
    return both ? left.and(right) : left.or(right);
  }

  private Cases equal(Expression.Binary binary, boolean holds) {
    Optional<Value> left = Constants.of(binary.left());
    Optional<Value> right = Constants.of(binary.right());
    if (left.isPresent() && right.isPresent()) {
      boolean same =
          Canonical.of(binary.left()).equals(Canonical.of(binary.right()))
              || Constants.number(binary.left())
                  .flatMap(
                      number ->
                          Constants.number(binary.right())
                              .map(other -> number.compareTo(other) == 0))
                  .orElse(false);
      return same == holds ? Cases.ALWAYS : Cases.NEVER;
    }
    if (left.isPresent() || right.isPresent()) {
      Expression read = left.isPresent() ? binary.right() : binary.left();
      return equal(read, left.or(() -> right).get(), holds);
    }
    return Canonical.of(binary.left()).equals(Canonical.of(binary.right()))
        ? always(holds)
        : ask(
            new Expression.Binary(0, Operator.EQUAL, binary.left(), binary.right()),
            new Truth(holds));
  }

  private Cases equal(Expression read, Value value, boolean holds) {
    return switch (value) {
      case Value.Truth truth -> cases(read, truth.holds() == holds);
      case Value.Text(String text) ->
          ask(read, holds ? Words.among(Set.of(text)) : Words.but(Set.of(text)));
      case Value.Decimal(BigDecimal number) ->
          ask(read, holds ? Range.only(number) : Range.but(number));
      case Value.Day(LocalDate day) ->
          ask(read, holds ? Range.only(number(day)) : Range.but(number(day)));
      default -> ask(read, new Truth(holds));
    };
  }

  private Cases in(Expression.In in, boolean holds) {
    Cases found = Cases.NEVER;
    Set<String> words = new HashSet<>();
    for (Expression.Literal option : in.options()) {
      if (option.value() instanceof Value.Text(String text)) {
        words.add(text);
      } else {
        found = found.or(equal(in.element(), option.value(), true));
      }
    }
    if (!words.isEmpty()) {
      return ask(in.element(), holds ? Words.among(words) : Words.but(words));
    }
    Cases none = Cases.ALWAYS;
    for (Expression.Literal option : in.options()) {
      none = none.and(equal(in.element(), option.value(), false));
    }
    return holds ? found : none;
  }

  private Cases ordered(Expression.Binary binary, boolean holds) {
    Optional<BigDecimal> left = comparable(binary.left());
    Optional<BigDecimal> right = comparable(binary.right());
    Operator operator = holds ? binary.operator() : opposite(binary.operator());
    if (left.isPresent() && right.isPresent()) {
      return always(holds(operator, left.get().compareTo(right.get())));
    }
    if (right.isPresent()) {
      return ask(binary.left(), range(operator, right.get(), isDay(binary.right())));
    }
    if (left.isPresent()) {
      return ask(binary.right(), range(turned(operator), left.get(), isDay(binary.left())));
    }
    return between(binary.left(), binary.right(), operator);
  }

  /** Two fields compared: their difference is compared with zero. */
  private Cases between(Expression left, Expression right, Operator operator) {
    int order = Canonical.of(left).compareTo(Canonical.of(right));
    if (order == 0) {
      return always(holds(operator, 0));
    }
    Expression first = order < 0 ? left : right;
    Expression second = order < 0 ? right : left;
    Operator turned = order < 0 ? operator : turned(operator);
    return ask(
        new Expression.Binary(0, Operator.MINUS, first, second),
        range(turned, BigDecimal.ZERO, false));
  }

  private static Optional<BigDecimal> comparable(Expression expression) {
    return Constants.of(expression)
        .flatMap(
            value ->
                switch (value) {
                  case Value.Decimal(BigDecimal number) -> Optional.of(number);
                  case Value.Day(LocalDate day) -> Optional.of(number(day));
                  default -> Optional.empty();
                });
  }

  private static boolean isDay(Expression expression) {
    return Constants.of(expression).filter(Value.Day.class::isInstance).isPresent();
  }

  private static BigDecimal number(LocalDate day) {
    return BigDecimal.valueOf(day.toEpochDay());
  }

  /** Between two days that follow each other there is none. */
  private static Range range(Operator operator, BigDecimal at, boolean ofDays) {
    return switch (operator) {
      case LESS -> ofDays ? Range.until(at.subtract(BigDecimal.ONE), true) : Range.until(at, false);
      case LESS_OR_EQUAL -> Range.until(at, true);
      case GREATER -> ofDays ? Range.from(at.add(BigDecimal.ONE), true) : Range.from(at, false);
      default -> Range.from(at, true);
    };
  }

  private static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> Operator.GREATER;
      case GREATER -> Operator.LESS_OR_EQUAL;
      default -> Operator.LESS;
    };
  }

  private static Operator turned(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
      case GREATER -> Operator.LESS;
      default -> Operator.LESS_OR_EQUAL;
    };
  }

  private static Cases always(boolean holds) {
    return holds ? Cases.ALWAYS : Cases.NEVER;
  }

  private Cases ask(Expression read, Constraint constraint) {
    String key = Canonical.of(read);
    boolean plain = read instanceof Expression.Path && domain.isFree(key);
    Optional<Case> one = Case.ANY.with(key, constraint, plain);
    if (read instanceof Expression.Path) {
      Optional<Constraint> known = domain.of(key);
      one =
          one.flatMap(
              each -> known.isPresent() ? each.with(key, known.get(), true) : Optional.of(each));
    }
    return Cases.of(one);
  }
}
