package io.dingledger.post;

import static io.dingledger.post.PostFixture.KEY;
import static io.dingledger.post.PostFixture.SETTLING;
import static io.dingledger.post.PostFixture.TIMEOUT;
import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.post.PostFixture.ScriptedLedger.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostTest {
  private final PostFixture fixture = new PostFixture();

  private static Failure failure(FailureKind kind) {
    return Failure.of(kind, "kingdee-cloud", "X", "because");
  }

  private static RetryWork reported() {
    return new RetryWork.TryFailed(WORK.tenant(), WORK.document(), Optional.of(KEY));
  }

  @Nested
  class TheLedgerHasNotGotIt {
    @Test
    void itIsSentOnceAndRecorded() {
      fixture.post.deliver(WORK);
      assertEquals(List.of(KEY), fixture.ledger.books);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      assertEquals(Optional.of(new LedgerReference("100", "45")), fixture.posting().reference());
      assertEquals(List.of("CLAIMED", "SENDING", "POSTED"), fixture.history());
      assertTrue(fixture.record().dueAt().isEmpty(), "nothing is left to sweep");
    }

    @Test
    void aRepeatedMessageDoesNothing() {
      fixture.post.deliver(WORK);
      fixture.post.deliver(WORK);
      assertEquals(1, fixture.ledger.sent);
      assertEquals(1, fixture.ledger.asked);
    }

    @Test
    void aSecondWorkerKeepsOutWhileTheFirstIsAtIt() {
      fixture.ledger.whileAsked =
          () -> {
            fixture.ledger.whileAsked = () -> {};
            fixture.post.deliver(WORK);
          };
      fixture.post.deliver(WORK);
      assertEquals(1, fixture.ledger.sent);
      assertEquals(List.of(KEY), fixture.ledger.books);
    }

    @Test
    void aWorkerWhoseLeaseRanOutWhileAskingDoesNotSend() {
      fixture.ledger.whileAsked = () -> fixture.clock.advance(PostSettings.DEFAULT.lease());
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.sent);
    }

    @Test
    void aWorkerThatWasOvertakenDoesNotSend() {
      fixture.ledger.whileAsked =
          () -> {
            fixture.ledger.whileAsked = () -> {};
            fixture.clock.advance(PostSettings.DEFAULT.lease());
            fixture.post.deliver(WORK);
          };
      fixture.post.deliver(WORK);
      assertEquals(1, fixture.ledger.sent);
      assertEquals(PostingState.POSTED, fixture.posting().state());
      assertEquals(2, fixture.posting().fence());
    }
  }

  @Nested
  class TheLedgerHasIt {
    @Test
    void itIsLinked() {
      fixture.ledger.books.add(KEY);
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.sent);
      assertEquals(PostingState.POSTED, fixture.posting().state());
      assertEquals(List.of("CLAIMED", "LINKED"), fixture.history());
    }

    @Test
    void withOtherContentItGoesToAPerson() {
      fixture.ledger.nextAnswer =
          Optional.of(
              new Asked.Different(new LedgerReference("9", "7"), "debit 5.00 instead of 545.00"));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.CONFLICT, fixture.posting().state());
      assertHeld(PostReason.KEY_HAS_OTHER_CONTENT);
    }

    @Test
    void twiceItIsFrozenForAPerson() {
      fixture.ledger.books.addAll(List.of(KEY, KEY));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.CONFLICT, fixture.posting().state());
      assertHeld(PostReason.KEY_FOUND_TWICE);
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.sent);
    }
  }

  @Nested
  class TheRequestFails {
    @Test
    void aTimeOutAfterTheLedgerCommittedIsLinkedByTheNextTry() {
      fixture.ledger.trouble.add(new Trouble(true, TIMEOUT));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      assertEquals(List.of(reported()), fixture.failures.drain());
      fixture.post.deliver(WORK);
      assertEquals(List.of(KEY), fixture.ledger.books);
      assertEquals(1, fixture.ledger.sent);
      assertEquals(PostingState.POSTED, fixture.posting().state());
    }

    @Test
    void aTimeOutWithoutCommitIsSentAgainOnlyAfterTheSettlingTime() {
      fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
      fixture.post.deliver(WORK);
      fixture.post.deliver(WORK);
      assertEquals(1, fixture.ledger.sent, "the ledger may still be working on the first request");
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      fixture.clock.advance(SETTLING.minusMillis(1));
      assertEquals(List.of(), fixture.vouchers.drain());
      fixture.clock.advance(Duration.ofMillis(1));
      fixture.vouchers.drain().forEach(fixture.post::deliver);
      assertEquals(2, fixture.ledger.sent);
      assertEquals(List.of(KEY), fixture.ledger.books);
    }

    @Test
    void theNextTryAfterATimeOutWaitsAtLeastTheSettlingTime() {
      fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
      fixture.post.deliver(WORK);
      assertEquals(
          Optional.of(SETTLING), fixture.posting().pending().failure().orElseThrow().retryAfter());
    }

    @Test
    void whatTheLedgerDidNotTakeIsReadyAgain() {
      fixture.ledger.trouble.add(new Trouble(false, failure(FailureKind.THROTTLE)));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.READY, fixture.posting().state());
      assertEquals(List.of(reported()), fixture.failures.drain());
      fixture.clock.advance(Duration.ofSeconds(2));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.POSTED, fixture.posting().state());
    }

    @Test
    void aThrottleAfterATimeOutLeavesItUnknown() {
      fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
      fixture.ledger.trouble.add(new Trouble(false, failure(FailureKind.THROTTLE)));
      fixture.post.deliver(WORK);
      fixture.deliverOnceSettled();
      assertEquals(2, fixture.ledger.sent);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
    }

    @Test
    void aRefusalGoesToAPersonWithTheLedgersWords() {
      fixture.ledger.trouble.add(new Trouble(false, failure(FailureKind.DATA)));
      fixture.post.deliver(WORK);
      assertEquals(PostingState.REJECTED, fixture.posting().state());
      assertHeld(PostReason.LEDGER_REFUSED);
      assertTrue(fixture.record().reasons().getFirst().english().contains("because"));
    }
  }

  @Nested
  class MoreThanOneRequestHadLeft {
    private void postedByTheSecondRequest() {
      fixture.ledger.trouble.add(new Trouble(false, TIMEOUT));
      fixture.post.deliver(WORK);
      fixture.deliverOnceSettled();
      assertEquals(2, fixture.ledger.sent);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      fixture.failures.drain();
    }

    @Test
    void theLedgerIsAskedOnceMoreWhenAllHaveSettled() {
      postedByTheSecondRequest();
      assertEquals(Optional.of(fixture.clock.instant().plus(SETTLING)), fixture.record().dueAt());
      fixture.clock.advance(SETTLING);
      fixture.post.deliver(WORK);
      assertEquals("CONFIRMED", fixture.history().getLast());
      assertTrue(fixture.record().dueAt().isEmpty());
    }

    @Test
    void aSecondVoucherThatCameLateIsFoundAndShownToAPerson() {
      postedByTheSecondRequest();
      fixture.ledger.books.add(KEY);
      fixture.clock.advance(SETTLING);
      fixture.post.deliver(WORK);
      assertEquals(PostingState.CONFLICT, fixture.posting().state());
      assertHeld(PostReason.KEY_FOUND_TWICE);
    }

    @Test
    void aVoucherThatIsGoneIsShownToAPerson() {
      postedByTheSecondRequest();
      fixture.ledger.books.clear();
      fixture.clock.advance(SETTLING);
      fixture.post.deliver(WORK);
      assertHeld(PostReason.VOUCHER_GONE);
      assertEquals(2, fixture.ledger.sent, "it is not sent again by machine");
    }

    @Test
    void aVoucherWithOtherContentIsShownToAPerson() {
      postedByTheSecondRequest();
      fixture.ledger.nextAnswer =
          Optional.of(new Asked.Different(new LedgerReference("9", "7"), "debit differs"));
      fixture.clock.advance(SETTLING);
      fixture.post.deliver(WORK);
      assertHeld(PostReason.KEY_HAS_OTHER_CONTENT);
    }

    @Test
    void aRepeatedMessageBeforeThatAsksNobody() {
      postedByTheSecondRequest();
      int asked = fixture.ledger.asked;
      fixture.post.deliver(WORK);
      assertEquals(asked, fixture.ledger.asked);
    }

    @Test
    void aQuestionThatFailsIsAskedAgainBySweep() {
      postedByTheSecondRequest();
      fixture.clock.advance(SETTLING);
      fixture.ledger.nextAnswer = Optional.of(new Asked.Failed(failure(FailureKind.TRANSIENT)));
      fixture.post.deliver(WORK);
      assertEquals(DocumentState.POSTED, fixture.record().state());
      assertTrue(fixture.record().dueAt().isPresent());
    }
  }

  @Nested
  class TheQuestionFails {
    @Test
    void nothingIsSent() {
      fixture.ledger.nextAnswer = Optional.of(new Asked.Failed(failure(FailureKind.TRANSIENT)));
      fixture.post.deliver(WORK);
      assertEquals(0, fixture.ledger.sent);
      assertEquals(PostingState.READY, fixture.posting().state());
      assertEquals(1, fixture.posting().pending().attempts());
      assertEquals(List.of(reported()), fixture.failures.drain());
    }

    @Test
    void anUnusableConnectionIsReportedWithoutAsking() {
      Post post =
          fixture.postOver(
              (LedgerSource) tenant -> new Answer.Failed<>(failure(FailureKind.CONFIG)));
      post.deliver(WORK);
      assertEquals(0, fixture.ledger.asked);
      assertEquals(List.of(reported()), fixture.failures.drain());
    }

    @Test
    void aServiceOfOursThatDoesNotAnswerIsAPassingFault() {
      Post post =
          fixture.postOver(
              (LedgerSource)
                  tenant -> {
                    throw new QueueUnreachable("stands for the key service", null);
                  });
      post.deliver(WORK);
      assertEquals(
          FailureKind.TRANSIENT, fixture.posting().pending().failure().orElseThrow().kind());
      assertEquals(List.of(reported()), fixture.failures.drain());
    }

    @Test
    void aBugInTheAdapterCountsAsAFailedTry() {
      fixture.ledger.whileAsked =
          () -> {
            throw new IllegalArgumentException("bug");
          };
      fixture.post.deliver(WORK);
      assertEquals(PostingState.READY, fixture.posting().state());
      assertEquals(FailureKind.POISON, fixture.posting().pending().failure().orElseThrow().kind());
      assertEquals(List.of(reported()), fixture.failures.drain());
    }
  }

  @Test
  void aMessageAboutNoDocumentIsNotSwallowed() {
    PostWork unknown = new PostWork(WORK.tenant(), new DocumentId("other"), KEY);
    assertThrows(IllegalStateException.class, () -> fixture.post.deliver(unknown));
  }

  private void assertHeld(PostReason reason) {
    assertEquals(DocumentState.HELD, fixture.record().state());
    assertEquals(reason.code(), fixture.record().reasons().getFirst().code());
    assertTrue(fixture.failures.drain().isEmpty(), "no machine tries again");
  }
}
