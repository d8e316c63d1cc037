package io.dingledger.platform.failure;

import io.dingledger.model.failure.Reason;

/** A failure of the platform that carries its reason; never content, secrets or amounts. */
public abstract class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /** A failure with a reason; the cause may be null. */
  protected PlatformException(Throwable cause, PlatformReason code, Object... arguments) {
    super(code.code(), cause);
    this.reason = Reason.of(code, arguments);
  }

  /** Why, in words for a person. */
  public final Reason reason() {
    return reason;
  }

  /** The stable code and the English words. */
  @Override
  public final String getMessage() {
    return reason.code() + ": " + reason.english();
  }
}
