package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.DOCUMENT;
import static io.dingledger.translate.TranslateFixture.KEY;
import static io.dingledger.translate.TranslateFixture.POST;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What events say, in every order in which they arrive. */
class EventsTest {
  private final TranslateFixture fixture = new TranslateFixture();

  private void assertTranslatedOnce() {
    assertEquals(DocumentState.POSTING, fixture.record().state());
    assertEquals(1, fixture.dingTalk.details.get(), "one detail call");
    assertEquals(1, fixture.book.translations.get());
  }

  private void assertEnded(DocumentState state, TranslateReason reason) {
    assertEquals(state, fixture.record().state());
    assertEquals(List.of(reason.code()), fixture.reasons());
  }

  @Nested
  class AFinish {
    @Test
    void isFetchedTranslatedStoredAndQueued() {
      fixture.happens("e-1", Phase.FINISH);
      assertTranslatedOnce();
      DocumentRecord record = fixture.record();
      assertEquals(List.of("FETCHING", "TRANSLATED"), fixture.history());
      assertEquals("expenseClaim", record.kind());
      assertEquals(Optional.of(Money.of("545.00", "CNY")), record.total());
      assertEquals(List.of("e-1"), record.eventIds());
      assertEquals(PostingState.READY, record.posting(KEY).orElseThrow().state());
      assertTrue(record.dueAt().isPresent(), "the sweep looks whether it was posted");
      assertTrue(fixture.documents.voucher(TENANT, DOCUMENT, KEY).isPresent());
      assertEquals(Optional.of(ScriptedDingTalk.RAW), fixture.documents.raw(TENANT, DOCUMENT));
      assertEquals(List.of(POST), fixture.vouchers.drain());
    }

    @Test
    void thatIsRepeatedIsNotFetchedAgain() {
      fixture.happens("e-1", Phase.FINISH);
      fixture.happens("e-1", Phase.FINISH);
      assertTranslatedOnce();
    }

    @Test
    void thatIsToldUnderAnotherNameIsOnlyRemembered() {
      fixture.happens("e-1", Phase.FINISH);
      fixture.happens("e-2", Phase.FINISH);
      assertTranslatedOnce();
      assertEquals(List.of("e-1", "e-2"), fixture.record().eventIds());
    }

    @Test
    void afterItsStartIsTranslated() {
      fixture.happens("e-1", Phase.START);
      assertEnded(DocumentState.IGNORED, TranslateReason.STILL_RUNNING);
      assertEquals(0, fixture.dingTalk.details.get());
      fixture.happens("e-2", Phase.FINISH);
      assertTranslatedOnce();
      assertEquals(List.of(), fixture.reasons(), "it runs no more");
    }

    @Test
    void beforeItsStartIsTranslated() {
      fixture.happens("e-2", Phase.FINISH);
      fixture.happens("e-1", Phase.START);
      assertTranslatedOnce();
      assertEquals(Phase.FINISH, fixture.record().approval().orElseThrow().phase());
    }

    @Test
    void withARefusalIsIgnoredWithoutAsking() {
      fixture.handle(fixture.event("e-1", Phase.FINISH, Result.REFUSE));
      assertEnded(DocumentState.IGNORED, TranslateReason.REFUSED);
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @Test
    void withoutAResultIsAskedFor() {
      fixture.handle(fixture.event("e-1", Phase.FINISH, null));
      assertTranslatedOnce();
    }
  }

