package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.AGAIN;
import static io.dingledger.translate.TranslateFixture.FAILED;
import static io.dingledger.translate.TranslateFixture.LEASE;
import static io.dingledger.translate.TranslateFixture.POST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.platform.support.LogLines;
import io.dingledger.rules.Translation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What comes of a document once its approval has ended with consent. */
class TranslationTest {
  private final TranslateFixture fixture = new TranslateFixture();

  static RuleBookSource.Active unusable(TranslateReason reason) {
    return new RuleBookSource.Active.Unusable(Reason.of(reason, "x", "y"));
  }

  private static Failure failure(FailureKind kind) {
    return Failure.of(kind, "dingtalk", "X", "because");
  }

  private void finish() {
    fixture.happens("e-1", Phase.FINISH);
  }

  /** It waits for another try, the retry step was told, and the sweep knows of it as well. */
  private void assertFailedAs(FailureKind kind) {
    assertEquals(DocumentState.RECEIVED, fixture.record().state());
    assertEquals(kind, fixture.record().fetch().failure().orElseThrow().kind());
    assertTrue(fixture.record().dueAt().isPresent());
    assertEquals(List.of(FAILED), fixture.failures.drain());
    assertEquals(0, fixture.vouchers.size());
  }

  private void assertEnded(DocumentState state, String reason) {
    assertEquals(state, fixture.record().state());
    assertEquals(List.of(reason), fixture.reasons());
    assertEquals(Optional.empty(), fixture.record().dueAt());
    assertEquals(0, fixture.vouchers.size() + fixture.failures.size());
  }

  @Nested
  class TheRuleBook {
    @Test
    void doesNotWantTheForm() {
      Reason reason = new Reason("RULE-OUT-OF-SCOPE", "x", "x");
      fixture.book.scope = () -> Optional.of(reason);
      finish();
      assertEnded(DocumentState.IGNORED, "RULE-OUT-OF-SCOPE");
      assertEquals(0, fixture.dingTalk.details.get(), "a form nobody wants costs no call");
    }

