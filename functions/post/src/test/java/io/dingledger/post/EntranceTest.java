package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.SETTLING;
import static io.dingledger.post.PostFixture.TENANT;
import static io.dingledger.post.PostFixture.TIMEOUT;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Turn;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.post.PostFixture.ScriptedLedger.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntranceTest {
  private static final Failure DENIED =
      Failure.of(FailureKind.CONFIG, "kingdee-cloud", "HTTP-401", "HTTP 401");

  private final PostFixture fixture = new PostFixture();

  private Optional<DocumentRecord> notice() {
    return fixture.documents.find(TENANT, DocumentId.ofNotice("ledger:kingdee-cloud"));
  }

  private Instant turn() {
    return fixture.posting().pending().turn().map(Turn::at).orElseThrow();
  }

  @Nested
  class AVoucherThatMustWait {
    private LedgerGate.Ticket inside;

    @BeforeEach
    void oneIsInside() {
      fixture.terms =
          new LedgerSource.Terms("kingdee-cloud", "one", new LedgerGate.Limits(1, 60), false);
      inside = fixture.otherInside(1);
      fixture.post.deliver(WORK);
    }

    @Test
    void isNeitherClaimedNorAskedForAndHasLostNoTry() {
      assertEquals(0, fixture.ledger.asked);
      assertEquals(PostingState.READY, fixture.posting().state());
      assertEquals(0, fixture.posting().fence());
      assertEquals(0, fixture.posting().pending().attempts());
      assertEquals(List.of("WAITING"), fixture.history());
    }

    @Test
    void comesByTheQueueAtItsMomentAndTheSweepLooksLater() {
      assertEquals(1, fixture.vouchers.size());
      assertTrue(fixture.posting().pending().dueAt().orElseThrow().isAfter(turn()));
      fixture.clock.advanceTo(turn().minusMillis(1));
      assertEquals(List.of(), fixture.vouchers.drain());
      fixture.gate.leave(inside, GateOutcome.ANSWERED, fixture.clock.instant());
      fixture.clock.advance(Duration.ofSeconds(1));
      fixture.vouchers.drain().forEach(fixture.post::deliver);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      assertEquals(Optional.empty(), fixture.posting().pending().turn());
    }

    @Test
    void comesByTheTableEachThirdTimeSoThatNoChainOfMessagesGrowsEndless() {
      for (int wait = 2; wait <= 6; wait++) {
        fixture.vouchers.drain();
        fixture.clock.advanceTo(turn().plusSeconds(1));
        fixture.vouchers.drain();
        fixture.post.deliver(WORK);
        boolean byTable = wait % 3 == 0;
        assertEquals(byTable ? 0 : 1, fixture.vouchers.size(), "wait " + wait);
        Instant dueAt = fixture.posting().pending().dueAt().orElseThrow();
        assertEquals(byTable, dueAt.equals(turn()), "wait " + wait);
      }
    }

    @Test
    void forLongerThanAQueueHoldsWaitsInTheTable() {
      Failure slow =
          new Failure(FailureKind.THROTTLE, "q", "429", "", Optional.of(Duration.ofHours(1)));
      fixture.gate.leave(inside, new LedgerGate.Outcome.Throttled(slow), fixture.clock.instant());
      fixture.clock.advanceTo(turn().plusSeconds(1));
      fixture.vouchers.drain();
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.vouchers.size());
      assertEquals(Optional.of(turn()), fixture.posting().pending().dueAt());
      assertTrue(turn().isAfter(fixture.clock.instant().plus(Duration.ofMinutes(58))));
    }

    @Test
    void isNotClaimedByARepeatedMessageEither() {
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.asked);
    }
  }

  @Nested
  class ABrokenConnection {
    @Test
    void isToldOnceInBothLanguagesAndParksTheNextVoucher() {
      fixture.shutGate(DENIED);
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.asked);
      assertEquals(PostingState.PARKED, fixture.posting().state());
      assertEquals(DocumentState.PARKED, fixture.record().state());
      assertEquals(PostReason.CONNECTION_DOWN.code(), fixture.record().reasons().getFirst().code());
      assertEquals(Optional.of(DENIED), fixture.posting().pending().failure());
      assertEquals(
          "connection (kingdee-cloud)", fixture.posting().pending().waitsFor().orElseThrow());
      assertEquals(0, fixture.posting().pending().attempts(), "no try of its own was lost");
    }

    @Test
    void raisesANoticeThatIsSettledWhenItWorksAgain() {
      fixture.ledger.nextAnswer = Optional.of(new Asked.Failed(DENIED));
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.HELD, notice().orElseThrow().state());
      String words = notice().orElseThrow().reasons().getFirst().english();
      assertTrue(words.contains("HTTP-401"), words);

      fixture.failures.drain();
      fixture.clock.advance(Duration.ofSeconds(72));
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      assertEquals(DocumentState.IGNORED, notice().orElseThrow().state());
      fixture.clock.advance(Duration.ofSeconds(5));
      RetryWork.ConnectionBack back =
          assertInstanceOf(RetryWork.ConnectionBack.class, fixture.failures.drain().getFirst());
      assertEquals(TENANT, back.tenant());
      assertEquals(Optional.empty(), back.cursor());
      assertTrue(back.spacing().compareTo(Duration.ofMillis(100)) >= 0);
    }

    @Test
    void keepsAVoucherInDoubtInDoubt() {
      fixture.ledger.trouble.add(new Trouble(true, TIMEOUT));
      fixture.post.deliver(WORK);
      fixture.clock.advance(SETTLING);
      fixture.shutGate(DENIED);
      fixture.post.deliver(WORK);
      assertEquals(PostingState.PARKED, fixture.posting().state());
      assertTrue(fixture.posting().isPerhapsInLedger());
      Instant now = fixture.clock.instant();
      assertEquals(PostingState.UNKNOWN, fixture.posting().again(now).state());
    }

    @Test
    void takesTheVoucherOfADeadWorkerOutOfItsHands() {
      fixture.ledger.whileAsked =
          () -> {
            throw new Killed();
          };
      assertThrows(Killed.class, () -> fixture.post.deliver(WORK));
      fixture.ledger.whileAsked = () -> {};
      fixture.clock.advance(PostSettings.DEFAULT.lease());
      fixture.shutGate(DENIED);
      fixture.post.deliver(WORK);
      assertEquals(PostingState.PARKED, fixture.posting().state());
    }

    @Test
    void isTriedAtOnceWhenItWasCorrected() {
      fixture.shutGate(DENIED);
      fixture.terms = new LedgerSource.Terms("kingdee-cloud", "two", fixture.terms.limits(), false);
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.POSTED, fixture.record().state());
    }

    @Test
    void isNotFoundByOneRefusalAfterTheLedgerHadAnsweredForThatMayBeAboutThisVoucher() {
      fixture.ledger.trouble.add(new Trouble(false, DENIED));
      fixture.post.deliver(WORK);
      assertEquals(Optional.empty(), notice());
      assertEquals(Optional.of(DENIED), fixture.posting().pending().failure());
      for (int other = 1; other < 5; other++) {
        fixture.gate.leave(
            fixture.otherInside(other),
            GateOutcome.of(DENIED, GateOutcome.ANSWERED),
            fixture.clock.instant());
      }
      fixture.post.deliver(WORK);
      assertEquals(PostingState.PARKED, fixture.posting().state(), "five in a row say enough");
    }

    @Test
    void isFoundByOneRefusalWhereTheLedgerCanNotBeAsked() {
      fixture.ledger.guard = Guard.RECEIVER_REMOVES_REPEATS;
      fixture.ledger.trouble.add(new Trouble(false, DENIED));
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.HELD, notice().orElseThrow().state());
    }

    @Test
    void isNotFoundByRefusalsOfTheLedgerItself() {
      fixture.ledger.trouble.add(
          new Trouble(false, Failure.of(FailureKind.DATA, "kingdee-cloud", "X", "because")));
      fixture.post.deliver(WORK);
      assertEquals(Optional.empty(), notice());
      fixture.otherInside(1);
    }
  }

  @Nested
  class AWorkerThatDies {
    @Test
    void insideTheGateGivesItsPlaceToItsSuccessor() {
      fixture.terms =
          new LedgerSource.Terms("kingdee-cloud", "one", new LedgerGate.Limits(1, 60), false);
      fixture.ledger.whileSending =
          () -> {
            throw new Killed();
          };
      assertThrows(Killed.class, () -> fixture.post.deliver(WORK));
      fixture.ledger.whileSending = () -> {};
      fixture.clock.advance(PostSettings.DEFAULT.lease().plusSeconds(91));
      fixture.deliverOnceSettled();
      assertEquals(List.of(KEY), fixture.ledger.books);
      assertEquals(DocumentState.POSTED, fixture.record().state());
    }

    @Test
    void betweenEnteringAndClaimingLosesNothing() {
      LedgerGate deadly = new ForwardingGate(fixture.gate, true);
      assertThrows(Killed.class, () -> fixture.postThrough(deadly).deliver(WORK));
      assertEquals(PostingState.READY, fixture.posting().state());
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.POSTED, fixture.record().state(), "its own place is its own");
    }

    @Test
    void beforeLeavingHasPostedOnce() {
      LedgerGate deadly = new ForwardingGate(fixture.gate, false);
      assertThrows(Killed.class, () -> fixture.postThrough(deadly).deliver(WORK));
      assertEquals(DocumentState.POSTED, fixture.record().state());
      fixture.post.deliver(WORK);
      assertEquals(List.of(KEY), fixture.ledger.books);
    }
  }

  @Nested
  class AGateThatGivesNoAnswer {
    @Test
    void isAPassingFaultOfTheVoucherOnTheWayIn() {
      LedgerGate silent =
          new LedgerGate() {
            @Override
            public Entry enter(Visitor visitor, Instant now) {
              throw new QueueUnreachable("stands for the table", null);
            }

            @Override
            public Standing leave(Ticket ticket, Outcome outcome, Instant now) {
              throw new QueueUnreachable("stands for the table", null);
            }
          };
      fixture.postThrough(silent).deliver(WORK);
      assertEquals(0, fixture.ledger.asked);
      assertEquals(
          FailureKind.TRANSIENT, fixture.posting().pending().failure().orElseThrow().kind());
      assertEquals(1, fixture.failures.drain().size());
    }

    @Test
    void changesNothingOnTheWayOut() {
      LedgerGate silent =
          new LedgerGate() {
            @Override
            public Entry enter(Visitor visitor, Instant now) {
              return fixture.gate.enter(visitor, now);
            }

            @Override
            public Standing leave(Ticket ticket, Outcome outcome, Instant now) {
              throw new QueueUnreachable("stands for the table", null);
            }
          };
      fixture.postThrough(silent).deliver(WORK);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      assertFalse(fixture.record().dueAt().isPresent());
    }
  }

  /** An error, not an exception: nothing in the step may catch it and go on. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Dies after going in, or before leaving. */
  private record ForwardingGate(LedgerGate real, boolean onTheWayIn) implements LedgerGate {
    @Override
    public Entry enter(Visitor visitor, Instant now) {
      Entry entry = real.enter(visitor, now);
      if (onTheWayIn) {
        throw new Killed();
      }
      return entry;
    }

    @Override
    public Standing leave(Ticket ticket, Outcome outcome, Instant now) {
      throw new Killed();
    }
  }
}
