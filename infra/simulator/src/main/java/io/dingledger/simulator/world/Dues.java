package io.dingledger.simulator.world;

import io.dingledger.platform.store.Key;
import io.dingledger.platform.store.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is due when, read off the items as they are written: the code that looks for what is due is
 * itself among what is tried.
 */
final class Dues {
  private static final int MOMENT = "2026-03-11T02:00:00.000000000Z".length();

  private final Map<Key, Instant> times = new HashMap<>();
  private final TreeMap<Instant, Integer> counts = new TreeMap<>();

  /** The table took these writes. */
  void wrote(List<Write> writes) {
    for (Write write : writes) {
      switch (write) {
        case Write.Put put ->
            now(
                put.item().key(),
                put.item().text("dueSk").map(sort -> Instant.parse(sort.substring(0, MOMENT))));
        case Write.Delete gone -> now(gone.key(), Optional.empty());
        case Write.Check check -> {}
      }
    }
  }

  private void now(Key key, Optional<Instant> due) {
    Optional.ofNullable(times.remove(key))
        .ifPresent(
            old -> counts.computeIfPresent(old, (at, count) -> count > 1 ? count - 1 : null));
    due.ifPresent(
        at -> {
          times.put(key, at);
          counts.merge(at, 1, Integer::sum);
        });
  }

  /** What is due first, and since when. */
  String words() {
    return times.entrySet().stream()
        .min(Map.Entry.<Key, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(first -> first.getKey().partition() + ", due since " + first.getValue())
        .orElse("nothing");
  }

  /** When the first of it is due. */
  Optional<Instant> first() {
    return counts.isEmpty() ? Optional.empty() : Optional.of(counts.firstKey());
  }
}