  @Nested
  class AnEndByWithdrawal {
    @Test
    void isIgnoredWithoutAsking() {
      fixture.happens("e-1", Phase.TERMINATE);
      assertEnded(DocumentState.IGNORED, TranslateReason.TERMINATED);
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @ParameterizedTest
    @EnumSource(names = {"TERMINATE", "DELETE"})
    void contradictedByALaterConsentGoesToAPerson(Phase end) {
      fixture.happens("e-1", end);
      fixture.happens("e-2", Phase.FINISH);
      assertHeldForContradiction();
      assertEquals(end, fixture.record().approval().orElseThrow().phase());
      assertEquals(List.of("e-1", "e-2"), fixture.record().eventIds());
      assertEquals(Optional.empty(), fixture.record().dueAt());
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @Test
    void contradictedByALaterConsentStaysWithThePersonWhateverIsRepeated() {
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.happens("e-2", Phase.FINISH);
      DocumentRecord held = fixture.record();
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.happens("e-2", Phase.FINISH);
      fixture.handle(TranslateFixture.AGAIN);
      assertEquals(held, fixture.record(), "what was heard already changes nothing");
      fixture.happens("e-3", Phase.FINISH);
      fixture.happens("e-4", Phase.TERMINATE);
      assertHeldForContradiction();
      assertEquals(
          List.of("IGNORED", "HELD", "HEARD", "HEARD"), fixture.history(), "held only once");
    }

    @Test
    void isNotUndoneByAFinishThatWasHeardBeforeIt() {
      fixture.source = tenant -> TranslationTest.unusable(TranslateReason.NO_RULE_BOOK);
      fixture.happens("e-1", Phase.FINISH);
      fixture.happens("e-2", Phase.TERMINATE);
      fixture.happens("e-1", Phase.FINISH);
      assertEnded(DocumentState.IGNORED, TranslateReason.TERMINATED);
    }

    @Test
    void isNotUndoneByALateStart() {
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.happens("e-2", Phase.START);
      assertEnded(DocumentState.IGNORED, TranslateReason.TERMINATED);
    }

    @Test
    void isNotUndoneByALateRefusal() {
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.handle(fixture.event("e-2", Phase.FINISH, Result.REFUSE));
      assertEnded(DocumentState.IGNORED, TranslateReason.TERMINATED);
    }

    private void assertHeldForContradiction() {
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of("TRANSLATE-CONTRADICTING-EVENTS"), fixture.reasons());
    }

    @Test
    void afterPostingGoesToAPerson() {
      fixture.happens("e-1", Phase.FINISH);
      DocumentRecord record = fixture.record();
      Posting claimed =
          record.posting(KEY).orElseThrow().claimed(fixture.clock.instant(), Duration.ofMinutes(5));
      fixture.documents.save(record.with(claimed.posted(new LedgerReference("100", "45"))));
      fixture.happens("e-2", Phase.TERMINATE);
      assertEnded(DocumentState.HELD, TranslateReason.ENDED_AFTER_POSTING);
      assertEquals(PostingState.POSTED, fixture.record().posting(KEY).orElseThrow().state());
    }

    @Test
    void beforePostingStopsTheVoucher() {
      fixture.happens("e-1", Phase.FINISH);
      fixture.happens("e-2", Phase.TERMINATE);
      assertEnded(DocumentState.HELD, TranslateReason.ENDED_AFTER_POSTING);
      Posting stopped = fixture.record().posting(KEY).orElseThrow();
      assertTrue(!stopped.isClaimable(fixture.clock.instant()), "its message finds nothing to do");
      assertEquals(Optional.empty(), fixture.record().dueAt());
    }

    @Test
    void whilePostingStaysWithThePersonWhenThePostingEnds() {
      fixture.happens("e-1", Phase.FINISH);
      DocumentRecord record = fixture.record();
      Posting claimed =
          record.posting(KEY).orElseThrow().claimed(fixture.clock.instant(), Duration.ofMinutes(5));
      fixture.documents.save(record.with(claimed));
      fixture.happens("e-2", Phase.TERMINATE);
      DocumentRecord held = fixture.record();
      fixture.documents.save(held.with(claimed.posted(new LedgerReference("100", "45"))));
      assertEnded(DocumentState.HELD, TranslateReason.ENDED_AFTER_POSTING);
    }

    @Test
    void ofADocumentThatWaitedForAPersonEndsTheWaiting() {
      fixture.source = tenant -> TranslationTest.unusable(TranslateReason.NO_RULE_BOOK);
      fixture.happens("e-1", Phase.FINISH);
      fixture.happens("e-2", Phase.TERMINATE);
      assertEnded(DocumentState.IGNORED, TranslateReason.TERMINATED);
    }
  }

  @Nested
  class WhileADocumentIsFetched {
    private void during(Runnable meanwhile) {
      fixture.dingTalk.detail =
          () -> {
            meanwhile.run();
            return ScriptedDingTalk.said(
                ApprovalDetail.Status.COMPLETED, ApprovalDetail.Result.AGREE);
          };
      fixture.happens("e-1", Phase.FINISH);
    }

    @Test
    void aRepeatDoesNothing() {
      during(() -> fixture.happens("e-1", Phase.FINISH));
      assertTranslatedOnce();
    }

    @Test
    void aWithdrawalWaitsForTheWorker() {
      during(
          () ->
              assertThrows(
                  IllegalStateException.class, () -> fixture.happens("e-2", Phase.TERMINATE)));
      assertTranslatedOnce();
      fixture.happens("e-2", Phase.TERMINATE);
      assertEnded(DocumentState.HELD, TranslateReason.ENDED_AFTER_POSTING);
    }
  }

  @Nested
  class AnEventAboutNoDocument {
    private final TranslateWork push =
        fixture.event("e-9", new EventSubject.OutOfScope(new Reason("EVENT-X", "不处理", "not ours")));

    @Test
    void isRecordedOnceWithItsReason() {
      fixture.handle(push);
      fixture.handle(push);
      DocumentRecord record =
          fixture.documents.find(TENANT, DocumentId.ofEvent("e-9")).orElseThrow();
      assertEquals(DocumentState.IGNORED, record.state());
      assertEquals("EVENT-X", record.reasons().getFirst().code());
      assertEquals(1, record.version());
      assertEquals(Optional.empty(), record.dueAt());
    }

    @Test
    void isNamedByItsType() {
      fixture.handle(push);
      assertEquals(
          "bpms_instance_change",
          fixture.documents.find(TENANT, DocumentId.ofEvent("e-9")).orElseThrow().title());
    }
  }
}
