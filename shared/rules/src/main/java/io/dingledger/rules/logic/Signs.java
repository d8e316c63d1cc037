package io.dingledger.rules.logic;

import io.dingledger.rules.expression.Expression;
import io.dingledger.rules.expression.Operator;
import io.dingledger.rules.logic.Constraint.End;
import io.dingledger.rules.logic.Constraint.Range;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/** Finds which signs a number can have: enough to tell amounts that are never above zero. */
public final class Signs {
  private final Domain domain;

  /** For numbers over fields of which this is known. */
  public Signs(Domain domain) {
    this.domain = domain;
  }

  /** A number's sign. */
  public enum Sign {
    BELOW_ZERO,
    ZERO,
    ABOVE_ZERO;

    private static Sign of(int signum) {
      return values()[Integer.signum(signum) + 1];
    }

    private int signum() {
      return ordinal() - 1;
    }
  }

  /** The signs that an expression's number can have; more than it can where that is not known. */
  public Set<Sign> of(Expression expression) {
    Optional<BigDecimal> constant = Constants.number(expression);
    if (constant.isPresent()) {
      return EnumSet.of(Sign.of(constant.get().signum()));
    }
    return switch (expression) {
      case Expression.Path path -> ofField(path.name());
      case Expression.Negative negative -> turned(of(negative.operand()));
      case Expression.Binary binary -> ofBinary(binary);
      case Expression.Conditional conditional -> {
        Set<Sign> signs = EnumSet.copyOf(of(conditional.yes()));
        signs.addAll(of(conditional.no()));
        yield signs;
      }
      case Expression.Call call -> ofCall(call);
      default -> any();
    };
  }

  private Set<Sign> ofField(String path) {
    return ofField(path, BigDecimal.ZERO);
  }

  /** The signs of a field and a constant added to it. */
  private Set<Sign> ofField(String path, BigDecimal more) {
    Set<Sign> signs = any();
    if (domain.of(path).orElse(Range.ANY) instanceof Range known) {
      Range range = known.moved(more);
      range.lower().ifPresent(end -> removeBelow(signs, end));
      range.upper().ifPresent(end -> removeAbove(signs, end));
    }
    return signs;
  }

  private static void removeBelow(Set<Sign> signs, End lower) {
    if (lower.at().signum() >= 0) {
      signs.remove(Sign.BELOW_ZERO);
    }
    if (lower.at().signum() > 0 || lower.at().signum() == 0 && !lower.inclusive()) {
      signs.remove(Sign.ZERO);
    }
  }

  private static void removeAbove(Set<Sign> signs, End upper) {
    if (upper.at().signum() <= 0) {
      signs.remove(Sign.ABOVE_ZERO);
    }
    if (upper.at().signum() < 0 || upper.at().signum() == 0 && !upper.inclusive()) {
      signs.remove(Sign.ZERO);
    }
  }

  private Set<Sign> ofBinary(Expression.Binary binary) {
    Optional<Set<Sign>> moved = ofMoved(binary);
    if (moved.isPresent()) {
      return moved.get();
    }
    Set<Sign> left = of(binary.left());
    Set<Sign> right = of(binary.right());
    return switch (binary.operator()) {
      case PLUS -> sums(left, right);
      case MINUS ->
          Canonical.of(binary.left()).equals(Canonical.of(binary.right()))
              ? EnumSet.of(Sign.ZERO)
              : sums(left, turned(right));
      case TIMES, DIVIDED_BY -> {
        // A quotient by zero is no number at all.
        if (binary.operator() == Operator.DIVIDED_BY) {
          right.remove(Sign.ZERO);
        }
        yield right.isEmpty() ? any() : combined(left, right, (one, two) -> one * two);
      }
      default -> any();
    };
  }

  /** A field and a constant: their sum, and their difference either way. */
  private Optional<Set<Sign>> ofMoved(Expression.Binary binary) {
    Optional<BigDecimal> left = Constants.number(binary.left());
    Optional<BigDecimal> right = Constants.number(binary.right());
    if (binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS) {
      boolean minus = binary.operator() == Operator.MINUS;
      if (binary.left() instanceof Expression.Path path && right.isPresent()) {
        return Optional.of(ofField(path.name(), minus ? right.get().negate() : right.get()));
      }
      if (binary.right() instanceof Expression.Path path && left.isPresent()) {
        return Optional.of(
            minus
                ? turned(ofField(path.name(), left.get().negate()))
                : ofField(path.name(), left.get()));
      }
    }
    return Optional.empty();
  }

  private Set<Sign> ofCall(Expression.Call call) {
    Set<Sign> first = of(call.arguments().getFirst());
    Set<Sign> last = of(call.arguments().getLast());
    return switch (call.function()) {
      case ABS -> combined(first, first, (one, same) -> Math.abs(one));
      case MIN -> combined(first, last, Math::min);
      case MAX -> combined(first, last, Math::max);
      case ROUND -> {
        first.add(Sign.ZERO);
        yield first;
      }
      default -> any();
    };
  }

  private static Set<Sign> sums(Set<Sign> left, Set<Sign> right) {
    Set<Sign> sums = EnumSet.noneOf(Sign.class);
    for (Sign one : left) {
      for (Sign two : right) {
        if (one.signum() * two.signum() < 0) {
          return any();
        }
        sums.add(Sign.of(one.signum() + two.signum()));
      }
    }
    return sums;
  }

  private static Set<Sign> combined(Set<Sign> left, Set<Sign> right, IntBinaryOperator result) {
    Set<Sign> signs = EnumSet.noneOf(Sign.class);
    left.forEach(
        one ->
            right.forEach(
                two -> signs.add(Sign.of(result.applyAsInt(one.signum(), two.signum())))));
    return signs;
  }

  private static Set<Sign> turned(Set<Sign> signs) {
    return combined(signs, signs, (one, same) -> -one);
  }

  private static Set<Sign> any() {
    return EnumSet.allOf(Sign.class);
  }
}
