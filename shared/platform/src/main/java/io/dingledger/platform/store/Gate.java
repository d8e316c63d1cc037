package io.dingledger.platform.store;

import io.dingledger.model.access.LedgerGate.Entry;
import io.dingledger.model.access.LedgerGate.Limits;
import io.dingledger.model.access.LedgerGate.Outcome;
import io.dingledger.model.access.LedgerGate.Standing;
import io.dingledger.model.access.LedgerGate.Ticket;
import io.dingledger.model.access.LedgerGate.Visitor;
import io.dingledger.model.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What is known at one gate, and its rules. Read from an item, changed by one visitor, and written
 * back if nobody else was faster; never shared.
 */
final class Gate {
  /** So many failures in a row shut the gate; of those that say enough, one. */
  static final int FAILURES = 5;

  /** No stated wait keeps a gate closed for longer: a slip of the other side must not. */
  static final Duration LONGEST_STATED = Duration.ofHours(24);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_STAY = Duration.ofMinutes(1);

  /** What a stay counts for in the running mean, of so many parts. */
  private static final int MEMORY = 4;

  /** Where a vacant place is counted with, as a share of the limit per minute. */
  private static final int BURST_SHARE = 10;

  /** A place inside until somebody leaves it, or it is plain that nobody lives to leave it. */
  record Place(String key, long number, Instant until) {}

  final List<Place> places = new ArrayList<>();
  String connection = "";
  long serial;

  /** The next moment at which the rate would be used up in full (GCRA's theoretical arrival). */
  Instant paced = Instant.EPOCH;

  /** The next moment that is kept for nobody; and of those whose moment brought them no place. */
  Instant line = Instant.EPOCH;

  Instant secondLine = Instant.EPOCH;
  Instant pausedUntil = Instant.EPOCH;

  /** How long vouchers stay inside, a running mean. */
  Duration stay = Duration.ofSeconds(1);

  int throttles;
  int failures;
  Optional<ShutGate> shut = Optional.empty();

  /** Whether it is said once more that the gate was opened again. */
  boolean tellAgain;

  /** May this visitor go in? */
  Entry enter(Visitor visitor, Instant now, GateTimes times, RandomGenerator random) {
    connectedAs(visitor.connection(), now);
    places.removeIf(
        place -> !now.isBefore(place.until()) || place.key().equals(visitor.key().value()));
    if (shut.isPresent()) {
      return shut.get().isProbedBy(places, now)
          ? inside(visitor, now, true)
          : shut.get().turnedAway(visitor.key(), now, times, random);
    }
    boolean called = visitor.turn().filter(turn -> !now.isBefore(turn)).isPresent();
    boolean first = called || !now.isBefore(line);
    return first && hasRoom(visitor.limits(), now)
        ? inside(visitor, now, false)
        : inLine(visitor.limits(), called, now);
  }

  /** It went in, and this is how it went. */
  Standing leave(
      Ticket ticket, Outcome outcome, Instant now, GateTimes times, RandomGenerator random) {
    places.removeIf(place -> isOf(ticket, place));
    if (!connection.equals(ticket.visitor().connection())) {
      return new Standing.Unchanged();
    }
    return switch (outcome) {
      case Outcome.Answered answered -> answered(Duration.between(ticket.enteredAt(), now), now);
      case Outcome.Unheard unheard -> unchanged();
      case Outcome.Throttled(Failure why) -> throttled(why, ticket.probing(), now);
      case Outcome.Failed(Failure why, boolean certain) -> {
        failures++;
        yield failed(new Failing(why, certain, ticket.probing()), now, times, random);
      }
    };
  }

  /** Another connection has none of the troubles of the one before it. */
  private void connectedAs(String fingerprint, Instant now) {
    if (!connection.equals(fingerprint)) {
      connection = fingerprint;
      failures = 0;
      throttles = 0;
      pausedUntil = Instant.EPOCH;
      shut.ifPresent(closed -> closed.probeNow(now));
    }
  }

