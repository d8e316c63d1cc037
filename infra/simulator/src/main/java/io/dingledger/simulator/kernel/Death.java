package io.dingledger.simulator.kernel;

/**
 * The process dies here. An error of the machine, so that no step can mistake it for a failure and
 * go on; what was under way is never told.
 */
public final class Death extends VirtualMachineError {
  private static final long serialVersionUID = 1L;

  Death(String where) {
    super(where);
  }

  /** The stack of a simulated death says nothing, and filling it in takes most of the time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
