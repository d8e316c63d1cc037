package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.SETTLING;
import static io.dingledger.post.PostFixture.TIMEOUT;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.post.PostFixture.ScriptedLedger.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Workers whose clocks are wrong, at a ledger and a queue whose own time goes on: no clock of ours
 * brings a second request onto its way while the first may still have its effect.
 */
class WrongClockTest {
  private static final Duration WHOLE = PostSettings.DEFAULT.lease().plus(SETTLING);

  private final PostFixture fixture = new PostFixture();
  private Duration off = Duration.ZERO;
  private final Post wrong = fixture.postBy(() -> fixture.clock.instant().plus(off));

  private void inFlightFrom(Post worker) {
    fixture.ledger.whileSending =
        () -> {
          fixture.ledger.whileSending = () -> {};
          throw new Killed();
        };
    assertThrows(Killed.class, () -> worker.deliver(WORK));
    assertEquals(PostingState.SENDING, fixture.posting().state());
  }

  private void queueBrings(Post worker) {
    fixture.vouchers.drain().forEach(worker::deliver);
  }

  @Nested
  class ARequestIsInFlight {
    private void takenOverInVain(Post worker) {
      worker.deliver(WORK);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      worker.deliver(WORK);
      fixture.clock.advance(WHOLE.minusMillis(1));
      queueBrings(worker);
      worker.deliver(WORK);
      assertEquals(1, fixture.ledger.sent, "the first request may still have its effect");
    }

    private void thenItIsLinked(Post worker) {
      fixture.ledger.books.add(KEY);
      fixture.clock.advance(Duration.ofMillis(1));
      queueBrings(worker);
      assertEquals(1, fixture.ledger.sent);
      assertEquals(DocumentState.POSTED, fixture.record().state());
    }

    @Test
    void aWorkerADayAheadWaitsForItsEnd() {
      inFlightFrom(fixture.post);
      off = Duration.ofDays(1);
      takenOverInVain(wrong);
      thenItIsLinked(wrong);
    }

    @Test
    void theWholeWorldJumpsADayAndWaitsForItsEnd() {
      inFlightFrom(wrong);
      off = Duration.ofDays(1);
      takenOverInVain(wrong);
      thenItIsLinked(wrong);
    }

    @Test
    void aWorkerADayBehindHasNoLeaseForOthersWhoWaitForItsEnd() {
      off = Duration.ofDays(-1);
      inFlightFrom(wrong);
      takenOverInVain(fixture.post);
      thenItIsLinked(fixture.post);
    }

    @Test
    void oneThatNeverArrivesIsSentAgainInTheEnd() {
      off = Duration.ofDays(1);
      inFlightFrom(wrong);
      off = Duration.ofDays(2);
      takenOverInVain(wrong);
      fixture.clock.advance(Duration.ofMillis(1));
      queueBrings(wrong);
      assertEquals(2, fixture.ledger.sent);
      assertEquals(List.of(KEY), fixture.ledger.books);
    }
  }

  @Nested
  class ARequestTimedOut {
    @BeforeEach
    void timeOut() {
      fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
    }

    @Test
    void aWorkerADayAheadWaitsUntilItMustHaveSettled() {
      off = Duration.ofDays(1);
      wrong.deliver(WORK);
      wrong.deliver(WORK);
      assertEquals(1, fixture.ledger.sent);
      fixture.ledger.books.add(KEY);
      fixture.clock.advance(SETTLING);
      queueBrings(wrong);
      assertEquals(1, fixture.ledger.sent);
      assertEquals(DocumentState.POSTED, fixture.record().state());
    }

    @Test
    void anAnswerIsAsOldAsItsQuestion() {
      fixture.clock.advance(SETTLING.minusSeconds(5));
      fixture.ledger.whileAsked = () -> fixture.clock.advance(Duration.ofSeconds(10));
      fixture.post.deliver(WORK.settling(1));
      assertEquals(1, fixture.ledger.sent);
    }

    @Test
    void aWaitThatBeganBeforeALaterRequestIsNoWaitForThatOne() {
      fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
      fixture.post.deliver(WORK);
      fixture.clock.advance(SETTLING);
      queueBrings(fixture.post);
      assertEquals(2, fixture.ledger.sent);
      off = Duration.ofDays(1);
      wrong.deliver(WORK.settling(1));
      assertEquals(2, fixture.ledger.sent);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
    }
  }

  /** An error, not an exception: nothing in the step may catch it and go on. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
