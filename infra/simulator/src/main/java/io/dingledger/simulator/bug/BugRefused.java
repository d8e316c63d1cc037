package io.dingledger.simulator.bug;

import io.dingledger.model.failure.Reason;

/** A seeded bug that can't be run, with the reason in Chinese and English. */
public final class BugRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  BugRefused(BugFault fault, Object... arguments) {
    this(Reason.of(fault, arguments));
  }

  private BugRefused(Reason reason) {
    super(reason.code() + ": " + reason.english());
    this.reason = reason;
  }

  /** Why, and what to do. */
  public Reason reason() {
    return reason;
  }
}
