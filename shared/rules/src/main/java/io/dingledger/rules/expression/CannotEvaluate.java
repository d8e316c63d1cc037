package io.dingledger.rules.expression;

import io.dingledger.model.failure.Reason;

/**
 * Ends an evaluation that cannot give a value; it becomes a reason to hold the document. Carries no
 * stack trace, for it is an outcome and not a fault.
 */
public final class CannotEvaluate extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  public CannotEvaluate(Reason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
