package io.dingledger.rules.audit;

import io.dingledger.model.voucher.Explanation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Calculates the arithmetic of an explanation while reading it: sums of products of factors. Sums,
 * differences and products are exact, quotients have 34 digits; results of more than 30 digits
 * whose last dozen of these are zeros or nines are the decimal beside them, as {@code
 * docs/rule-book.md} says.
 */
final class Calculator {
  private static final MathContext QUOTIENTS = new MathContext(34, RoundingMode.HALF_EVEN);
  private static final int SURE_DIGITS = 30;
  private static final int TRACES = 12;
  private static final int SECONDS_A_DAY = 86_400;
  private static final int DEEPEST = 200;

  private final String arithmetic;
  private final List<Word> words;
  private final Functions functions;
  private int next;
  private int depth;

  private Calculator(Explanation explanation, RoundingMode rounding) {
    this.arithmetic = explanation.arithmetic();
    this.words = Words.of(explanation);
    this.functions = new Functions(arithmetic, rounding);
  }

  /**
   * The unrounded result.
   *
   * @param rounding how {@code round} rounds
   * @throws CannotFollow when it is no arithmetic over the inputs
   */
  static BigDecimal result(Explanation explanation, RoundingMode rounding) {
    Calculator calculator = new Calculator(explanation, rounding);
    Operand result = calculator.sum();
    if (!(calculator.words.get(calculator.next) instanceof Word.End)) {
      throw calculator.notUnderstood();
    }
    return calculator.functions.number(result);
  }

  private Operand sum() {
    Operand left = product();
    while (isNext("+") || isNext("-")) {
      boolean plus = accept("+");
      if (!plus) {
        next++;
      }
      Operand right = product();
      left = plus ? plus(left, right) : minus(left, right);
    }
    return left;
  }

  /** Texts are joined, as in the rule book's language. */
  private Operand plus(Operand left, Operand right) {
    if (left.number().isPresent() && right.number().isPresent()) {
      return figure(sum(number(left).add(number(right))));
    }
    if (left.duration().isPresent() && right.duration().isPresent()) {
      return new Operand.Elapsed(left.duration().get().plus(right.duration().get()));
    }
    if (left.day().isPresent() && right.duration().isPresent()) {
      return shifted(left.day().get(), right.duration().get());
    }
    if (left.duration().isPresent() && right.day().isPresent()) {
      return shifted(right.day().get(), left.duration().get());
    }
    return new Operand.Given(left.text() + right.text());
  }

  private Operand minus(Operand left, Operand right) {
    if (left.day().isPresent() && right.day().isPresent()) {
      long days = left.day().get().toEpochDay() - right.day().get().toEpochDay();
      return new Operand.Elapsed(Duration.ofDays(days));
    }
    if (left.day().isPresent() && right.duration().isPresent()) {
      return shifted(left.day().get(), right.duration().get().negated());
    }
    return left.duration().isPresent() && right.duration().isPresent()
        ? new Operand.Elapsed(left.duration().get().minus(right.duration().get()))
        : figure(sum(number(left).subtract(number(right))));
  }

  private Operand shifted(LocalDate day, Duration duration) {
    BigDecimal days = Durations.in(duration, SECONDS_A_DAY);
    return new Operand.Date(functions.later(day, days));
  }

  private Operand product() {
    Operand left = factor();
    while (isNext("*") || isNext("/") || isNext("%")) {
      String sign = words.get(next++).text();
      BigDecimal first = number(left);
      BigDecimal second = number(factor());
      left =
          figure(
              settled(
                  switch (sign) {
                    case "*" -> first.multiply(second);
                    case "/" -> first.divide(divisor(second), QUOTIENTS);
                    default -> first.remainder(divisor(second));
                  }));
    }
    return left;
  }

  /** A difference may be nothing but traces, so at most so many of its decimals are sure. */
  private static BigDecimal sum(BigDecimal number) {
    return settled(number, Math.min(SURE_DIGITS, SURE_DIGITS - wholeDigits(number)));
  }

  private static BigDecimal settled(BigDecimal number) {
    return settled(number, SURE_DIGITS - wholeDigits(number));
  }

  private static int wholeDigits(BigDecimal number) {
    return number.precision() - number.scale();
  }

  /** Without the traces that a quotient's own rounding leaves behind a short decimal. */
  private static BigDecimal settled(BigDecimal number, int sure) {
    if (sure < TRACES || number.scale() <= sure) {
      return number;
    }
    BigDecimal kept = number.setScale(sure, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return kept.scale() <= sure - TRACES ? new BigDecimal(kept.toPlainString()) : number;
  }

  private BigDecimal divisor(BigDecimal number) {
    if (number.signum() == 0) {
      throw new CannotFollow(AuditFinding.DIVISION_BY_ZERO, arithmetic);
    }
    return number;
  }

  private Operand factor() {
    if (++depth > DEEPEST) {
      throw notUnderstood();
    }
    Operand factor = accept("-") ? figure(number(factor()).negate()) : primary();
    depth--;
    return factor;
  }

  private Operand primary() {
    Word word = words.get(next);
    if (accept("(")) {
      Operand inner = sum();
      close();
      return inner;
    }
    switch (word) {
      case Word.Named(var input) -> {
        next++;
        return new Operand.Given(input.value());
      }
      case Word.Number(String text) -> {
        next++;
        return figure(number(new Operand.Given(text)));
      }
      case Word.Quoted quoted -> {
        next++;
        return new Operand.Given(quoted.content());
      }
      case Word.Other(String name) -> {
        next++;
        if (!accept("(")) {
          throw new CannotFollow(AuditFinding.INPUT_MISSING, arithmetic, name);
        }
        return functions.result(name, arguments());
      }
      case Word.Sign sign -> throw notUnderstood();
      case Word.End end -> throw notUnderstood();
    }
  }

  private List<Operand> arguments() {
    List<Operand> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (accept(","));
    close();
    return arguments;
  }

  private void close() {
    if (!accept(")")) {
      throw notUnderstood();
    }
  }

  private boolean isNext(String sign) {
    return words.get(next) instanceof Word.Sign(String text) && text.equals(sign);
  }

  private boolean accept(String sign) {
    boolean there = isNext(sign);
    next += there ? 1 : 0;
    return there;
  }

  private BigDecimal number(Operand operand) {
    return functions.number(operand);
  }

  private static Operand figure(BigDecimal number) {
    return new Operand.Figure(number);
  }

  private CannotFollow notUnderstood() {
    return new CannotFollow(AuditFinding.NOT_UNDERSTOOD, arithmetic, words.get(next).text());
  }
}
