package io.dingledger.dingtalk.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps values for a while; the oldest goes when there are too many. The lock is held for look-ups
 * only.
 */
final class BoundedCache<K, V> {
  private record Kept<V>(V value, Instant until) {}

  private final Map<K, Kept<V>> kept;
  private final Duration life;
  private final InstantSource clock;

  BoundedCache(int most, Duration life, InstantSource clock) {
    this.life = life;
    this.clock = clock;
    this.kept =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    Kept<V> found = kept.get(key);
    if (found == null || clock.instant().isBefore(found.until())) {
      return Optional.ofNullable(found).map(Kept::value);
    }
    kept.remove(key);
    return Optional.empty();
  }

  synchronized void put(K key, V value) {
    kept.put(key, new Kept<>(value, clock.instant().plus(life)));
  }
}