    @Test
    void isUnusable() {
      fixture.source = tenant -> unusable(TranslateReason.RULE_BOOK_INVALID);
      finish();
      assertEnded(DocumentState.HELD, TranslateReason.RULE_BOOK_INVALID.code());
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @Test
    void holdsForAllItsReasons() {
      List<Reason> reasons = List.of(new Reason("A", "x", "x"), new Reason("B", "x", "x"));
      fixture.book.translation = () -> new Translation.Held("expenseClaim", reasons);
      finish();
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(reasons, fixture.record().reasons());
      assertEquals("expenseClaim", fixture.record().kind());
      assertTrue(fixture.documents.raw(TranslateFixture.TENANT, fixture.record().id()).isPresent());
    }

    @Test
    void ignoresForAReason() {
      fixture.book.translation = () -> new Translation.Ignored(new Reason("C", "x", "x"));
      finish();
      assertEnded(DocumentState.IGNORED, "C");
    }

    @Test
    void makesSeveralVouchers() {
      fixture.book.translation = () -> ScriptedRuleBook.vouchers(3);
      finish();
      assertEquals(3, fixture.record().postings().size());
      assertEquals(3, fixture.vouchers.drain().size());
    }

    @Test
    void hasABugWhichIsPoisonAndNoException() {
      fixture.book.translation =
          () -> {
            throw new IllegalArgumentException("bug");
          };
      finish();
      assertFailedAs(FailureKind.POISON);
    }

    @Test
    void hasABugInItsScope() {
      fixture.book.scope =
          () -> {
            throw new IllegalArgumentException("bug");
          };
      finish();
      assertFailedAs(FailureKind.POISON);
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @Test
    void promisesVouchersAndGivesNone() {
      fixture.book.translation = () -> ScriptedRuleBook.vouchers(0);
      finish();
      assertFailedAs(FailureKind.POISON);
    }

    @Test
    void makesMoreThanTheStoreTakes() {
      fixture.book.translation = () -> ScriptedRuleBook.vouchers(200);
      finish();
      assertFailedAs(FailureKind.DATA);
    }

    @Test
    void canNotBeReadForNow() {
      fixture.source =
          tenant -> {
            throw new QueueUnreachable("stands for the key service", null);
          };
      finish();
      assertFailedAs(FailureKind.TRANSIENT);
    }
  }

  @Nested
  class TheDetail {
    private void says(Status status, Result result) {
      fixture.dingTalk.detail = () -> ScriptedDingTalk.said(status, result);
    }

    @Test
    void lagsBehindItsEventAndIsAskedForAgain() {
      says(Status.RUNNING, Result.NONE);
      finish();
      assertFailedAs(FailureKind.NOT_READY);
      says(Status.COMPLETED, Result.AGREE);
      fixture.handle(AGAIN);
      assertEquals(DocumentState.POSTING, fixture.record().state());
      assertEquals(List.of(POST), fixture.vouchers.drain());
    }

    @Test
    void saysRefused() {
      says(Status.COMPLETED, Result.REFUSE);
      finish();
      assertEnded(DocumentState.IGNORED, TranslateReason.REFUSED.code());
    }

    @Test
    void saysTerminated() {
      says(Status.TERMINATED, Result.NONE);
      finish();
      assertEnded(DocumentState.IGNORED, TranslateReason.TERMINATED.code());
    }

    @Test
    void isNotToldForNow() {
      fixture.dingTalk.detail = () -> new Answer.Failed<>(failure(FailureKind.QUOTA));
      finish();
      assertFailedAs(FailureKind.QUOTA);
      fixture.happens("e-1", Phase.FINISH);
      assertEquals(1, fixture.dingTalk.details.get(), "a repeat does not outrun the retry step");
    }
  }

  @Nested
  class AFailedFetch {
    private void failing() {
      fixture.dingTalk.detail = () -> new Answer.Failed<>(failure(FailureKind.TRANSIENT));
    }

    @Test
    void isLoggedWithoutTheWordsOfTheOtherSide() {
      failing();
      try (LogLines log = LogLines.of(Progress.class)) {
        finish();
        assertEquals(List.of("translate failed: instance-1 TRANSIENT dingtalk X"), log.lines());
      }
    }

    @Test
    void keepsTheReasonWhyItStillWaits() {
      failing();
      finish();
      Reason stillTrying = new Reason("RETRY-STILL-TRYING", "x", "x");
      fixture.documents.save(fixture.record().changed().reasons(List.of(stillTrying)).build());
      fixture.handle(AGAIN);
      assertEquals(List.of(stillTrying), fixture.record().reasons());
      fixture.dingTalk.detail = () -> ScriptedDingTalk.said(Status.COMPLETED, Result.AGREE);
      fixture.handle(AGAIN);
      assertEquals(DocumentState.POSTING, fixture.record().state());
      assertEquals(List.of(), fixture.reasons(), "it waits no more");
    }
  }

  @Nested
  class ThePeople {
    @Test
    void areHandedToTheRuleBook() {
      finish();
      assertEquals(
          Map.of("u-1", ScriptedDingTalk.PERSON), fixture.book.directories.getFirst().people());
      assertEquals(
          Map.of("d-1", ScriptedDingTalk.DEPARTMENT),
          fixture.book.directories.getFirst().departments());
    }

    @Test
    void whomDingTalkDoesNotKnowAreLeftOut() {
      fixture.dingTalk.person = new Answer.Failed<>(failure(FailureKind.DATA));
      fixture.dingTalk.department = new Answer.Failed<>(failure(FailureKind.DATA));
      finish();
      assertEquals(Map.of(), fixture.book.directories.getFirst().people());
      assertEquals(Map.of(), fixture.book.directories.getFirst().departments());
      assertEquals(DocumentState.POSTING, fixture.record().state());
    }

    @Test
    void whoAreNotToldForNowAreAskedForAgain() {
      fixture.dingTalk.person = new Answer.Failed<>(failure(FailureKind.THROTTLE));
      finish();
      assertFailedAs(FailureKind.THROTTLE);
    }

    @Test
    void whoseDepartmentIsNotToldForNowAreAskedForAgain() {
      fixture.dingTalk.department = new Answer.Failed<>(failure(FailureKind.TOKEN));
      finish();
      assertFailedAs(FailureKind.TOKEN);
    }
  }

  @Nested
  class AnotherTry {
    @Test
    void ofAnEndedDocumentDoesNothing() {
      finish();
      fixture.handle(AGAIN);
      assertEquals(1, fixture.dingTalk.details.get());
    }

    @Test
    void ofAnUnknownDocumentDoesNothing() {
      fixture.handle(AGAIN);
      assertEquals(
          Optional.empty(),
          fixture.documents.find(TranslateFixture.TENANT, TranslateFixture.DOCUMENT));
    }

    @Test
    void whileAWorkerIsAtItDoesNothing() {
      fixture.dingTalk.detail =
          () -> {
            fixture.handle(AGAIN);
            return ScriptedDingTalk.said(Status.COMPLETED, Result.AGREE);
          };
      finish();
      assertEquals(1, fixture.dingTalk.details.get());
    }
  }

  @Nested
  class TheQueueIsDown {
    @Test
    void ofVouchersThenARepeatedEventQueuesThem() {
      Translate deaf =
          fixture.over(
              fixture.documents,
              (message, delay) -> {
                throw new QueueUnreachable("vouchers", null);
              },
              fixture.failures);
      assertThrows(QueueUnreachable.class, () -> deaf.handle(fixture.event("e-1", Phase.FINISH)));
      assertTrue(fixture.record().dueAt().isPresent(), "the sweep would find it as well");
      finish();
      assertEquals(List.of(POST), fixture.vouchers.drain());
      assertEquals(1, fixture.dingTalk.details.get());
    }

    @Test
    void ofFailuresThenTheSweepKnowsOfIt() {
      fixture.dingTalk.detail = () -> new Answer.Failed<>(failure(FailureKind.TRANSIENT));
      Translate deaf =
          fixture.over(
              fixture.documents,
              fixture.vouchers,
              (message, delay) -> {
                throw new QueueUnreachable("failures", null);
              });
      assertThrows(QueueUnreachable.class, () -> deaf.handle(fixture.event("e-1", Phase.FINISH)));
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertTrue(fixture.record().dueAt().isPresent());
    }
  }

  @Test
  void aWorkerWhoseLeaseRanOutIsReplacedByARepeatedEvent() {
    fixture.dingTalk.detail =
        () -> {
          throw new Killed();
        };
    assertThrows(Killed.class, this::finish);
    assertEquals(DocumentState.FETCHING, fixture.record().state());
    fixture.dingTalk.detail = () -> ScriptedDingTalk.said(Status.COMPLETED, Result.AGREE);
    finish();
    assertEquals(DocumentState.FETCHING, fixture.record().state(), "its lease still holds");
    fixture.clock.advance(LEASE);
    finish();
    assertEquals(DocumentState.POSTING, fixture.record().state());
    assertEquals(2, fixture.dingTalk.details.get());
  }
}
