package io.dingledger.simulator.kernel;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is to happen at a time; of one time in the order in which it was put down. */
public final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long next;

  private record Entry(Instant at, long number, Runnable what) {}

  /** Puts something down. */
  public void at(Instant time, Runnable what) {
    entries.add(new Entry(time, next++, what));
  }

  /** When the next thing is to happen. */
  public Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::at);
  }

  /** Does everything that is due, what it puts down for now included. */
  public void runDue(Instant now) {
    while (next().filter(time -> !time.isAfter(now)).isPresent()) {
      entries.remove().what().run();
    }
  }
}
