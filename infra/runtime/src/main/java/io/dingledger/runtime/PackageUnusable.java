package io.dingledger.runtime;

import io.dingledger.model.failure.Reason;

/** A package that can't be used, as its user is to read it. */
public final class PackageUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  /** For a reason. */
  public PackageUnusable(RuntimeFault fault, Object... arguments) {
    super(Reason.of(fault, arguments).english());
    this.reason = Reason.of(fault, arguments);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
