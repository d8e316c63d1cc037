package io.dingledger.rules.expression;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds every mistake of meaning in an expression: unknown fields and types that don't fit. */
final class TypeChecker {
  private static final BigDecimal MOST_DECIMALS = BigDecimal.TEN;

  private final Vocabulary vocabulary;
  private final List<Mistake> mistakes = new ArrayList<>();

  TypeChecker(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /** The type of an expression; empty when it has a mistake, which is then reported. */
  Optional<Type> type(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> Optional.of(literal.value().type());
      case Expression.Path path -> field(path);
      case Expression.Has has -> field(has.field()).map(any -> Type.TRUTH);
      case Expression.Not not -> wanted(not.operand(), Type.TRUTH);
      case Expression.Negative negative -> wanted(negative.operand(), Type.DECIMAL);
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional conditional -> conditional(conditional);
      case Expression.In in -> in(in);
      case Expression.Call call -> call(call);
    };
  }

  /** The type of an expression that must have this type. */
  Optional<Type> wanted(Expression expression, Type wanted) {
    Optional<Type> type = type(expression);
    if (type.isPresent() && type.get() != wanted) {
      return mismatch(expression.at(), wanted, type.get());
    }
    return type;
  }

  private Optional<Type> field(Expression.Path path) {
    String name = path.name();
    Optional<Type> type = vocabulary.type(name);
    if (vocabulary.notMapped().contains(name)) {
      return mistake(path.at(), RuleBookFinding.FIELD_NOT_MAPPED, name);
    }
    if (type.isEmpty() && vocabulary.onlyInRows().contains(name)) {
      return mistake(path.at(), RuleBookFinding.FIELD_OUTSIDE_ROW, name);
    }
    if (type.isEmpty()) {
      String hint = Nearest.hint(name, vocabulary.fields().keySet());
      return mistake(path.at(), RuleBookFinding.FIELD_UNKNOWN, name, hint);
    }
    return type;
  }

  private Optional<Type> binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case OR, AND -> both(binary, Type.TRUTH, Type.TRUTH);
      case MINUS, TIMES, DIVIDED_BY -> both(binary, Type.DECIMAL, Type.DECIMAL);
      case PLUS -> plus(binary);
      case EQUAL, DIFFERENT -> alike(binary);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
    };
  }

  private Optional<Type> both(Expression.Binary binary, Type operands, Type result) {
    Optional<Type> left = wanted(binary.left(), operands);
    Optional<Type> right = wanted(binary.right(), operands);
    return left.isPresent() && right.isPresent() ? Optional.of(result) : Optional.empty();
  }

  private Optional<Type> plus(Expression.Binary binary) {
    Optional<Type> left = type(binary.left());
    if (left.isEmpty() || left.get() == Type.TEXT) {
      Optional<Type> right =
          left.isEmpty() ? type(binary.right()) : wanted(binary.right(), Type.TEXT);
      return left.isEmpty() ? Optional.empty() : right;
    }
    if (left.get() != Type.DECIMAL) {
      type(binary.right());
      return mismatch(binary.left().at(), Type.DECIMAL, left.get());
    }
    return wanted(binary.right(), Type.DECIMAL);
  }

  private Optional<Type> alike(Expression.Binary binary) {
    Optional<Type> left = type(binary.left());
    Optional<Type> right =
        left.isPresent() ? wanted(binary.right(), left.get()) : type(binary.right());
    return left.isPresent() && right.isPresent() ? Optional.of(Type.TRUTH) : Optional.empty();
  }

  private Optional<Type> comparison(Expression.Binary binary) {
    Optional<Type> left = type(binary.left());
    if (left.isPresent() && left.get() != Type.DECIMAL && left.get() != Type.DATE) {
      type(binary.right());
      return mismatch(binary.left().at(), Type.DECIMAL, left.get());
    }
    Optional<Type> right =
        left.isPresent() ? wanted(binary.right(), left.get()) : type(binary.right());
    return left.isPresent() && right.isPresent() ? Optional.of(Type.TRUTH) : Optional.empty();
  }

  private Optional<Type> conditional(Expression.Conditional conditional) {
    Optional<Type> condition = wanted(conditional.condition(), Type.TRUTH);
    Optional<Type> yes = type(conditional.yes());
    Optional<Type> no =
        yes.isPresent() ? wanted(conditional.no(), yes.get()) : type(conditional.no());
    return condition.isPresent() && no.isPresent() ? yes : Optional.empty();
  }

  private Optional<Type> in(Expression.In in) {
    Optional<Type> element = type(in.element());
    if (element.isPresent()) {
      for (Expression.Literal option : in.options()) {
        wanted(option, element.get());
      }
    }
    return element.map(any -> Type.TRUTH);
  }

  private Optional<Type> call(Expression.Call call) {
    Function function = call.function();
    List<Type> parameters = function.parameters();
    if (call.arguments().size() != parameters.size()) {
      return mistake(
          call.at(),
          RuleBookFinding.FUNCTION_ARGUMENTS,
          function.word(),
          parameters.size() - (function.isMember() ? 1 : 0));
    }
    boolean fits = true;
    for (int index = 0; index < parameters.size(); index++) {
      fits &= wanted(call.arguments().get(index), parameters.get(index)).isPresent();
    }
    fits = fits && constantFits(call);
    return fits ? Optional.of(function.result()) : Optional.empty();
  }

  /** Some arguments must stand in the rule book, so that they can be checked with it. */
  private boolean constantFits(Expression.Call call) {
    return switch (call.function()) {
      case ROUND -> {
        Expression decimals = call.arguments().get(1);
        yield isSmallInteger(decimals)
            || mistake(decimals.at(), RuleBookFinding.FUNCTION_CONSTANT, "round", "0–10")
                .isPresent();
      }
      case DATE -> {
        Expression day = call.arguments().getFirst();
        yield isDate(day)
            || mistake(day.at(), RuleBookFinding.FUNCTION_CONSTANT, "date", "\"2026-03-31\"")
                .isPresent();
      }
      case ABS, MIN, MAX, SIZE, CONTAINS, STARTS_WITH, ENDS_WITH -> true;
    };
  }

  private static boolean isSmallInteger(Expression expression) {
    return expression instanceof Expression.Literal(int at, Value.Decimal(BigDecimal number), var s)
        && number.scale() == 0
        && number.compareTo(MOST_DECIMALS) <= 0;
  }

  private static boolean isDate(Expression expression) {
    if (!(expression instanceof Expression.Literal literal
        && literal.value() instanceof Value.Text text)) {
      return false;
    }
    try {
      LocalDate.parse(text.text());
      return true;
    } catch (DateTimeException notADate) {
      return false;
    }
  }

  private Optional<Type> mismatch(int at, Type wanted, Type found) {
    return mistake(at, RuleBookFinding.TYPE_MISMATCH, wanted.words(), found.words());
  }

  private Optional<Type> mistake(int at, RuleBookFinding finding, Object... arguments) {
    mistakes.add(Mistake.of(at, finding, arguments));
    return Optional.empty();
  }
}
