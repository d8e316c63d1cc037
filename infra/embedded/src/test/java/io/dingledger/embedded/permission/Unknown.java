package io.dingledger.embedded.permission;

/** A policy or a request says something that this evaluation does not know: it never guesses. */
public final class Unknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is not known. */
  public Unknown(String what) {
    super("not known to the evaluation of permissions: " + what);
  }
}
