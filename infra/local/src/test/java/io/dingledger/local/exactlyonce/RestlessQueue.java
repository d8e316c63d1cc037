package io.dingledger.local.exactlyonce;

import io.dingledger.platform.queue.MessageQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Delivers at least once and in any order, as SQS does: delays are whole seconds, one message in
 * twenty comes twice, and what is due at one time is shuffled. Safe for several threads.
 */
final class RestlessQueue<M> implements MessageQueue<M> {
  private static final int ONE_IN = 20;

  private final Clock clock;
  private final Random random;
  private final TreeMap<Instant, List<M>> waiting = new TreeMap<>();

  RestlessQueue(Clock clock, long seed) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  @Override
  public synchronized void send(M message, Duration delay) {
    Instant from = clock.instant().plusSeconds(delay.plusMillis(999).toSeconds());
    put(message, from);
    if (random.nextInt(ONE_IN) == 0) {
      put(message, from.plusSeconds(random.nextInt(3)));
    }
  }

  private void put(M message, Instant from) {
    waiting.computeIfAbsent(from, time -> new ArrayList<>()).add(message);
  }

  /** Takes what may be delivered now. */
  synchronized List<M> taken() {
    List<M> due = new ArrayList<>();
    var now = waiting.headMap(clock.instant(), true);
    now.values().forEach(due::addAll);
    now.clear();
    Collections.shuffle(due, random);
    return due;
  }

  /** When the next message may be delivered. */
  synchronized Optional<Instant> next() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.firstKey());
  }
}
