package io.dingledger.rules.expression;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What decides. Operands are evaluated from left to right, and no further than needed. */
final class Logic {
  /** Those that hold when the left value is less, equal or greater. */
  private static final Set<Operator> WHEN_LESS =
      EnumSet.of(Operator.LESS, Operator.LESS_OR_EQUAL, Operator.DIFFERENT);

  private static final Set<Operator> WHEN_EQUAL =
      EnumSet.of(Operator.EQUAL, Operator.LESS_OR_EQUAL, Operator.GREATER_OR_EQUAL);
  private static final Set<Operator> WHEN_GREATER =
      EnumSet.of(Operator.GREATER, Operator.GREATER_OR_EQUAL, Operator.DIFFERENT);

  private Logic() {}

  /** {@code &&} or {@code ||}; its trace is there when the right operand was needed. */
  static final class Junction extends Node.OfTruth {
    private final Operator operator;
    private final Node left;
    private final Node right;
    private final int place;

    Junction(Operator operator, Node left, Node right, int place) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.place = place;
    }

    @Override
    boolean holds(Run run) {
      boolean first = left.holds(run);
      if (first == (operator == Operator.OR)) {
        return first;
      }
      run.trace[place] = right;
      return right.holds(run);
    }

    @Override
    Words words(Object[] trace) {
      return trace[place] == null
          ? left.words(trace)
          : Arithmetic.between(left, operator, right, trace);
    }
  }

  /** {@code !x}. */
  static final class Not extends Node.OfTruth {
    private final Node operand;

    Not(Node operand) {
      this.operand = operand;
    }

    @Override
    boolean holds(Run run) {
      return !operand.holds(run);
    }

    @Override
    Words words(Object[] trace) {
      int binding = Operator.UNARY_BINDING;
      return new Words("!" + operand.words(trace).within(binding), binding);
    }
  }

  /** {@code condition ? yes : no}; its trace is the branch that was taken. */
  static final class Choice extends Node {
    private final Node condition;
    private final Node yes;
    private final Node no;
    private final int place;

    Choice(Node condition, Node yes, Node no, int place) {
      this.condition = condition;
      this.yes = yes;
      this.no = no;
      this.place = place;
    }

    private Node taken(Run run) {
      Node taken = condition.holds(run) ? yes : no;
      run.trace[place] = taken;
      return taken;
    }

    @Override
    Value value(Run run) {
      return taken(run).value(run);
    }

    @Override
    BigDecimal number(Run run) {
      return taken(run).number(run);
    }

    @Override
    boolean holds(Run run) {
      return taken(run).holds(run);
    }

    /** The condition's inputs are recorded; the arithmetic is that of the branch taken. */
    @Override
    Words words(Object[] trace) {
      return trace[place] instanceof Node taken
          ? taken.words(trace)
          : new Words(condition.words(trace).text() + " ? … : …", 0);
    }
  }

  /** Two values of one type, compared. */
  static final class Comparison extends Node.OfTruth {
    private final Operator operator;
    private final Node left;
    private final Node right;
    private final boolean numbers;
    private final boolean ifLess;
    private final boolean ifEqual;
    private final boolean ifGreater;

    Comparison(Operator operator, Node left, Node right, boolean numbers) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.numbers = numbers;
      this.ifLess = WHEN_LESS.contains(operator);
      this.ifEqual = WHEN_EQUAL.contains(operator);
      this.ifGreater = WHEN_GREATER.contains(operator);
    }

    @Override
    boolean holds(Run run) {
      int order =
          numbers
              ? left.number(run).compareTo(right.number(run))
              : compare(left.value(run), right.value(run));
      return order == 0 ? ifEqual : order < 0 ? ifLess : ifGreater;
    }

    @Override
    Words words(Object[] trace) {
      return Arithmetic.between(left, operator, right, trace);
    }
  }

  /** {@code element in ['a', 'b']}. */
  static final class OneOf extends Node.OfTruth {
    private final Node element;
    private final List<Expression.Literal> options;

    OneOf(Node element, List<Expression.Literal> options) {
      this.element = element;
      this.options = options;
    }

    @Override
    boolean holds(Run run) {
      Value wanted = element.value(run);
      for (Expression.Literal option : options) {
        if (compare(wanted, option.value()) == 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    Words words(Object[] trace) {
      int binding = Operator.EQUAL.binding();
      String sources = String.join(", ", options.stream().map(Expression.Literal::source).toList());
      return new Words(element.words(trace).within(binding) + " in [" + sources + "]", binding);
    }
  }

  /** Orders two values of one type; numbers by value, so 1.0 equals 1.00. */
  private static int compare(Value left, Value right) {
    return switch (left) {
      case Value.Decimal decimal -> decimal.number().compareTo(((Value.Decimal) right).number());
      case Value.Day day -> day.date().compareTo(((Value.Day) right).date());
      case Value.Text text -> text.text().compareTo(((Value.Text) right).text());
      case Value.Truth truth -> Boolean.compare(truth.holds(), ((Value.Truth) right).holds());
      case Value.Elapsed elapsed ->
          elapsed.duration().compareTo(((Value.Elapsed) right).duration());
    };
  }
}
