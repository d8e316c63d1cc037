package io.dingledger.rules.expression;

import io.dingledger.model.failure.Reason;
import io.dingledger.rules.HoldReason;
import java.math.RoundingMode;

/**
 * One evaluation of a formula. What it reads and which ways it takes are put into the trace, each
 * at the place that its node has in the formula; there are no loops, so a place is written once.
 */
final class Run {
  final Facts facts;
  final Inputs inputs;
  final RoundingMode rounding;
  final Object[] trace;

  Run(Facts facts, Inputs inputs, RoundingMode rounding, Object[] trace) {
    this.facts = facts;
    this.inputs = inputs;
    this.rounding = rounding;
    this.trace = trace;
  }

  CannotEvaluate dividesByZero(Node node) {
    return new CannotEvaluate(Reason.of(HoldReason.EXPRESSION_FAILED, node.words(trace).text()));
  }

  CannotEvaluate notWholeDays(Node node) {
    return new CannotEvaluate(Reason.of(HoldReason.DAYS_NOT_WHOLE, node.words(trace).text()));
  }

  CannotEvaluate tooLarge(Node node, Limit limit) {
    return new CannotEvaluate(
        Reason.of(
            HoldReason.RESULT_TOO_LARGE,
            node.words(trace).text(),
            limit.chinese(),
            limit.english()));
  }
}
