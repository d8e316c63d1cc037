package io.dingledger.rules.reading;

import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes expressions apart. */
final class Parts {
  private Parts() {}

  /** An expression and everything in it. */
  static List<Expression> of(Expression expression) {
    List<Expression> parts = new ArrayList<>();
    collect(expression, parts);
    return parts;
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

  /** The fields that a part compares with what stands in the book, by path. */
  static Map<String, List<Expression.Literal>> compared(Expression part) {
    if (part instanceof Expression.In(int at, Expression.Path path, var options)) {
      return Map.of(path.name(), options);
    }
    if (part instanceof Expression.Binary(int at, Operator operator, var left, var right)
        && (operator == Operator.EQUAL || operator == Operator.DIFFERENT)) {
      if (left instanceof Expression.Path path && right instanceof Expression.Literal literal) {
        return Map.of(path.name(), List.of(literal));
      }
      if (right instanceof Expression.Path path && left instanceof Expression.Literal literal) {
        return Map.of(path.name(), List.of(literal));
      }
    }
    return Map.of();
  }
}
