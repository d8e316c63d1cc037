package io.dingledger.rules.expression;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.RuleBookFinding;

/**
 * What is wrong in an expression.
 *
 * @param at the place in the expression's text, from 0, in UTF-16 units
 * @param reason what is wrong and how to mend it
 */
public record Mistake(int at, Reason reason) {
  static Mistake of(int at, RuleBookFinding finding, Object... arguments) {
    return new Mistake(at, Reason.of(finding, arguments));
  }
}
