package io.dingledger.model.voucher;

import io.dingledger.model.money.Money;
import java.util.List;

/**
 * Why a line is as it is: enough to recompute it without us.
 *
 * @param rule the rule's name in the rule book
 * @param ruleBookVersion the version of the rule book
 * @param inputs what went in
 * @param arithmetic the calculation over the inputs' names, for example {@code amount - tax}
 * @param rounding how the result was rounded, for example {@code HALF_UP 2}
 * @param result what came out
 */
public record Explanation(
    String rule,
    String ruleBookVersion,
    List<Input> inputs,
    String arithmetic,
    String rounding,
    Money result) {
  public Explanation {
    inputs = List.copyOf(inputs);
  }

  /**
   * One input.
   *
   * @param name its name in the arithmetic
   * @param value its value as text
   * @param origin where it came from, for example {@code row 2, 金额 (by id MoneyField-K4)}
   */
  public record Input(String name, String value, String origin) {}
}
