package io.dingledger.rules.translation;

import io.dingledger.rules.expression.CannotEvaluate;
import io.dingledger.rules.expression.Inputs;
import io.dingledger.rules.expression.Worth;

/** The totals of pay items that a place of a document can read. */
interface Counted {
  /** For what has no person, so that nothing can be counted. */
  Counted NOTHING =
      (path, total, place, inputs) -> {
        throw new IllegalStateException("nothing counts " + path);
      };

  /**
   * A total.
   *
   * @throws CannotEvaluate when the pay items are not known
   */
  Worth worth(String path, Total total, Place place, Inputs inputs);
}
