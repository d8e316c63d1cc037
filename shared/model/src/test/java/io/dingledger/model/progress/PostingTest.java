package io.dingledger.model.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostingTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(600);
  private static final Duration LEASE = Duration.ofSeconds(330);
  private static final Failure TIMEOUT =
      Failure.of(FailureKind.AMBIGUOUS, "kingdee-cloud", "TIMEOUT", "no answer");
  private static final LedgerReference REFERENCE = new LedgerReference("100123", "45");

  private static Posting ready() {
    VoucherKey key = VoucherKey.of(Tenant.verified("t"), new DocumentId("d"), Purpose.RECORD, 1);
    return Posting.ready(key, Purpose.RECORD, LATER);
  }

  private static Posting sending() {
    return ready().claimed(NOW, LEASE).sending(NOW);
  }

  @Nested
  class Claim {
    @Test
    void oneWorkerHoldsItUntilTheLeaseRunsOut() {
      Posting claimed = ready().claimed(NOW, LEASE);
      assertFalse(claimed.isClaimable(NOW.plus(LEASE).minusMillis(1)));
      assertTrue(claimed.isClaimable(NOW.plus(LEASE)));
      assertThrows(IllegalStateException.class, () -> claimed.claimed(NOW, LEASE));
    }

    @Test
    void eachClaimHasAHigherFence() {
      Posting second = ready().claimed(NOW, LEASE).claimed(NOW.plus(LEASE), LEASE);
      assertEquals(2, second.fence());
    }

    @Test
    void theSweepLooksAtItWhenTheLeaseRunsOut() {
      assertEquals(Optional.of(NOW.plus(LEASE)), ready().claimed(NOW, LEASE).pending().dueAt());
    }

    @Test
    void nobodyMaySendAfterTheLeaseRanOut() {
      Posting claimed = ready().claimed(NOW, LEASE);
      assertThrows(IllegalStateException.class, () -> claimed.sending(NOW.plus(LEASE)));
    }

    @Test
    void aParkedOneIsClaimableOnlyAfterItWasReleased() {
      Posting parked = ready().parked("connection", LATER);
      assertFalse(parked.isClaimable(LATER));
      assertTrue(parked.again(LATER).isClaimable(LATER));
    }
  }

  @Nested
  class Send {
    @Test
    void onlyAClaimedOneMayBeSent() {
      assertThrows(IllegalStateException.class, () -> ready().sending(NOW));
      assertThrows(IllegalStateException.class, () -> sending().sending(NOW));
    }

    @Test
    void aFailureAfterSendingLeavesItUnknown() {
      assertEquals(PostingState.UNKNOWN, sending().failed(TIMEOUT, LATER).state());
    }

    @Test
    void aFailureBeforeSendingLeavesItReady() {
      Posting failed = ready().claimed(NOW, LEASE).failed(TIMEOUT, LATER);
      assertEquals(PostingState.READY, failed.state());
      assertEquals(1, failed.pending().attempts());
    }

    @Test
    void aWorkerThatDiedWhileSendingLeavesItUnknown() {
      Posting abandoned = sending().abandoned(NOW.plus(LEASE), LATER);
      assertEquals(PostingState.UNKNOWN, abandoned.state());
    }

    @Test
    void onceItMayBeInTheLedgerItIsNeverReadyAgain() {
      Posting parked = sending().failed(TIMEOUT, LATER).parked("quota", LATER);
      assertEquals(PostingState.UNKNOWN, parked.again(LATER).state());
      Posting reclaimed = parked.again(LATER).claimed(LATER, LEASE).failed(TIMEOUT, LATER);
      assertEquals(PostingState.UNKNOWN, reclaimed.state());
    }
  }

  @Nested
  class Settle {
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final int WAITED = 1;

    private Posting sent() {
      return ready().claimed(NOW, LEASE).sending(NOW, NOW.plusSeconds(90));
    }

    private Duration unsettled(Posting posting, int waitedFor, Instant now) {
      return posting.unsettled(SETTLING, waitedFor, now);
    }

    @Test
    void takesAsLongAsARequestMayTakeAndTheLedgerAfterIt() {
      assertEquals(Duration.ofSeconds(100), unsettled(sent(), 0, NOW));
      Posting ended = sent().requestEnded(NOW.plusSeconds(5));
      assertEquals(Duration.ofSeconds(15), unsettled(ended, 0, NOW), "an end that was seen counts");
      Posting late = sent().requestEnded(NOW.plusSeconds(500));
      assertEquals(Duration.ofSeconds(100), unsettled(late, 0, NOW));
      assertEquals(Duration.ZERO, unsettled(ready(), 0, NOW), "nothing ever left");
    }

    @Test
    void noClockSaysThatItIsOver() {
      Instant tomorrow = NOW.plus(Duration.ofDays(1));
      assertEquals(Duration.ofSeconds(100), unsettled(sent(), 0, tomorrow));
      assertEquals(Duration.ofSeconds(100), unsettled(sent(), WAITED + 1, tomorrow));
      assertEquals(Duration.ZERO, unsettled(sent(), WAITED, tomorrow));
    }

    @Test
    void aClockMayAskForTheRestButNotForMoreThanTheWhole() {
      assertEquals(Duration.ofSeconds(40), unsettled(sent(), WAITED, NOW.plusSeconds(60)));
      Instant yesterday = NOW.minus(Duration.ofDays(1));
      assertEquals(Duration.ZERO, unsettled(sent(), WAITED, yesterday));
    }

    @Test
    void aClockThatWasSetBackInTheMiddleMakesNoWaitShorterThanSettling() {
      Posting ended = sent().requestEnded(NOW.minus(Duration.ofDays(1)));
      assertEquals(SETTLING, unsettled(ended, 0, NOW));
    }

    @Test
    void aWorkerThatIsGoneMayHaveSentUntilItsLeaseWasOver() {
      Duration withLease = LEASE.plus(SETTLING);
      assertEquals(withLease, unsettled(sent().abandoned(NOW.plus(LEASE), LATER), 0, NOW));
      Posting taken = sent().claimed(NOW.plus(LEASE), LEASE);
      assertEquals(withLease, unsettled(taken, 0, NOW.plus(LEASE)));
      assertEquals(Duration.ofSeconds(100), unsettled(sent().orphaned(LATER), 0, NOW));
    }

    @Test
    void aPostedOneThatIsToBeConfirmedIsWatched() {
      Posting posted = sending().postedUnconfirmed(REFERENCE, LATER);
      assertTrue(posted.awaitsConfirmation());
      assertFalse(posted.isAtRest());
      assertFalse(posted.isClaimable(LATER.plus(LEASE)));
      assertTrue(posted.confirmed().isAtRest());
      assertEquals(PostingState.CONFLICT, posted.unconfirmed(TIMEOUT, NOW).state());
    }
  }

  @Nested
  class End {
    @Test
    void postedIsTheEnd() {
      Posting posted = sending().posted(REFERENCE);
      assertTrue(posted.isAtRest());
      assertFalse(posted.isClaimable(LATER.plus(LEASE)));
      assertThrows(IllegalStateException.class, () -> posted.claimed(LATER, LEASE));
      assertThrows(IllegalStateException.class, () -> posted.failed(TIMEOUT, LATER));
    }

    @Test
    void aPersonDecidesAboutConflictsAndRefusals() {
      assertTrue(sending().rejected(TIMEOUT, NOW).isAtRest());
      assertTrue(ready().claimed(NOW, LEASE).inConflict(TIMEOUT, NOW).isAtRest());
      assertEquals(PostingState.UNKNOWN, sending().failed(TIMEOUT, LATER).givenUp().state());
      assertEquals(PostingState.REJECTED, ready().givenUp().state());
    }
  }

  /** Walks every reachable combination of steps; the protocol's promises hold in each. */
  @Test
  void noOrderOfStepsBreaksTheProtocol() {
    List<UnaryOperator<Posting>> steps =
        List.of(
            posting -> posting.claimed(NOW, LEASE),
            posting -> posting.claimed(NOW.plus(LEASE), LEASE),
            posting -> posting.sending(NOW),
            posting -> posting.requestEnded(NOW),
            posting -> posting.posted(REFERENCE),
            posting -> posting.postedUnconfirmed(REFERENCE, LATER),
            Posting::confirmed,
            posting -> posting.confirmedLater(LATER),
            posting -> posting.unconfirmed(TIMEOUT, NOW),
            posting -> posting.failed(TIMEOUT, LATER),
            posting -> posting.settling(LATER),
            posting -> posting.abandoned(NOW.plus(LEASE), LATER),
            posting -> posting.orphaned(LATER),
            posting -> posting.undelivered(TIMEOUT, LATER),
            posting -> posting.inConflict(TIMEOUT, NOW),
            posting -> posting.rejected(TIMEOUT, NOW),
            posting -> posting.again(LATER),
            posting -> posting.parked("x", LATER),
            Posting::givenUp,
            Posting::withdrawn);
    Set<String> seen = new HashSet<>();
    Deque<List<Posting>> open = new ArrayDeque<>(List.of(List.of(ready())));
    while (!open.isEmpty()) {
      List<Posting> path = open.pop();
      Posting last = path.getLast();
      for (UnaryOperator<Posting> step : steps) {
        Optional<Posting> next = tried(step, last);
        next.ifPresent(posting -> assertPromises(last, posting));
        if (next.isPresent() && path.size() < 8 && seen.add(shape(next.get()))) {
          List<Posting> longer = new ArrayList<>(path);
          longer.add(next.get());
          open.push(longer);
        }
      }
    }
    assertEquals(PostingState.values().length, states(seen), "every state was reached");
  }

  private static long states(Set<String> shapes) {
    return shapes.stream().map(shape -> shape.substring(0, shape.indexOf(' '))).distinct().count();
  }

  private static void assertPromises(Posting before, Posting after) {
    boolean wasPosted = before.state() == PostingState.POSTED;
    boolean onlyLookedAt =
        after.state() == PostingState.POSTED || after.state() == PostingState.CONFLICT;
    assertTrue(!wasPosted || onlyLookedAt, "what is posted is looked at and never sent again");
    assertTrue(after.sends() >= before.sends(), "what left has left");
    assertTrue(after.fence() >= before.fence(), "the fence never goes back");
    assertTrue(
        after.firstSentAt().isPresent() || before.firstSentAt().isEmpty(),
        "what may be in the ledger stays so");
    if (after.state() == PostingState.READY) {
      assertFalse(after.isPerhapsInLedger(), "READY was never sent");
    }
    if (after.sends() > before.sends()) {
      assertEquals(PostingState.CLAIMED, before.state(), "only a claimed one is sent");
    }
    if (before.state() == PostingState.WITHDRAWN) {
      assertEquals(PostingState.WITHDRAWN, after.state(), "what is withdrawn is never sent");
    }
    boolean machineGoesOn =
        Set.of(PostingState.READY, PostingState.CLAIMED, PostingState.SENDING, PostingState.PARKED)
            .contains(after.state());
    if (machineGoesOn) {
      assertTrue(after.pending().dueAt().isPresent(), after.state() + " is watched by the sweep");
    }
  }

  private static Optional<Posting> tried(UnaryOperator<Posting> step, Posting posting) {
    try {
      return Optional.of(step.apply(posting));
    } catch (IllegalStateException forbidden) {
      return Optional.empty();
    }
  }

  private static String shape(Posting posting) {
    return posting.state()
        + " "
        + posting.isPerhapsInLedger()
        + " "
        + posting.pending().dueAt()
        + " "
        + posting.leaseUntil();
  }
}
