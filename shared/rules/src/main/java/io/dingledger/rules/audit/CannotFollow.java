package io.dingledger.rules.audit;

import io.dingledger.model.failure.Reason;

/** Why an explanation cannot be followed; never leaves the package. */
final class CannotFollow extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  CannotFollow(AuditFinding finding, Object... arguments) {
    super(finding.code(), null, false, false);
    this.reason = Reason.of(finding, arguments);
  }

  Reason reason() {
    return reason;
  }
}
