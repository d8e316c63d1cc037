package io.dingledger.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.access.LedgerGate.Entry;
import io.dingledger.model.access.LedgerGate.Limits;
import io.dingledger.model.access.LedgerGate.Outcome;
import io.dingledger.model.access.LedgerGate.Standing;
import io.dingledger.model.access.LedgerGate.Ticket;
import io.dingledger.model.access.LedgerGate.Visitor;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.support.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the gate before a ledger does over every table. */
abstract class LedgerGateContract {
  private static final Instant NOON = Instant.parse("2026-03-15T12:00:00.250Z");
  private static final Duration STAY = Duration.ofMinutes(6);
  private static final Tenant ACME = Samples.tenant("acme");
  private static final Outcome ANSWERED = new Outcome.Answered();
  private static final Failure DENIED =
      Failure.of(FailureKind.CONFIG, "kingdee-cloud", "HTTP-401", "HTTP 401");
  private static final Failure DOWN =
      Failure.of(FailureKind.TRANSIENT, "kingdee-cloud", "LEDGER-NOT-REACHED", "refused");

  private LedgerGate gate;
  private Instant now = NOON;
  private Limits limits = new Limits(2, 600);
  private String connection = "one";

  abstract Table empty();

  @BeforeEach
  void start() {
    gate = new TableLedgerGate(empty(), new Random(7));
  }

  private Visitor visitor(int number, Optional<Instant> turn) {
    VoucherKey key = VoucherKey.of(ACME, new DocumentId("d" + number), Purpose.RECORD, 1);
    return new Visitor(ACME, connection, limits, key, turn, STAY);
  }

  private Entry comes(int number) {
    return gate.enter(visitor(number, Optional.empty()), now);
  }

  private Entry comesAt(int number, Instant turn) {
    return gate.enter(visitor(number, Optional.of(turn)), now);
  }

  private Ticket inside(int number) {
    return assertInstanceOf(Entry.Entered.class, comes(number)).ticket();
  }

  private Instant waits(Entry entry) {
    return assertInstanceOf(Entry.Wait.class, entry).until();
  }

  private Instant turnedAway(int number) {
    return assertInstanceOf(Entry.Shut.class, comes(number)).until();
  }

  private Standing leaves(Ticket ticket, Outcome outcome) {
    return gate.leave(ticket, outcome, now);
  }

  private void passes(int number) {
    leaves(inside(number), ANSWERED);
  }

  private Outcome failed(Failure why) {
    return new Outcome.Failed(why, why.kind() == FailureKind.CONFIG);
  }

  private void later(Duration by) {
    now = now.plus(by);
  }

  private Instant shutByDenial() {
    leaves(inside(0), failed(DENIED));
    return turnedAway(1);
  }

  @Nested
  class Places {
    @Test
    void areAsManyAsMayBeAtOnce() {
      inside(1);
      Ticket second = inside(2);
      waits(comes(3));
      leaves(second, ANSWERED);
      later(Duration.ofSeconds(3));
      inside(4);
    }

    @Test
    void areFreeAgainWhenNobodyCanLiveToLeaveThem() {
      inside(1);
      inside(2);
      later(STAY.minusMillis(1));
      waits(comes(3));
      later(Duration.ofMillis(1));
      assertInstanceOf(Entry.Entered.class, comesAt(3, now));
    }

    @Test
    void areOneForAVoucherThatComesAgainAfterItsWorkerDied() {
      limits = new Limits(1, 600);
      inside(1);
      later(Duration.ofSeconds(5));
      inside(1);
    }

    @Test
    void areNotGivenBackByATicketWhoseTimeIsOver() {
      limits = new Limits(1, 600);
      Ticket dead = inside(1);
      later(STAY);
      inside(1);
      leaves(dead, ANSWERED);
      waits(comes(2));
    }

    @Test
    void ofOneTenantAreNotAnothers() {
      limits = new Limits(1, 1);
      inside(1);
      Tenant other = Samples.tenant("other");
      VoucherKey key = VoucherKey.of(other, new DocumentId("d1"), Purpose.RECORD, 1);
      assertInstanceOf(
          Entry.Entered.class,
          gate.enter(new Visitor(other, "one", limits, key, Optional.empty(), STAY), now));
    }
  }

