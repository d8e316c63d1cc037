package io.dingledger.platform.acting;

/**
 * On whose behalf this thread acts. Only handlers say it, from the message that they were handed;
 * what is below them can ask, but not change it: so the store can refuse what the message does not
 * give a right to, whatever key was computed.
 */
public final class Acting {
  private static final ThreadLocal<Subject> NOW = ThreadLocal.withInitial(() -> Subject.NOTHING);

  private Acting() {}

  /**
   * Does something on behalf of a subject, in this thread.
   *
   * @throws X what the deed throws
   */
  public static <X extends Exception> void on(Subject subject, Deed<X> deed) throws X {
    Subject before = NOW.get();
    NOW.set(subject);
    try {
      deed.run();
    } finally {
      NOW.set(before);
    }
  }

  /** What this thread is busy with; {@link Subject#NOTHING} outside of messages. */
  public static Subject now() {
    return NOW.get();
  }

  /**
   * What is done.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Deed<X extends Exception> {
    /** Does it. */
    void run() throws X;
  }
}
