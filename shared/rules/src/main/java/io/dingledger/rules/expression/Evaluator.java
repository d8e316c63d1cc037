package io.dingledger.rules.expression;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * Evaluates a checked expression and writes down, in the same walk, what it read and how it
 * calculated. Sums, differences and products are exact; quotients have 34 digits.
 */
final class Evaluator {
  private final Facts facts;
  private final Inputs inputs;
  private final RoundingMode rounding;

  Evaluator(Facts facts, Inputs inputs, RoundingMode rounding) {
    this.facts = facts;
    this.inputs = inputs;
    this.rounding = rounding;
  }

  Worth worth(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> Worth.named(literal.source(), literal.value());
      case Expression.Path path -> facts.read(path.name(), inputs);
      case Expression.Has has ->
          truth(facts.has(has.field().name()), "has(" + has.field().name() + ")", tightest());
      case Expression.Not not -> {
        Worth operand = worth(not.operand());
        yield truth(!operand.holds(), "!" + operand.within(unary()), unary());
      }
      case Expression.Negative negative -> {
        Worth operand = worth(negative.operand());
        yield decimal(operand.number().negate(), "-" + operand.within(unary()), unary());
      }
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional conditional ->
          // The condition's inputs are recorded; the arithmetic is that of the branch taken.
          worth(conditional.condition()).holds()
              ? worth(conditional.yes())
              : worth(conditional.no());
      case Expression.In in -> in(in);
      case Expression.Call call -> call(call);
    };
  }

  private Worth binary(Expression.Binary binary) {
    Worth left = worth(binary.left());
    Operator operator = binary.operator();
    if (operator == Operator.OR && left.holds() || operator == Operator.AND && !left.holds()) {
      return left;
    }
    Worth right = worth(binary.right());
    int binding = operator.binding();
    String text = left.within(binding) + " " + operator.sign() + " " + right.within(binding + 1);
    return new Worth(combined(operator, left, right, text), text, binding);
  }

  private static Value combined(Operator operator, Worth left, Worth right, String text) {
    return switch (operator) {
      case OR, AND -> right.value();
      case EQUAL -> new Value.Truth(compare(left.value(), right.value()) == 0);
      case DIFFERENT -> new Value.Truth(compare(left.value(), right.value()) != 0);
      case LESS -> new Value.Truth(compare(left.value(), right.value()) < 0);
      case LESS_OR_EQUAL -> new Value.Truth(compare(left.value(), right.value()) <= 0);
      case GREATER -> new Value.Truth(compare(left.value(), right.value()) > 0);
      case GREATER_OR_EQUAL -> new Value.Truth(compare(left.value(), right.value()) >= 0);
      case PLUS -> sum(left.value(), right.value());
      case MINUS -> new Value.Decimal(left.number().subtract(right.number()));
      case TIMES -> new Value.Decimal(left.number().multiply(right.number()));
      case DIVIDED_BY -> quotient(left.number(), right.number(), text);
    };
  }

  private static Value sum(Value left, Value right) {
    return left instanceof Value.Decimal(BigDecimal first)
            && right instanceof Value.Decimal(BigDecimal second)
        ? new Value.Decimal(first.add(second))
        : new Value.Text(left.plain() + right.plain());
  }

  private static Value quotient(BigDecimal dividend, BigDecimal divisor, String text) {
    if (divisor.signum() == 0) {
      throw new CannotEvaluate(Reason.of(HoldReason.EXPRESSION_FAILED, text));
    }
    return new Value.Decimal(dividend.divide(divisor, MathContext.DECIMAL128));
  }

  /** Orders two values of one type; numbers by value, so 1.0 equals 1.00. */
  private static int compare(Value left, Value right) {
    return switch (left) {
      case Value.Decimal(BigDecimal number) -> number.compareTo(((Value.Decimal) right).number());
      case Value.Day(LocalDate date) -> date.compareTo(((Value.Day) right).date());
      case Value.Text(String text) -> text.compareTo(((Value.Text) right).text());
      case Value.Truth(boolean holds) -> Boolean.compare(holds, ((Value.Truth) right).holds());
    };
  }

  private Worth in(Expression.In in) {
    Worth element = worth(in.element());
    boolean found =
        in.options().stream().anyMatch(option -> compare(element.value(), option.value()) == 0);
    String options =
        String.join(", ", in.options().stream().map(Expression.Literal::source).toList());
    int binding = Operator.EQUAL.binding();
    return truth(found, element.within(binding) + " in [" + options + "]", binding);
  }

  private Worth call(Expression.Call call) {
    List<Worth> arguments = call.arguments().stream().map(this::worth).toList();
    Function function = call.function();
    List<String> texts = arguments.stream().map(Worth::text).toList();
    String text =
        function.isMember()
            ? arguments.getFirst().within(tightest())
                + "."
                + function.word()
                + "("
                + texts.getLast()
                + ")"
            : function.word() + "(" + String.join(", ", texts) + ")";
    return new Worth(result(function, arguments), text, tightest());
  }

  private Value result(Function function, List<Worth> arguments) {
    Worth first = arguments.getFirst();
    Worth last = arguments.getLast();
    return switch (function) {
      case ROUND ->
          new Value.Decimal(first.number().setScale(last.number().intValueExact(), rounding));
      case ABS -> new Value.Decimal(first.number().abs());
      case MIN -> new Value.Decimal(first.number().min(last.number()));
      case MAX -> new Value.Decimal(first.number().max(last.number()));
      case DATE -> new Value.Day(LocalDate.parse(first.value().plain()));
      case SIZE -> {
        String text = first.value().plain();
        yield new Value.Decimal(BigDecimal.valueOf(text.codePointCount(0, text.length())));
      }
      case CONTAINS -> new Value.Truth(first.value().plain().contains(last.value().plain()));
      case STARTS_WITH -> new Value.Truth(first.value().plain().startsWith(last.value().plain()));
      case ENDS_WITH -> new Value.Truth(first.value().plain().endsWith(last.value().plain()));
    };
  }

  private static Worth truth(boolean holds, String text, int binding) {
    return new Worth(new Value.Truth(holds), text, binding);
  }

  private static Worth decimal(BigDecimal number, String text, int binding) {
    return new Worth(new Value.Decimal(number), text, binding);
  }

  private static int unary() {
    return Operator.UNARY_BINDING;
  }

  private static int tightest() {
    return Operator.TIGHTEST_BINDING;
  }
}