  @Nested
  class Line {
    @Test
    void keepsAMomentOfItsOwnForEach() {
      limits = new Limits(1, 60);
      passes(0);
      Set<Instant> moments = new HashSet<>();
      for (int number = 1; number <= 100; number++) {
        moments.add(waits(comes(number)));
      }
      assertEquals(100, moments.size());
      Duration whole = Duration.between(now, moments.stream().max(Instant::compareTo).get());
      assertTrue(whole.compareTo(Duration.ofSeconds(95)) > 0, "it grows by position: " + whole);
      assertTrue(whole.compareTo(Duration.ofSeconds(110)) < 0, "and no more: " + whole);
    }

    @Test
    void letsEachInAtItsMoment() {
      limits = new Limits(1, 60);
      passes(0);
      Instant[] moments = new Instant[30];
      for (int number = 0; number < moments.length; number++) {
        moments[number] = waits(comes(number));
      }
      for (int number = 0; number < moments.length; number++) {
        now = moments[number];
        Entry entry = comesAt(number, now);
        leaves(assertInstanceOf(Entry.Entered.class, entry, "number " + number).ticket(), ANSWERED);
      }
    }

    @Test
    void isNotOvertakenByThoseWhoComeLater() {
      limits = new Limits(1, 60);
      passes(0);
      Instant kept = waits(comes(1));
      now = kept.minusMillis(1);
      assertTrue(waits(comes(2)).isAfter(kept));
      now = kept;
      assertInstanceOf(Entry.Entered.class, comesAt(1, kept));
    }

    @Test
    void hasASecondOneForThoseWhoseMomentBroughtNoPlace() {
      limits = new Limits(1, 600);
      inside(0);
      Instant kept = waits(comes(1));
      for (int number = 2; number < 300; number++) {
        comes(number);
      }
      now = kept;
      Duration more = Duration.between(now, waits(comesAt(1, kept)));
      assertTrue(more.compareTo(Duration.ofSeconds(3)) < 0, "not back to the end: " + more);
    }
  }

  /** Whatever comes, no minute has more than the limit, and no moment more than may be at once. */
  @Test
  void noMinuteAndNoMomentHasMoreThanItsLimit() {
    limits = new Limits(3, 30);
    GateTraffic traffic = new GateTraffic(gate, new Random(11));
    traffic.run(400, NOON, number -> visitor(number, Optional.empty()));
    assertEquals(400, traffic.entered());
    assertEquals(3, traffic.mostInside());
    assertTrue(traffic.mostInAMinute() <= 30, "in a minute: " + traffic.mostInAMinute());
    assertTrue(traffic.mostBounces() <= 4, "waits of one: " + traffic.mostBounces());
    assertTrue(traffic.bounces() < 2 * 400, "waits of all: " + traffic.bounces());
  }

  @Nested
  class Pause {
    @Test
    void holdsForAllUntilTheStatedTime() {
      Ticket asked = inside(1);
      Failure stated =
          new Failure(
              FailureKind.THROTTLE, "q", "429", "slow down", Optional.of(Duration.ofSeconds(90)));
      leaves(asked, new Outcome.Throttled(stated));
      Instant kept = waits(comes(2));
      assertFalse(kept.isBefore(now.plusSeconds(90)), kept.toString());
      later(Duration.ofSeconds(89));
      waits(comesAt(3, now));
      now = kept;
      assertInstanceOf(Entry.Entered.class, comesAt(2, kept));
    }

    @Test
    void isShortAndGrowsWhenNoTimeWasStated() {
      Failure bare = Failure.of(FailureKind.THROTTLE, "q", "429", "slow down");
      for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
        leaves(inside(1), new Outcome.Throttled(bare));
        later(Duration.ofSeconds(expected).minusMillis(1));
        waits(comesAt(1, now));
        later(Duration.ofSeconds(5));
      }
    }

    @Test
    void growsAsWellWhenTheStatedTimeIsNone() {
      Failure hasty = new Failure(FailureKind.THROTTLE, "q", "429", "", Optional.of(Duration.ZERO));
      for (int expected : new int[] {1, 2, 4, 8}) {
        leaves(inside(1), new Outcome.Throttled(hasty));
        later(Duration.ofSeconds(expected).minusMillis(1));
        waits(comesAt(1, now));
        later(Duration.ofSeconds(5));
      }
    }

