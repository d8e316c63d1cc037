package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.DOCUMENT;
import static io.dingledger.retry.RetryFixture.LEASE;
import static io.dingledger.retry.RetryFixture.POST;
import static io.dingledger.retry.RetryFixture.TRANSLATE;
import static io.dingledger.retry.RetryFixture.failure;
import static io.dingledger.retry.RetryFixture.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final Duration LATER = Duration.ofMinutes(5);

  private final RetryFixture fixture = new RetryFixture();

  private void untranslated(Phase phase) {
    fixture
        .parts
        .deadLetters()
        .untranslated(new TranslateWork.Happened(fixture.event("e-2", said(phase))));
  }

  private void assertTriedAgain() {
    assertEquals(DocumentState.RECEIVED, fixture.record().state());
    assertEquals(FailureKind.POISON, fixture.record().fetch().failure().orElseThrow().kind());
    assertTrue(fixture.record().dueAt().isPresent());
    fixture.clock.advance(LATER);
    assertEquals(List.of(TRANSLATE), fixture.events.drain());
  }

  private void assertLeftAlone(DocumentRecord before) {
    assertEquals(before, fixture.record());
    assertEquals(0, fixture.events.size() + fixture.vouchers.size());
  }

  @Nested
  class AnEvent {
    @Test
    void aboutAnUnknownDocumentMakesItKnownAndTriesAgain() {
      untranslated(Phase.FINISH);
      assertTriedAgain();
      assertEquals(Optional.of(said(Phase.FINISH)), fixture.record().approval());
      assertEquals(List.of("e-2"), fixture.record().eventIds());
    }

    @Test
    void thatFinishesADocumentWhichWasIgnoredAsRunningIsNotLost() {
      DocumentRecord running =
          fixture
              .untranslated(
                  DocumentState.IGNORED, Wait.NONE, new Reason("TRANSLATE-STILL-RUNNING", "", ""))
              .changed()
              .approval(said(Phase.START))
              .build();
      fixture.documents.save(running);
      untranslated(Phase.FINISH);
      assertTriedAgain();
      assertEquals(Optional.of(said(Phase.FINISH)), fixture.record().approval());
      assertEquals(List.of(), fixture.reasons(), "what it was ignored for is no longer true");
    }

    @Test
    void ofConsentAfterAWithdrawalGoesToAPersonOnce() {
      DocumentRecord withdrawn =
          fixture
              .untranslated(
                  DocumentState.IGNORED, Wait.NONE, new Reason("TRANSLATE-TERMINATED", "", ""))
              .changed()
              .approval(said(Phase.TERMINATE))
              .build();
      fixture.documents.save(withdrawn);
      untranslated(Phase.FINISH);
      DocumentRecord held = fixture.record();
      assertEquals(DocumentState.HELD, held.state());
      assertEquals(List.of(RetryReason.UNDELIVERABLE.code()), fixture.reasons());
      assertEquals(List.of("e-2"), held.eventIds());
      untranslated(Phase.FINISH);
      assertLeftAlone(held);
    }

    @Test
    void thatSaysNothingNewLeavesAnEndedDocumentAlone() {
      DocumentRecord ignored = fixture.untranslated(DocumentState.IGNORED, Wait.NONE);
      untranslated(Phase.START);
      assertLeftAlone(ignored);
    }

    @Test
    void thatSaysNothingNewLeavesAParkedDocumentParked() {
      DocumentRecord parked =
          fixture.untranslated(
              DocumentState.PARKED, Wait.NONE.parked("quota", fixture.now().plus(LATER)));
      untranslated(Phase.FINISH);
      assertLeftAlone(parked);
    }

    @Test
    void thatSaysNothingNewLeavesAWorkerAlone() {
      DocumentRecord fetching =
          fixture.untranslated(
              DocumentState.FETCHING, Wait.watchedUntil(fixture.now().plus(LATER)));
      untranslated(Phase.FINISH);
      assertLeftAlone(fetching);
    }

    @Test
    void thatSaysMoreThanAWorkerKnowsComesAgain() {
      DocumentRecord fetching =
          fixture.untranslated(
              DocumentState.FETCHING, Wait.watchedUntil(fixture.now().plus(LATER)));
      assertThrows(IllegalStateException.class, () -> untranslated(Phase.TERMINATE));
      assertLeftAlone(fetching);
    }

    @Test
    void whoseWorkerIsDeadIsTriedAgain() {
      fixture.untranslated(DocumentState.FETCHING, Wait.watchedUntil(fixture.now().plus(LATER)));
      fixture.clock.advance(LATER);
      untranslated(Phase.FINISH);
      assertTriedAgain();
    }

    @Test
    void thatEndsAPostedDocumentGoesToAPerson() {
      fixture.translated(
          ready -> ready.claimed(fixture.now(), LEASE).posted(new LedgerReference("100", "45")));
      untranslated(Phase.TERMINATE);
      assertHeldAsUndeliverable();
      assertEquals(PostingState.POSTED, fixture.posting().state());
    }

    @Test
    void thatEndsADocumentWhoseVoucherHasNotLeftStopsIt() {
      fixture.translated(ready -> ready);
      untranslated(Phase.TERMINATE);
      assertHeldAsUndeliverable();
      assertEquals(PostingState.REJECTED, fixture.posting().state());
    }

    @Test
    void thatDiesAgainAndAgainEndsWithAPerson() {
      for (int death = 0; death < 4; death++) {
        untranslated(Phase.FINISH);
      }
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(RetryReason.GAVE_UP.code()), fixture.reasons());
    }

    @Test
    void ofADocumentThatWasStillRunningHasItLookedAtAgain() {
      fixture.untranslated(
          DocumentState.IGNORED, Wait.watchedUntil(fixture.now().plus(Duration.ofDays(7))));
      untranslated(Phase.FINISH);
      assertTriedAgain();
    }

    private void assertHeldAsUndeliverable() {
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(RetryReason.UNDELIVERABLE.code()), fixture.reasons());
      assertEquals(Optional.empty(), fixture.record().dueAt());
    }
  }

  @Nested
  class AnotherTry {
    @Test
    void ofAnUnknownDocumentIsShownToAPerson() {
      fixture.parts.deadLetters().untranslated(TRANSLATE);
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(RetryReason.UNDELIVERABLE.code()), fixture.reasons());
    }

    @Test
    void ofAWaitingDocumentCountsAsFailed() {
      fixture.untranslated(
          DocumentState.RECEIVED, fixture.fetchFailedTimes(failure(FailureKind.TRANSIENT), 1));
      fixture.parts.deadLetters().untranslated(TRANSLATE);
      assertEquals(2, fixture.record().fetch().attempts());
      assertTriedAgain();
    }
  }

  @Nested
  class AVoucher {
    @Test
    void thatWaitsCountsAsFailedAndIsTriedAgain() {
      fixture.translated(ready -> ready);
      assertTrue(fixture.parts.deadLetters().unposted(POST));
      assertTriedAgain(PostingState.READY);
    }

    @Test
    void whoseWorkerIsDeadIsTriedAgain() {
      fixture.translated(ready -> ready.claimed(fixture.now(), LEASE).sending(fixture.now()));
      fixture.clock.advance(LEASE);
      assertTrue(fixture.parts.deadLetters().unposted(POST));
      assertTriedAgain(PostingState.UNKNOWN);
    }

    @Test
    void whoseWorkerIsAtItIsLeftAlone() {
      DocumentRecord claimed = fixture.translated(ready -> ready.claimed(fixture.now(), LEASE));
      assertTrue(fixture.parts.deadLetters().unposted(POST));
      assertLeftAlone(claimed);
    }

    @Test
    void thatIsPostedIsLeftAlone() {
      DocumentRecord posted =
          fixture.translated(
              ready -> ready.claimed(fixture.now(), LEASE).posted(new LedgerReference("1", "")));
      assertTrue(fixture.parts.deadLetters().unposted(POST));
      assertLeftAlone(posted);
    }

    @Test
    void thatIsNotStoredIsSaidToBeUnknown() {
      assertFalse(fixture.parts.deadLetters().unposted(POST));
      fixture.untranslated(DocumentState.RECEIVED, Wait.NONE);
      assertFalse(fixture.parts.deadLetters().unposted(POST), DOCUMENT + " has no such voucher");
    }

    private void assertTriedAgain(PostingState state) {
      assertEquals(state, fixture.posting().state());
      assertEquals(1, fixture.posting().pending().attempts());
      fixture.clock.advance(LATER);
      assertEquals(List.of(POST), fixture.vouchers.drain());
    }
  }
}
