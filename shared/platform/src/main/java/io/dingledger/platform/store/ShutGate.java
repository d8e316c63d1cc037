package io.dingledger.platform.store;

import io.dingledger.model.access.LedgerGate.Entry;
import io.dingledger.model.access.LedgerGate.Standing;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Why a gate is shut and who sees when it works again. One voucher at a time goes in to try; a few
 * others are its scouts, who come back often enough to see a corrected connection soon. All the
 * rest need not come before they are called, and come much later if nobody calls them.
 */
final class ShutGate {
  static final int MOST_SCOUTS = 3;

  /**
   * The second scout comes a little later than the first, who may have died: by so many parts of
   * the time between two looks.
   */
  private static final int APART = 30;

  /** Those who come uncalled are spread over so many parts of their wait. */
  private static final int SPREAD = 2;

  /** A voucher that is to come back at a time. */
  record Scout(String key, Instant at) {}

  final List<Scout> scouts = new ArrayList<>();
  Failure why;
  Instant probeAt;
  int probes;

  /** The place of the one that tries now; 0 when nobody does. */
  long probing;

  ShutGate(Failure why, Instant probeAt) {
    this.why = why;
    this.probeAt = probeAt;
  }

  static ShutGate by(Failure why, Instant now, GateTimes times, RandomGenerator random) {
    ShutGate shut = new ShutGate(why, now);
    shut.probeLater(now, times, random);
    return shut;
  }

  /** Whether the next one goes in to see whether it works again. */
  boolean isProbedBy(List<Gate.Place> places, Instant now) {
    boolean tried = places.stream().anyMatch(place -> place.number() == probing);
    return !tried && !now.isBefore(probeAt);
  }

  void probed(VoucherKey key, long place) {
    probing = place;
    scouts.removeIf(scout -> scout.key().equals(key.value()));
  }

  /** The connection was changed. */
  void probeNow(Instant now) {
    probes = 0;
    probing = 0;
    probeAt = now;
  }

  void notBefore(Instant moment) {
    probing = 0;
    probeAt = Gate.later(probeAt, moment);
  }

  Standing failedAgain(Failure again, Instant now, GateTimes times, RandomGenerator random) {
    why = again;
    probes++;
    probing = 0;
    probeLater(now, times, random);
    return new Standing.Shut(why);
  }

  /** When it is to ask again. */
  Entry.Shut turnedAway(VoucherKey key, Instant now, GateTimes times, RandomGenerator random) {
    Instant soon = now.plus(times.scouting());
    Duration apart = times.scouting().dividedBy(APART);
    scouts.removeIf(
        scout ->
            scout.key().equals(key.value()) || scout.at().plus(times.scouting()).isBefore(now));
    if (scouts.size() < MOST_SCOUTS) {
      Instant next = Gate.later(probeAt, now).plus(apart.multipliedBy(scouts.size()));
      Instant at = next.isBefore(soon) ? next : soon;
      Instant later = at.isAfter(now) ? at : now.plus(apart);
      scouts.add(new Scout(key.value(), later));
      return new Entry.Shut(later, why);
    }
    Duration spread = drawn(times.uncalled().dividedBy(SPREAD), random);
    Instant uncalled = Gate.later(probeAt, now.plus(times.uncalled())).plus(spread);
    return new Entry.Shut(uncalled, why);
  }

  private void probeLater(Instant now, GateTimes times, RandomGenerator random) {
    Duration grown = times.firstProbe().multipliedBy(1L << Math.min(probes, 10));
    Duration usual = why.kind() == FailureKind.QUOTA ? times.longestProbe() : grown;
    Duration wait = Gate.shorter(usual, times.longestProbe());
    Optional<Duration> stated =
        why.retryAfter().map(each -> Gate.shorter(each, Gate.LONGEST_STATED));
    Duration drawn = wait.plus(drawn(wait.dividedBy(5), random));
    probeAt = now.plus(Gate.longer(drawn, stated.orElse(Duration.ZERO)));
  }

  private static Duration drawn(Duration most, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
  }
}