    @Test
    void isNoLongerThanADayWhateverIsStated() {
      Failure absurd =
          new Failure(FailureKind.THROTTLE, "q", "429", "", Optional.of(Duration.ofDays(9999)));
      leaves(inside(1), new Outcome.Throttled(absurd));
      later(Duration.ofHours(24));
      assertInstanceOf(Entry.Entered.class, comesAt(2, now));
    }
  }

  @Nested
  class Shut {
    @Test
    void byOneFailureThatSaysEnough() {
      assertEquals(new Standing.Shut(DENIED), leaves(inside(0), failed(DENIED)));
      assertEquals(DENIED, assertInstanceOf(Entry.Shut.class, comes(1)).why());
    }

    @Test
    void byFiveOthersInARowAndNotByFewer() {
      for (int number = 0; number < 4; number++) {
        assertEquals(new Standing.Unchanged(), leaves(inside(number), failed(DOWN)));
        later(Duration.ofSeconds(1));
      }
      passes(9);
      for (int number = 0; number < 4; number++) {
        later(Duration.ofSeconds(1));
        assertEquals(new Standing.Unchanged(), leaves(inside(number), failed(DOWN)));
      }
      later(Duration.ofSeconds(1));
      assertEquals(new Standing.Shut(DOWN), leaves(inside(8), failed(DOWN)));
    }

    @Test
    void notByWhatSaysNothing() {
      for (int number = 0; number < 20; number++) {
        leaves(inside(number), new Outcome.Unheard());
        later(Duration.ofSeconds(1));
      }
      inside(99);
    }

    @Test
    void isProbedByOneAtATimeAfterAMinute() {
      Instant scout = shutByDenial();
      assertTrue(Duration.between(now, scout).compareTo(Duration.ofSeconds(60)) >= 0);
      assertTrue(Duration.between(now, scout).compareTo(Duration.ofSeconds(72)) <= 0);
      now = scout;
      assertTrue(inside(1).probing());
      turnedAway(2);
      turnedAway(3);
    }

    @Test
    void isProbedByAnotherWhenTheFirstOneDied() {
      now = shutByDenial();
      inside(1);
      later(STAY);
      assertTrue(inside(2).probing());
    }

    @Test
    void isProbedMoreAndMoreRarelyUpToOnceAnHour() {
      Instant probe = shutByDenial();
      for (int minutes : new int[] {2, 4, 8, 16, 32, 60, 60}) {
        now = probe;
        while (!(comes(1) instanceof Entry.Entered(Ticket ticket))) {
          later(Duration.ofMinutes(1));
        }
        assertEquals(new Standing.Shut(DENIED), leaves(ticket, failed(DENIED)));
        later(Duration.ofMinutes(minutes).minusMillis(1));
        turnedAway(2);
        probe = now.plus(Duration.ofMinutes(minutes).dividedBy(5)).plusMillis(1);
      }
    }

    @Test
    void hasFewScoutsAndTheRestNeedNotComeUncalled() {
      shutByDenial();
      assertTrue(turnedAway(2).isBefore(now.plus(Duration.ofMinutes(3))));
      assertTrue(turnedAway(3).isBefore(now.plus(Duration.ofMinutes(3))));
      for (int number = 4; number < 50; number++) {
        assertTrue(turnedAway(number).isAfter(now.plus(Duration.ofMinutes(59))));
      }
      assertTrue(turnedAway(1).isBefore(now.plus(Duration.ofMinutes(3))), "it stays a scout");
    }

    @Test
    void isOpenedBySuccessAndThatIsSaidTwice() {
      now = shutByDenial();
      assertEquals(new Standing.Reopened(), leaves(inside(1), ANSWERED));
      later(Duration.ofSeconds(1));
      assertEquals(new Standing.Reopened(), leaves(inside(2), ANSWERED), "the first may have died");
      later(Duration.ofSeconds(1));
      assertEquals(new Standing.Unchanged(), leaves(inside(3), ANSWERED));
    }

    @Test
    void isTriedAtOnceWithAChangedConnection() {
      shutByDenial();
      connection = "two";
      Ticket probe = inside(2);
      assertTrue(probe.probing(), "one voucher, not all of them at once");
      turnedAway(3);
      assertEquals(new Standing.Reopened(), leaves(probe, ANSWERED));
      later(Duration.ofSeconds(1));
      inside(3);
    }

    @Test
    void isNotTouchedByWhatTheConnectionBeforeItLearnt() {
      Ticket old = inside(5);
      connection = "two";
      passes(6);
      assertEquals(new Standing.Unchanged(), leaves(old, failed(DENIED)));
      later(Duration.ofSeconds(1));
      inside(7);
    }

    @Test
    void aUsedUpQuotaIsNotProbedBeforeAnHour() {
      Failure quota = Failure.of(FailureKind.QUOTA, "q", "Q", "used up");
      leaves(inside(0), new Outcome.Failed(quota, true));
      later(Duration.ofMinutes(59));
      turnedAway(1);
    }
  }
}
