package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.SETTLING;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingState;
import io.dingledger.post.PostFixture.ScriptedLedger.Trouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Ledgers that answer that they have not got it, whatever they have. */
class NotAskedTest {
  private final PostFixture fixture = new PostFixture();

  private void deliverLater() {
    fixture.clock.advance(SETTLING.plus(PostFixture.ScriptedLedger.LONGEST_SEND));
    fixture.clock.advance(PostSettings.DEFAULT.lease());
    fixture.deliverOnceSettled();
  }

  private void fails(FailureKind kind) {
    fixture.ledger.trouble.add(
        new Trouble(true, Failure.of(kind, "http-connector", "LEDGER-NO-ANSWER", "time-out")));
    fixture.post.deliver(WORK);
  }

  @Nested
  class AReceiverThatKeepsRepeats {
    AReceiverThatKeepsRepeats() {
      fixture.ledger.guard = Guard.SENT_ONCE;
    }

    @Test
    void isSentAVoucherOnceAndAPersonSeesToAnUnclearOutcome() {
      fails(FailureKind.AMBIGUOUS);
      deliverLater();
      deliverLater();
      assertEquals(1, fixture.ledger.sent);
      assertEquals(PostingState.CONFLICT, fixture.posting().state());
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals("POST-SENT-ONCE", fixture.record().reasons().getFirst().code());
    }

    @Test
    void isNotSentItAgainWhenTheWorkerDiedWhileSending() {
      fixture.ledger.whileSending =
          () -> {
            throw new IllegalStateException("the process is gone");
          };
      fixture.post.deliver(WORK);
      fixture.ledger.whileSending = () -> {};
      deliverLater();
      assertEquals(1, fixture.ledger.sent);
      assertEquals(PostingState.CONFLICT, fixture.posting().state());
    }

    @Test
    void isSentItAgainWhenTheFirstRequestSurelyHadNoEffect() {
      fixture.ledger.trouble.add(
          new Trouble(
              false, Failure.of(FailureKind.TRANSIENT, "x", "LEDGER-NOT-REACHED", "refused")));
      fixture.post.deliver(WORK);
      deliverLater();
      assertEquals(2, fixture.ledger.sent);
      assertEquals(PostingState.POSTED, fixture.posting().state());
    }
  }

  @Nested
  class AReceiverThatRemovesRepeats {
    AReceiverThatRemovesRepeats() {
      fixture.ledger.guard = Guard.RECEIVER_REMOVES_REPEATS;
    }

    @Test
    void isSentItAgainAndIsNotAskedWhetherItStillHasIt() {
      fails(FailureKind.UNDELIVERED);
      deliverLater();
      assertEquals(2, fixture.ledger.sent);
      assertEquals(KEY, fixture.ledger.books.getFirst());
      assertEquals(PostingState.POSTED, fixture.posting().state());
      assertFalse(fixture.posting().awaitsConfirmation());
      deliverLater();
      assertEquals(DocumentState.POSTED, fixture.record().state());
    }

    @Test
    void isSentItAgainThoughALaterDocumentTakesItsPlaceWhichThenTakesItBack() {
      fails(FailureKind.UNDELIVERED);
      fixture.supersede();
      deliverLater();
      assertEquals(PostingState.POSTED, fixture.posting().state(), "it was there already");
      assertEquals(DocumentState.POSTED, fixture.record().state());
    }

    @Test
    void isNotSentWhatALaterDocumentHasReplacedBeforeAnyRequestLeft() {
      fixture.ledger.whileAsked = fixture::supersede;
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.sent);
      assertEquals(PostingState.WITHDRAWN, fixture.posting().state());
    }
  }
}
