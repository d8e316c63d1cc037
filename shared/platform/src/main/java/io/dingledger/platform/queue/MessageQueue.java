package io.dingledger.platform.queue;

import java.time.Duration;
import java.util.List;

/**
 * A queue that delivers at least once, in any order.
 *
 * @param <M> what it carries; each message names its tenant
 */
public interface MessageQueue<M> {
  /** The longest delay that a queue can hold; longer ones are kept in the table. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /**
   * Hands a message over; when this returns, it is durable.
   *
   * @param delay until it may be delivered, at most {@link #LONGEST_DELAY}
   * @throws QueueUnreachable when it is not known to be durable
   */
  void send(M message, Duration delay);

  /**
   * Hands several messages over, to be delivered at once; when this returns, all are durable.
   *
   * @throws QueueUnreachable when that is not known of one of them; others may be under way
   */
  default void sendAll(List<M> messages) {
    messages.forEach(this::send);
  }

  /** Hands a message over, to be delivered at once. */
  default void send(M message) {
    send(message, Duration.ZERO);
  }
}
