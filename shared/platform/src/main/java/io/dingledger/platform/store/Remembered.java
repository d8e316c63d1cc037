package io.dingledger.platform.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one copy of a function remembers for a short while; safe for many threads. Beyond {@value
 * #MOST} values the oldest is forgotten.
 */
final class Remembered<K, V> {
  private static final int MOST = 2000;

  private final Clock clock;
  private final Duration kept;
  private final Map<K, Known<V>> known = new LinkedHashMap<>();

  Remembered(Clock clock, Duration kept) {
    this.clock = clock;
    this.kept = kept;
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(known.get(key))
        .filter(each -> clock.instant().isBefore(each.until()))
        .map(Known::value);
  }

  synchronized void put(K key, V value) {
    known.remove(key);
    known.put(key, new Known<>(value, clock.instant().plus(kept)));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  synchronized void forget(K key) {
    known.remove(key);
  }

  synchronized void forgetIf(Predicate<V> unwanted) {
    known.values().removeIf(each -> unwanted.test(each.value()));
  }

  private record Known<V>(V value, Instant until) {}
}
