package io.dingledger.platform.store;

import java.time.Instant;

/**
 * Keeps messages that nobody can read, so that nothing is lost and an operator can look at them.
 */
public interface Quarantine {
  /**
   * Keeps a message.
   *
   * @param queue where it came from
   * @param messageId the queue's id of it; keeping the same one twice keeps one
   * @param body the message as it is
   * @param why what is wrong with it
   */
  void keep(String queue, String messageId, String body, String why, Instant at);

  /** How many are kept. */
  int count();
}