  private boolean hasRoom(Limits limits, Instant now) {
    return places.size() < limits.atOnce()
        && !now.isBefore(pausedUntil)
        && !now.plus(burst(limits)).isBefore(paced);
  }

  private Entry inside(Visitor visitor, Instant now, boolean probing) {
    serial++;
    places.add(new Place(visitor.key().value(), serial, now.plus(visitor.stay())));
    paced = later(paced, now).plus(interval(visitor.limits()));
    if (probing) {
      shut.ifPresent(closed -> closed.probed(visitor.key(), serial));
    }
    return new Entry.Entered(new Ticket(visitor, serial, now, probing));
  }

  /**
   * A moment is kept for it, one step behind the last one in its line. Those who came at their
   * moment and found no place have a line of their own, so that they don't go back to the end.
   */
  private Entry inLine(Limits limits, boolean called, Instant now) {
    Duration step = longer(interval(limits), stay.dividedBy(limits.atOnce()));
    Instant soonest = later(later(now, pausedUntil).plus(step), paced);
    Instant moment = later(soonest, called ? secondLine : line);
    if (called) {
      secondLine = moment.plus(step);
    } else {
      line = moment.plus(step);
    }
    return new Entry.Wait(
        moment,
        now.isBefore(pausedUntil) ? "the ledger asked for a pause" : "others are before it");
  }

  private Standing answered(Duration stayed, Instant now) {
    Duration counted = stayed.compareTo(LONGEST_STAY) > 0 ? LONGEST_STAY : stayed;
    stay = stay.multipliedBy(MEMORY - 1).plus(counted).dividedBy(MEMORY);
    failures = 0;
    throttles = 0;
    if (shut.isEmpty()) {
      return unchanged();
    }
    shut = Optional.empty();
    line = now;
    secondLine = now;
    tellAgain = true;
    return new Standing.Reopened();
  }

  /** Who was told of the last change may have died before he passed it on. */
  private Standing unchanged() {
    boolean again = tellAgain && shut.isEmpty();
    tellAgain = false;
    return again ? new Standing.Reopened() : new Standing.Unchanged();
  }

  private Standing throttled(Failure why, boolean probing, Instant now) {
    Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(throttles, 10));
    Duration pause = longer(why.retryAfter().orElse(Duration.ZERO), shorter(grown, LONGEST_PAUSE));
    throttles++;
    pausedUntil = later(pausedUntil, now.plus(shorter(pause, LONGEST_STATED)));
    shut.filter(closed -> probing).ifPresent(closed -> closed.notBefore(pausedUntil));
    return unchanged();
  }

  private record Failing(Failure why, boolean certain, boolean probing) {}

  private Standing failed(Failing failing, Instant now, GateTimes times, RandomGenerator random) {
    if (shut.isPresent()) {
      return failing.probing()
          ? shut.get().failedAgain(failing.why(), now, times, random)
          : unchanged();
    }
    if (!failing.certain() && failures < FAILURES) {
      return unchanged();
    }
    shut = Optional.of(ShutGate.by(failing.why(), now, times, random));
    return new Standing.Shut(failing.why());
  }

  /**
   * So many may follow each other at once; the pace is the slower for it, so that no minute has
   * more than the limit.
   */
  private static int atOneBlow(Limits limits) {
    return Math.min(limits.atOnce(), limits.perMinute() / BURST_SHARE);
  }

  private static Duration interval(Limits limits) {
    return Duration.ofMinutes(1).dividedBy(limits.perMinute() - atOneBlow(limits));
  }

  private static Duration burst(Limits limits) {
    return interval(limits).multipliedBy(atOneBlow(limits));
  }

  private static boolean isOf(Ticket ticket, Place place) {
    return place.number() == ticket.number() && place.key().equals(ticket.visitor().key().value());
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
