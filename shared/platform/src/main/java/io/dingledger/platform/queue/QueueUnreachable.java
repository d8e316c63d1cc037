package io.dingledger.platform.queue;

/** A message could not be handed over, or it is not known whether it was. */
public final class QueueUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The cause is null when the queue itself refused. */
  public QueueUnreachable(String queue, Throwable cause) {
    super("queue " + queue + " did not take the message", cause);
  }
}
