package io.dingledger.rules.expression;

import java.math.BigDecimal;

/**
 * A part of a formula, made ready for evaluation: all that depends on the rule book alone has been
 * decided. Immutable; may be used by any number of threads. Each method that evaluates may throw
 * {@link CannotEvaluate}.
 */
abstract class Node {
  /** Its value. */
  abstract Value value(Run run);

  /** Its value where the type checker has made sure that it is a number. */
  BigDecimal number(Run run) {
    return ((Value.Decimal) value(run)).number();
  }

  /** Its value where the type checker has made sure that it is a truth. */
  boolean holds(Run run) {
    return ((Value.Truth) value(run)).holds();
  }

  /** Its value where the type checker has made sure that it is a text. */
  final String text(Run run) {
    return ((Value.Text) value(run)).text();
  }

  /** How an evaluation that left this trace has come to the value. */
  abstract Words words(Object[] trace);

  /** A node that gives a number. */
  abstract static class OfNumber extends Node {
    @Override
    abstract BigDecimal number(Run run);

    @Override
    final Value value(Run run) {
      return new Value.Decimal(number(run));
    }
  }

  /** A node that gives a truth. */
  abstract static class OfTruth extends Node {
    @Override
    abstract boolean holds(Run run);

    @Override
    final Value value(Run run) {
      return Value.Truth.of(holds(run));
    }
  }
}
