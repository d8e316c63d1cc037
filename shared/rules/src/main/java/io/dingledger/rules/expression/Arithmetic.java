package io.dingledger.rules.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Two numbers and an operator between them. Sums, differences, products and remainders are exact;
 * quotients have 34 digits. What comes out within the last of them beside a short decimal is that
 * decimal: {@code 10 / 3 * 3} is 10, so that half a cent is rounded as by hand.
 */
final class Arithmetic extends Node.OfNumber {
  /** Digits that a quotient's own rounding cannot reach in any calculation of usual length. */
  private static final int SURE_DIGITS = 30;

  /** How many of them must be zeros or nines to be taken for the traces of a quotient. */
  private static final int TRACES = 12;

  private final Operator operator;
  private final Node left;
  private final Node right;

  Arithmetic(Operator operator, Node left, Node right) {
    this.operator = operator;
    this.left = left;
    this.right = right;
  }

  @Override
  BigDecimal number(Run run) {
    BigDecimal first = left.number(run);
    BigDecimal second = right.number(run);
    BigDecimal result =
        switch (operator) {
          case PLUS -> first.add(second);
          case MINUS -> first.subtract(second);
          case TIMES -> first.multiply(second);
          case DIVIDED_BY -> {
            divisor(second, run);
            yield first.divide(second, MathContext.DECIMAL128);
          }
          case REMAINDER -> {
            divisor(second, run);
            yield first.remainder(second);
          }
          case OR, AND, EQUAL, DIFFERENT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
              throw new IllegalStateException(operator.sign());
        };
    if (!Limit.fits(result)) {
      throw run.tooLarge(this, Limit.DIGITS);
    }
    return settled(result);
  }

  private BigDecimal settled(BigDecimal number) {
    if (number.scale() <= TRACES) {
      return number;
    }
    int whole = number.precision() - number.scale();
    // A difference may be nothing but traces; a product or quotient has them behind its own digits.
    boolean sum = operator == Operator.PLUS || operator == Operator.MINUS;
    int decimals = SURE_DIGITS - (sum ? Math.max(0, whole) : whole);
    if (decimals < TRACES || number.scale() <= decimals) {
      return number;
    }
    BigDecimal shorter = number.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    if (shorter.scale() > decimals - TRACES) {
      return number;
    }
    return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
  }

  private void divisor(BigDecimal number, Run run) {
    if (number.signum() == 0) {
      throw run.dividesByZero(this);
    }
  }

  @Override
  Words words(Object[] trace) {
    return between(left, operator, right, trace);
  }

  /** How an operator between two operands is written. */
  static Words between(Node left, Operator operator, Node right, Object[] trace) {
    int binding = operator.binding();
    return new Words(
        left.words(trace).within(binding)
            + " "
            + operator.sign()
            + " "
            + right.words(trace).within(binding + 1),
        binding);
  }

  /** A number with its sign turned. */
  static final class Negative extends Node.OfNumber {
    private final Node operand;

    Negative(Node operand) {
      this.operand = operand;
    }

    @Override
    BigDecimal number(Run run) {
      return operand.number(run).negate();
    }

    @Override
    Words words(Object[] trace) {
      int binding = Operator.UNARY_BINDING;
      return new Words("-" + operand.words(trace).within(binding), binding);
    }
  }

  /** Two texts, one behind the other. */
  static final class Joined extends Node {
    private final Node left;
    private final Node right;

    Joined(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    @Override
    Value value(Run run) {
      String first = left.text(run);
      String second = right.text(run);
      if (first.length() + (long) second.length() > Limit.LONGEST_TEXT) {
        throw run.tooLarge(this, Limit.LENGTH);
      }
      return new Value.Text(first.concat(second));
    }

    @Override
    Words words(Object[] trace) {
      return between(left, Operator.PLUS, right, trace);
    }
  }
}
