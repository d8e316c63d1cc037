package io.dingledger.rules.expression;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.RuleBookFinding;

/**
 * What is wrong in an expression.
 *
 * @param at the place in the expression's text, from 0, in UTF-16 units
 * @param reason what is wrong and how to mend it
 * @param isNearMiss whether an unknown name is close to a known one: a slip of the pen rather than
 *     a word of something else
 */
public record Mistake(int at, Reason reason, boolean isNearMiss) {
  /** One that is no near miss. */
  public Mistake(int at, Reason reason) {
    this(at, reason, false);
  }

  static Mistake nearMiss(int at, RuleBookFinding finding, Object... arguments) {
    return new Mistake(at, Reason.of(finding, arguments), true);
  }

  static Mistake of(int at, RuleBookFinding finding, Object... arguments) {
    return new Mistake(at, Reason.of(finding, arguments));
  }
}
