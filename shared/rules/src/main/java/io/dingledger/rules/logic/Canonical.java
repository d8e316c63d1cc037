package io.dingledger.rules.logic;

import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Operator;
import io.dingledger.rules.expression.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes expressions so that those that say the same in other words mostly look the same: blanks,
 * parentheses, the order of what can be swapped, and zeros at the end of decimals do not matter.
 */
public final class Canonical {
  private static final Set<Operator> SWAPPABLE =
      Set.of(Operator.OR, Operator.AND, Operator.EQUAL, Operator.DIFFERENT, Operator.TIMES);

  private Canonical() {}

  /** The one way to write it. */
  public static String of(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> of(literal.value());
      case Expression.Path path -> path.name();
      case Expression.Has has -> "has(" + has.field().name() + ")";
      case Expression.Not not -> "!(" + of(not.operand()) + ")";
      case Expression.Negative negative -> "-(" + of(negative.operand()) + ")";
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional conditional ->
          "("
              + of(conditional.condition())
              + " ? "
              + of(conditional.yes())
              + " : "
              + of(conditional.no())
              + ")";
      case Expression.In in -> in(in);
      case Expression.Call call ->
          call.function().word()
              + call.arguments().stream()
                  .map(Canonical::of)
                  .collect(Collectors.joining(", ", "(", ")"));
    };
  }

  private static String of(Value value) {
    return switch (value) {
      case Value.Decimal(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
      case Value.Text(String text) -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
      case Value other -> other.plain();
    };
  }

  private static String binary(Expression.Binary binary) {
    Operator operator = binary.operator();
    String left = of(binary.left());
    String right = of(binary.right());
    return switch (operator) {
      case GREATER -> joined(List.of(right, left), Operator.LESS);
      case GREATER_OR_EQUAL -> joined(List.of(right, left), Operator.LESS_OR_EQUAL);
      default ->
          SWAPPABLE.contains(operator)
              ? joined(Stream.of(left, right).sorted().toList(), operator)
              : joined(List.of(left, right), operator);
    };
  }

  private static String joined(List<String> operands, Operator operator) {
    return "(" + String.join(" " + operator.sign() + " ", operands) + ")";
  }

  private static String in(Expression.In in) {
    return "("
        + of(in.element())
        + in.options().stream()
            .map(option -> of(option.value()))
            .sorted()
            .distinct()
            .collect(Collectors.joining(", ", " in [", "])"));
  }
}
