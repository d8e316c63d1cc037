package io.dingledger.simulator.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each fault struck at each place, over all runs. */
public final class Coverage {
  private final Map<Fault, Map<String, Long>> counts = new EnumMap<>(Fault.class);

  /** Counts one. */
  void struck(Fault fault, String where) {
    counts.computeIfAbsent(fault, key -> new TreeMap<>()).merge(where, 1L, Long::sum);
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
  }

  /** How often a fault struck. */
  public long of(Fault fault) {
    return counts.getOrDefault(fault, Map.of()).values().stream().mapToLong(Long::longValue).sum();
  }

  /** How often a fault struck, by place. */
  public Map<String, Long> places(Fault fault) {
    return Map.copyOf(counts.getOrDefault(fault, Map.of()));
  }
}
