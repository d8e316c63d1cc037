package io.dingledger.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-31T15:30:00Z");
  private static final Set<FailureKind> MAY_CURE_ITSELF =
      Set.of(
          FailureKind.TOKEN,
          FailureKind.THROTTLE,
          FailureKind.TRANSIENT,
          FailureKind.AMBIGUOUS,
          FailureKind.UNDELIVERED,
          FailureKind.NOT_READY,
          FailureKind.LOCKED,
          FailureKind.POISON);

  private final RetryPolicy policy = new RetryPolicy(new Random(7));

  private static Failure failure(FailureKind kind) {
    return Failure.of(kind, "kingdee-cloud", "X", "x");
  }

  private Decision decide(FailureKind kind, int attempts) {
    return policy.decide(failure(kind), attempts, NOW);
  }

  @Nested
  class EveryKind {
    /** Walks each kind through a thousand failed tries: it ends parked or with a person. */
    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void isNeverDropped(FailureKind kind) {
      Decision last = decide(kind, 1);
      for (int attempts = 2; attempts <= 1000; attempts++) {
        last = decide(kind, attempts);
      }
      boolean seen =
          last instanceof Decision.Park
              || last instanceof Decision.Hold
              || last instanceof Decision.GiveUp;
      assertTrue(seen, kind + " ends as " + last);
    }

    /** A voucher that was turned away at a gate has failed for what others found, not itself. */
    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void isDecidedAsAfterOneTryWhenNoTryOfItsOwnFailed(FailureKind kind) {
      assertEquals(decide(kind, 1).getClass(), decide(kind, 0).getClass());
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void isTriedAgainAtOnceOnlyWhenItMayCureItself(FailureKind kind) {
      assertEquals(
          MAY_CURE_ITSELF.contains(kind), decide(kind, 1) instanceof Decision.Again, kind.name());
    }
  }

  @Nested
  class Again {
    @ParameterizedTest
    @CsvSource({"LOCKED, 12, 5, 900", "AMBIGUOUS, 15, 2, 300", "NOT_READY, 40, 5, 30"})
    void waitsLongerAndLongerUpToItsCap(FailureKind kind, int tries, int base, int cap) {
      Duration most = Duration.ofSeconds(cap);
      Duration longest = Duration.ZERO;
      for (int draw = 0; draw < 500; draw++) {
        for (int attempts = 1; attempts <= tries; attempts++) {
          Duration delay = assertInstanceOf(Decision.Again.class, decide(kind, attempts)).delay();
          Duration ceiling = Duration.ofSeconds(base).multipliedBy(1L << Math.min(attempts - 1, 9));
          assertTrue(delay.compareTo(ceiling) <= 0, attempts + ": " + delay);
          assertTrue(delay.compareTo(most) <= 0, attempts + ": " + delay);
          longest = delay.compareTo(longest) > 0 ? delay : longest;
        }
      }
      assertTrue(longest.compareTo(most.dividedBy(2)) > 0, "the jitter is full: " + longest);
    }

    @Test
    void isNeverSoonerThanTheOtherSideAskedFor() {
      Failure throttled =
          new Failure(
              FailureKind.THROTTLE, "dingtalk", "90018", "", Optional.of(Duration.ofMinutes(2)));
      for (int draw = 0; draw < 100; draw++) {
        Decision.Again again =
            assertInstanceOf(Decision.Again.class, policy.decide(throttled, 1, NOW));
        assertTrue(again.delay().compareTo(Duration.ofMinutes(2)) >= 0);
      }
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void isNoLaterThanADayForWhatTheOtherSideStates(FailureKind kind) {
      Optional<Duration> absurd = Optional.of(Duration.ofSeconds(999_999_999));
      Failure slip = new Failure(kind, "kingdee-cloud", "HTTP-429", "", absurd);
      Instant latest = NOW.plus(Duration.ofDays(1));
      switch (policy.decide(slip, 1, NOW)) {
        case Decision.Again(Duration delay) -> assertFalse(NOW.plus(delay).isAfter(latest));
        case Decision.Park park ->
            assertFalse(kind != FailureKind.QUOTA && park.until().isAfter(latest));
        case Decision.Hold hold -> assertEquals(FailureKind.DATA, kind);
        case Decision.GiveUp gaveUp -> throw new AssertionError("after one try");
      }
    }

    @Test
    void endsWithAPersonWhenTheVoucherStaysInDoubt() {
      assertInstanceOf(Decision.Again.class, decide(FailureKind.AMBIGUOUS, 15));
      assertInstanceOf(Decision.GiveUp.class, decide(FailureKind.AMBIGUOUS, 16));
    }

    @Test
    void endsWithAPersonWhenTheDetailStaysBehindItsEvent() {
      assertInstanceOf(Decision.Again.class, decide(FailureKind.NOT_READY, 40));
      assertInstanceOf(Decision.GiveUp.class, decide(FailureKind.NOT_READY, 41));
    }

    @Test
    void endsParkedWhenTheConnectionStaysDown() {
      assertInstanceOf(Decision.Again.class, decide(FailureKind.TRANSIENT, 10));
      Decision.Park park = assertInstanceOf(Decision.Park.class, decide(FailureKind.TRANSIENT, 11));
      assertEquals("connection (kingdee-cloud)", park.forWhat());
      assertEquals(NOW.plus(Duration.ofHours(1)), park.until());
    }
  }

  @Nested
  class Park {
    @Test
    void aQuotaUntilTheNextMonthInChina() {
      // 23:30 on 31 March in China; half an hour later the month is over there.
      assertEquals(
          Instant.parse("2026-03-31T16:10:00Z"),
          assertInstanceOf(Decision.Park.class, decide(FailureKind.QUOTA, 1)).until());
      assertEquals(
          Instant.parse("2026-04-30T16:10:00Z"),
          assertInstanceOf(
                  Decision.Park.class,
                  policy.decide(
                      failure(FailureKind.QUOTA), 1, Instant.parse("2026-03-31T16:00:00Z")))
              .until());
    }

    @ParameterizedTest
    @EnumSource(
        value = FailureKind.class,
        names = {"CONFIG", "TICKET", "PERIOD_CLOSED", "THROTTLE_LONG"})
    void whatOnlySomebodyElseCanCureIsLookedAtForEver(FailureKind kind) {
      assertInstanceOf(Decision.Park.class, decide(kind, 1));
      assertInstanceOf(Decision.Park.class, decide(kind, 10_000));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "30, 2", "31, 30", "10000, 30"})
    void anEarlierDocumentIsWaitedForCloselyForAnHourThenPatientlyForEver(
        int attempts, int minutes) {
      Decision.Park park =
          assertInstanceOf(Decision.Park.class, decide(FailureKind.PREDECESSOR, attempts));
      assertEquals(NOW.plus(Duration.ofMinutes(minutes)), park.until());
      assertEquals(WaitsFor.PREDECESSOR, park.thing());
    }

    @Test
    void aStatedBlockIsWaitedForInFull() {
      Failure banned =
          new Failure(
              FailureKind.THROTTLE_LONG, "dingtalk", "x5", "", Optional.of(Duration.ofHours(2)));
      assertEquals(
          NOW.plus(Duration.ofHours(2)),
          assertInstanceOf(Decision.Park.class, policy.decide(banned, 1, NOW)).until());
    }
  }

  @Nested
  class AReceiverThatCanNotBeAsked {
    private static final List<Duration> SCHEDULE =
        List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    @Test
    void getsItAgainOnTheScheduleOfStandardWebhooks() {
      for (int attempts = 1; attempts <= SCHEDULE.size(); attempts++) {
        Duration wait = SCHEDULE.get(attempts - 1);
        for (int draw = 0; draw < 50; draw++) {
          Duration delay =
              assertInstanceOf(Decision.Again.class, decide(FailureKind.UNDELIVERED, attempts))
                  .delay();
          assertTrue(delay.compareTo(wait) >= 0, attempts + ": " + delay);
          assertTrue(delay.compareTo(wait.plus(wait.dividedBy(10))) <= 0, attempts + ": " + delay);
        }
      }
    }

    @Test
    void isLeftToAPersonAfterThreeDays() {
      assertInstanceOf(Decision.GiveUp.class, decide(FailureKind.UNDELIVERED, SCHEDULE.size() + 1));
      Duration whole = SCHEDULE.stream().reduce(Duration.ZERO, Duration::plus);
      assertTrue(whole.compareTo(Duration.ofDays(3)) > 0, whole.toString());
    }

    @Test
    void isNotDisturbedBeforeItWantsToBe() {
      Failure later =
          new Failure(
              FailureKind.UNDELIVERED, "webhook", "HTTP-503", "", Optional.of(Duration.ofHours(1)));
      assertEquals(
          Duration.ofHours(1),
          assertInstanceOf(Decision.Again.class, policy.decide(later, 1, NOW)).delay());
    }
  }

  @Test
  void refusedContentGoesToAPersonAtOnce() {
    assertInstanceOf(Decision.Hold.class, decide(FailureKind.DATA, 1));
  }
}
