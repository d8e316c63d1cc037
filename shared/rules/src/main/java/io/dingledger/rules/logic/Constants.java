package io.dingledger.rules.logic;

import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Function;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/** Calculates what stands in the rule book. */
public final class Constants {
  private Constants() {}

  /** The value of an expression that reads nothing, as far as it is plain arithmetic. */
  public static Optional<Value> of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> Optional.of(literal.value());
      case Expression.Negative negative ->
          number(negative.operand()).map(BigDecimal::negate).map(Value.Decimal::new);
      case Expression.Binary binary -> binary(binary).map(Value.Decimal::new);
      case Expression.Call call when call.function() == Function.DATE ->
          of(call.arguments().getFirst()).map(text -> new Value.Day(LocalDate.parse(text.plain())));
      default -> Optional.empty();
    };
  }

  /** The number that an expression always is. */
  public static Optional<BigDecimal> number(Expression expression) {
    return of(expression)
        .filter(Value.Decimal.class::isInstance)
        .map(value -> ((Value.Decimal) value).number());
  }

  private static Optional<BigDecimal> binary(Expression.Binary binary) {
    Optional<BigDecimal> left = number(binary.left());
    Optional<BigDecimal> right = left.flatMap(any -> number(binary.right()));
    return right.flatMap(
        second ->
            switch (binary.operator()) {
              case PLUS -> Optional.of(left.get().add(second));
              case MINUS -> Optional.of(left.get().subtract(second));
              case TIMES -> Optional.of(left.get().multiply(second));
              case DIVIDED_BY ->
                  second.signum() == 0
                      ? Optional.empty()
                      : Optional.of(left.get().divide(second, MathContext.DECIMAL128));
              default -> Optional.empty();
            });
  }
}
