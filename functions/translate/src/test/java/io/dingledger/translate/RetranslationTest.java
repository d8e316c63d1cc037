package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.AGAIN;
import static io.dingledger.translate.TranslateFixture.DOCUMENT;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.rules.Translation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a person's word brings on its way again, and what it does not. */
class RetranslationTest {
  private static final Reason UNMAPPED = new Reason("RULE-ACCOUNT-UNMAPPED", "x", "x");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

  private final TranslateFixture fixture = new TranslateFixture();

  private void held() {
    fixture.book.translation = () -> new Translation.Held("expenseClaim", List.of(UNMAPPED));
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(DocumentState.HELD, fixture.record().state());
  }

  private void asked() {
    asked(DOCUMENT);
  }

  private void asked(DocumentId document) {
    fixture.handle(new TranslateWork.Retranslate(TENANT, document, Signer.of("li").orElseThrow()));
  }

  private Optional<TimelineEntry> entry(String what) {
    return fixture.record().timeline().stream()
        .filter(each -> each.what().equals(what))
        .findFirst();
  }

  @Nested
  class WhatGoesOn {
    @Test
    void isWhatWaitedForARuleThatIsMendedNowWithoutAnotherCall() {
      held();
      fixture.book.translation = () -> ScriptedRuleBook.vouchers(1);
      asked();
      assertEquals(DocumentState.POSTING, fixture.record().state());
      assertEquals(1, fixture.vouchers.drain().size());
      assertEquals(1, fixture.dingTalk.details.get(), "the stored detail is final");
      TimelineEntry entry = entry("ASKED_AGAIN").orElseThrow();
      assertEquals("li", entry.actor());
      assertEquals("HELD RULE-ACCOUNT-UNMAPPED", entry.detail());
    }

    @Test
    void isTranslatedByTheVersionThatIsInForceOnItsDateNow() {
      held();
      ScriptedRuleBook mended = new ScriptedRuleBook();
      LocalDate date = fixture.record().businessDate().orElseThrow();
      fixture.source =
          new ScriptedShelf()
              .with(LocalDate.EPOCH, "v-1", fixture.book)
              .with(date, "v-2", mended)
              .source();
      asked();
      assertEquals(1, mended.translations.get());
      assertEquals(DocumentState.POSTING, fixture.record().state());
    }

    @Test
    void isHeldAgainWhileNothingIsMended() {
      held();
      asked();
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(UNMAPPED.code()), fixture.reasons());
      assertEquals(Optional.empty(), fixture.record().dueAt());
    }

    @Test
    void isWhatWasOutOfScopeOnlyToBeSoAgainByTheBookOfItsDate() {
      fixture.book.scope = () -> Optional.of(new Reason("RULE-OUT-OF-SCOPE", "x", "x"));
      fixture.happens("e-1", Phase.FINISH);
      assertEquals(DocumentState.IGNORED, fixture.record().state());
      asked();
      assertEquals(1, fixture.dingTalk.details.get(), "a person's word is worth a call");
      assertEquals(1, fixture.book.translations.get());
    }

    @Test
    void isWhatDingTalkContradictedItselfAbout() {
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.happens("e-2", Phase.FINISH);
      assertEquals(List.of(TranslateReason.CONTRADICTING_EVENTS.code()), fixture.reasons());
      asked();
      assertEquals(DocumentState.POSTING, fixture.record().state());
    }

    @Test
    void isADayThatIsStored() {
      fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
      fixture.book.factTranslation =
          fact -> Translation.Held.of(fact.document(), List.of(UNMAPPED));
      fixture.handle(
          new TranslateWork.DayRead(
              TENANT, new PersonDay("u-1", DAY), "[1]", fixture.clock.instant()));
      fixture.book.factTranslation = fact -> Family.vouchersOf(fact.document());
      asked(DocumentId.ofDay("u-1", DAY));
      DocumentRecord day =
          fixture.documents.find(TENANT, DocumentId.ofDay("u-1", DAY)).orElseThrow();
      assertEquals(DocumentState.POSTING, day.state());
      assertEquals(1, fixture.vouchers.drain().size());
    }

    @Test
    void goesOnByTheSweepWhenTheWorkerDiesRightAfter() {
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.happens("e-2", Phase.FINISH);
      DyingStore dying = new DyingStore(fixture.documents, 2, true);
      assertThrows(
          Killed.class,
          () ->
              fixture
                  .over(dying)
                  .handle(
                      new TranslateWork.Retranslate(
                          TENANT, DOCUMENT, Signer.of("li").orElseThrow())));
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertTrue(fixture.record().dueAt().isPresent(), "the sweep knows of it");
      fixture.handle(AGAIN);
      assertEquals(DocumentState.POSTING, fixture.record().state(), "the word still stands");
    }
  }

  @Nested
  class WhatIsRefused {
    @Test
    void isWhatHasVouchers() {
      fixture.happens("e-1", Phase.FINISH);
      assertRefused(AgainReason.HAS_VOUCHERS);
    }

    @Test
    void isWhatIsOnItsWay() {
      fixture.dingTalk.detail =
          () -> new Answer.Failed<>(Failure.of(FailureKind.THROTTLE, "dingtalk", "90018", "x"));
      fixture.happens("e-1", Phase.FINISH);
      assertRefused(AgainReason.ON_ITS_WAY);
    }

    @Test
    void isWhatALaterApprovalHasReplaced() {
      Family family = new Family(fixture);
      family.holds("A");
      family.approves("A", Action.NONE, "");
      family.approves("C", Action.REVOKE, "A");
      assertRefused(AgainReason.SUPERSEDED, new DocumentId("A"));
    }

    @Test
    void isWhatIsNoDocument() {
      fixture.handle(fixture.event("e-9", new EventSubject.PeopleChanged(List.of("u-1"))));
      assertRefused(AgainReason.NO_DOCUMENT, DocumentId.ofEvent("e-9"));
      fixture.notices.raise(TENANT, "quota", UNMAPPED);
      assertRefused(AgainReason.NO_DOCUMENT, DocumentId.ofNotice("quota"));
    }

    @Test
    void isWhatNobodyKnows() {
      asked(new DocumentId("nowhere"));
      assertTrue(fixture.documents.find(TENANT, new DocumentId("nowhere")).isEmpty());
    }

    @Test
    void aWordThatWasAnsweredCountsNoLonger() {
      fixture.happens("e-1", Phase.TERMINATE);
      fixture.happens("e-2", Phase.FINISH);
      fixture.book.translation = () -> new Translation.Held("", List.of(UNMAPPED));
      asked();
      assertFalse(Retranslation.isAsked(fixture.record()));
    }

    private void assertRefused(AgainReason reason) {
      assertRefused(reason, DOCUMENT);
    }

    private void assertRefused(AgainReason reason, DocumentId id) {
      DocumentRecord before = fixture.documents.find(TENANT, id).orElseThrow();
      Reason given = Retranslation.refusal(before).orElseThrow();
      assertEquals(reason.code(), given.code());
      assertFalse(given.english().contains("{"), given.english());
      assertFalse(given.chinese().contains("{"), given.chinese());
      asked(id);
      DocumentRecord after = fixture.documents.find(TENANT, id).orElseThrow();
      assertEquals(before.state(), after.state());
      assertEquals(before.reasons(), after.reasons());
      assertEquals("AGAIN_REFUSED", after.timeline().getLast().what());
    }
  }
}
