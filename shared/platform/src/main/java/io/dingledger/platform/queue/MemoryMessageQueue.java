package io.dingledger.platform.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue in memory, gone with the process; safe for many threads. For tests and simulation.
 *
 * @param <M> what it carries
 */
public final class MemoryMessageQueue<M> implements MessageQueue<M> {
  private final Clock clock;
  private final List<Waiting<M>> waiting = new ArrayList<>();

  /** An empty queue whose delays run by this clock. */
  public MemoryMessageQueue(Clock clock) {
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a negative or too long delay
   */
  @Override
  public synchronized void send(M message, Duration delay) {
    waiting.add(new Waiting<>(message, clock.instant().plusSeconds(Delays.seconds(delay))));
  }

  /** Takes all messages that may be delivered now, in the order of their sending. */
  public synchronized List<M> drain() {
    Instant now = clock.instant();
    List<Waiting<M>> due = waiting.stream().filter(each -> !each.from().isAfter(now)).toList();
    waiting.removeAll(due);
    return due.stream().map(Waiting::message).toList();
  }

  /** How many messages wait, delayed ones included. */
  public synchronized int size() {
    return waiting.size();
  }

  private record Waiting<M>(M message, Instant from) {}
}
