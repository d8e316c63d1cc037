package io.dingledger.rules;

import io.dingledger.model.voucher.Explanation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * Recomputes a line's amount from nothing but its explanation: a calculator of its own that shares
 * no code with the rule book.
 */
final class Recomputation {
  private final Map<String, BigDecimal> inputs = new HashMap<>();
  private final String text;
  private int next;

  private Recomputation(Explanation explanation) {
    text = explanation.arithmetic().replace(" ", "");
    for (Explanation.Input input : explanation.inputs()) {
      try {
        inputs.put(input.name(), new BigDecimal(input.value()));
      } catch (NumberFormatException text) {
        // A text or a day: it cannot stand in the arithmetic.
      }
    }
  }

  static BigDecimal of(Explanation explanation) {
    Recomputation calculator = new Recomputation(explanation);
    BigDecimal result = calculator.sum();
    if (calculator.next != calculator.text.length()) {
      throw new AssertionError("not understood: " + explanation.arithmetic());
    }
    String[] rounding = explanation.rounding().split(" ");
    return result.setScale(Integer.parseInt(rounding[1]), RoundingMode.valueOf(rounding[0]));
  }

  private BigDecimal sum() {
    BigDecimal left = product();
    while (next < text.length() && "+-".indexOf(text.charAt(next)) >= 0) {
      boolean plus = text.charAt(next++) == '+';
      BigDecimal right = product();
      left = plus ? left.add(right) : left.subtract(right);
    }
    return left;
  }

  private BigDecimal product() {
    BigDecimal left = factor();
    while (next < text.length() && "*/".indexOf(text.charAt(next)) >= 0) {
      boolean times = text.charAt(next++) == '*';
      BigDecimal right = factor();
      left = times ? left.multiply(right) : left.divide(right, MathContext.DECIMAL128);
    }
    return left;
  }

  private BigDecimal factor() {
    if (accept("-")) {
      return factor().negate();
    }
    if (accept("(")) {
      return closed(sum());
    }
    if (accept("round(")) {
      BigDecimal number = sum();
      accept(",");
      return closed(number.setScale(sum().intValueExact(), RoundingMode.HALF_UP));
    }
    if (accept("min(")) {
      BigDecimal first = sum();
      accept(",");
      return closed(first.min(sum()));
    }
    int start = next;
    while (next < text.length() && "+-*/(),".indexOf(text.charAt(next)) < 0) {
      next++;
    }
    String word = text.substring(start, next);
    return inputs.containsKey(word) ? inputs.get(word) : new BigDecimal(word);
  }

  private BigDecimal closed(BigDecimal number) {
    if (!accept(")")) {
      throw new AssertionError("not closed: " + text);
    }
    return number;
  }

  private boolean accept(String sign) {
    boolean there = text.startsWith(sign, next);
    next += there ? sign.length() : 0;
    return there;
  }
}
