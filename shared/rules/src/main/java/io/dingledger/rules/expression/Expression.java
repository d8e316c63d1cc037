package io.dingledger.rules.expression;

import java.util.List;

/**
 * A parsed expression: plain immutable objects. {@code at} is the place in the expression's text,
 * from 0, in UTF-16 units.
 */
public sealed interface Expression {
  /** Where it begins, or where its operator stands. */
  int at();

  /** A number, text or truth that stands in the rule book. */
  record Literal(int at, Value value, String source) implements Expression {}

  /** A field, for example {@code line.amount}. */
  record Path(int at, String name) implements Expression {}

  /** {@code has(line.date)}: whether a field is filled. */
  record Has(int at, Path field) implements Expression {}

  /** {@code !x}. */
  record Not(int at, Expression operand) implements Expression {}

  /** {@code -x}. */
  record Negative(int at, Expression operand) implements Expression {}

  /** An operator between two operands. */
  record Binary(int at, Operator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code condition ? yes : no}. */
  record Conditional(int at, Expression condition, Expression yes, Expression no)
      implements Expression {}

  /** {@code element in ['a', 'b']}. */
  record In(int at, Expression element, List<Literal> options) implements Expression {
    public In {
      options = List.copyOf(options);
    }
  }

  /** A function with its arguments. */
  record Call(int at, Function function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
