package io.dingledger.local.command;

import io.dingledger.model.failure.Reason;
import io.dingledger.model.failure.ReasonCode;
import java.util.List;

/** Why a command cannot be carried out, as its user is to read it. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Reason> reasons;

  /** For one reason. */
  public Refusal(ReasonCode code, Object... arguments) {
    this(List.of(Reason.of(code, arguments)));
  }

  /** For several reasons at once. */
  public Refusal(List<Reason> reasons) {
    super(reasons.getFirst().code(), null, false, false);
    this.reasons = List.copyOf(reasons);
  }

  /** Why. */
  public List<Reason> reasons() {
    return reasons;
  }
}
