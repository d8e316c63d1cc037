package io.dingledger.rules.expression;

import io.dingledger.rules.Nearest;
import io.dingledger.rules.RuleBookFinding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds every mistake of meaning in an expression: unknown fields and types that don't fit. */
final class TypeChecker {
  private static final BigDecimal MOST_DECIMALS = BigDecimal.TEN;
  private static final Set<Type> ORDERED = EnumSet.of(Type.DECIMAL, Type.DATE, Type.DURATION);

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
      String near = Nearest.hint(name, vocabulary.fields().keySet());
      // Fields have a point in their names; what has none may be a text whose quotes were
      // forgotten.
      String hint = near.isEmpty() && name.indexOf('.') < 0 ? " (→ '" + name + "'?)" : near;
      mistakes.add(
          near.isEmpty()
              ? Mistake.of(path.at(), RuleBookFinding.FIELD_UNKNOWN, name, hint)
              : Mistake.nearMiss(path.at(), RuleBookFinding.FIELD_UNKNOWN, name, hint));
      return Optional.empty();
    }
    return type;
  }

  private Optional<Type> binary(Expression.Binary binary) {
    return switch (binary.operator()) {
      case OR, AND -> both(binary, Type.TRUTH, Type.TRUTH);
      case TIMES, DIVIDED_BY, REMAINDER -> both(binary, Type.DECIMAL, Type.DECIMAL);
      case PLUS, MINUS -> sum(binary);
      case EQUAL, DIFFERENT -> alike(binary);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
    };
  }

  private Optional<Type> both(Expression.Binary binary, Type operands, Type result) {
    Optional<Type> left = wanted(binary.left(), operands);
    Optional<Type> right = wanted(binary.right(), operands);
    return left.isPresent() && right.isPresent() ? Optional.of(result) : Optional.empty();
  }

  private Optional<Type> sum(Expression.Binary binary) {
    Optional<Type> left = type(binary.left());
    if (left.isEmpty()) {
      type(binary.right());
      return left;
    }
    boolean plus = binary.operator() == Operator.PLUS;
    return switch (left.get()) {
      case DECIMAL -> wanted(binary.right(), Type.DECIMAL);
      case TEXT -> plus ? wanted(binary.right(), Type.TEXT) : notSummed(binary, Type.TEXT);
      case DATE -> plus ? ofDate(binary.right()) : fromDate(binary.right());
      case DURATION -> plus ? ofDuration(binary.right()) : wanted(binary.right(), Type.DURATION);
      case TRUTH -> notSummed(binary, Type.TRUTH);
    };
  }

  private Optional<Type> notSummed(Expression.Binary binary, Type left) {
    type(binary.right());
    return mismatch(binary.left().at(), Type.DECIMAL, left);
  }

  /** Date and duration. */
  private Optional<Type> ofDate(Expression right) {
    return wanted(right, Type.DURATION).map(duration -> Type.DATE);
  }

  /** Date less date is a duration, date less duration is a date. */
  private Optional<Type> fromDate(Expression right) {
    Optional<Type> type = type(right);
    if (type.isEmpty() || type.get() == Type.DATE) {
      return type.map(date -> Type.DURATION);
    }
    return type.get() == Type.DURATION
        ? Optional.of(Type.DATE)
        : mismatch(right.at(), Type.DURATION, type.get());
  }

  /** Duration and date, or two durations. */
  private Optional<Type> ofDuration(Expression right) {
    Optional<Type> type = type(right);
    return type.isEmpty() || type.get() == Type.DATE || type.get() == Type.DURATION
        ? type
        : mismatch(right.at(), Type.DURATION, type.get());
  }

  private Optional<Type> alike(Expression.Binary binary) {
    Optional<Type> left = type(binary.left());
    Optional<Type> right =
        left.isPresent() ? wanted(binary.right(), left.get()) : type(binary.right());
    return left.isPresent() && right.isPresent() ? Optional.of(Type.TRUTH) : Optional.empty();
  }

  private Optional<Type> comparison(Expression.Binary binary) {
    Optional<Type> left = type(binary.left());
    if (left.isPresent() && !ORDERED.contains(left.get())) {
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
    Expression last = call.arguments().getLast();
    return switch (call.function()) {
      case ROUND -> isConstant(isSmallInteger(last), call, "0–10");
      case FLOOR_TO, CEIL_TO -> isConstant(isStep(last), call, "0.5");
      case DATE -> isConstant(isReadable(call), call, "\"2026-03-31\"");
      case DURATION -> isConstant(isReadable(call), call, "\"2h30m\"");
      case ABS, MIN, MAX, FLOOR, CEIL, SIZE, CONTAINS, STARTS_WITH, ENDS_WITH -> true;
      case YEAR, MONTH, DAY_OF_MONTH, WEEKDAY, YEARS, MONTHS, DAYS, ADD_DAYS -> true;
      case HOURS, MINUTES -> true;
    };
  }

  private boolean isConstant(boolean fits, Expression.Call call, String example) {
    if (!fits) {
      String word = call.function().word();
      mistake(call.arguments().getLast().at(), RuleBookFinding.FUNCTION_CONSTANT, word, example);
    }
    return fits;
  }

  private static boolean isSmallInteger(Expression expression) {
    return expression instanceof Expression.Literal(int at, Value.Decimal(BigDecimal number), var s)
        && number.scale() == 0
        && number.compareTo(MOST_DECIMALS) <= 0;
  }

  private static boolean isStep(Expression expression) {
    return expression instanceof Expression.Literal(int at, Value.Decimal(BigDecimal number), var s)
        && number.signum() > 0;
  }

  private static boolean isReadable(Expression.Call call) {
    return call.arguments().getLast()
            instanceof Expression.Literal(int at, Value.Text(String text), var source)
        && Constants.of(call.function(), text).isPresent();
  }

  private Optional<Type> mismatch(int at, Type wanted, Type found) {
    return mistake(at, RuleBookFinding.TYPE_MISMATCH, wanted.words(), found.words());
  }

  private Optional<Type> mistake(int at, RuleBookFinding finding, Object... arguments) {
    mistakes.add(Mistake.of(at, finding, arguments));
    return Optional.empty();
  }
}
