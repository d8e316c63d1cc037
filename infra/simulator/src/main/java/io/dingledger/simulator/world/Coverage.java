package io.dingledger.simulator.world;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Which crash points were reached, and how often each fault struck at each, over all runs. */
public final class Coverage {
  private final Map<Fault, Map<String, Long>> counts = new EnumMap<>(Fault.class);
  private final Map<String, Reached> reached = new TreeMap<>();

  /**
   * A crash point.
   *
   * @param call what kind of call it is
   * @param times how often it was reached
   */
  public record Reached(Call call, long times) {
    private Reached and(Reached more) {
      return new Reached(call, times + more.times);
    }
  }

  /** Counts a fault. */
  void struck(Fault fault, String where) {
    counts.computeIfAbsent(fault, key -> new TreeMap<>()).merge(where, 1L, Long::sum);
  }

  /** Counts a call. */
  void reached(Call call, String point) {
    reached.merge(point, new Reached(call, 1), Reached::and);
  }

  /** Adds what another run covered. */
  public synchronized void add(Coverage other) {
    other.counts.forEach(
        (fault, places) ->
            places.forEach(
                (where, count) ->
                    counts
                        .computeIfAbsent(fault, key -> new TreeMap<>())
                        .merge(where, count, Long::sum)));
    other.reached.forEach((point, more) -> reached.merge(point, more, Reached::and));
  }

  /** How often a fault struck. */
  public synchronized long of(Fault fault) {
    return counts.getOrDefault(fault, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** How often a fault struck at a crash point. */
  public synchronized long at(Fault fault, String point) {
    return counts.getOrDefault(fault, Map.of()).getOrDefault(point, 0L);
  }

  /** How often a fault struck, by place, in the order of their names. */
  public synchronized Map<String, Long> places(Fault fault) {
    return Collections.unmodifiableMap(new TreeMap<>(counts.getOrDefault(fault, Map.of())));
  }

  /** Every crash point that was reached, in the order of their names. */
  public synchronized Map<String, Reached> points() {
    return Collections.unmodifiableMap(new TreeMap<>(reached));
  }
}
