package io.dingledger.translate;

import static io.dingledger.translate.InboundFixture.CLAIM;
import static io.dingledger.translate.InboundFixture.claim;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.QueueUnreachable;
import io.dingledger.rules.simulation.CaseDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of documents that other systems send. */
class InboundDocumentsTest {
  private static final List<String> LINES =
      List.of("DEBIT 6602.03 500.00", "DEBIT 2221.01.01 45.00", "CREDIT 2241 545.00");

  private final InboundFixture fixture = new InboundFixture();

  private TranslateWork.Retranslate again() {
    return new TranslateWork.Retranslate(TENANT, CLAIM, Signer.of("li").orElseThrow());
  }

  @Nested
  class ADocument {
    @Test
    void becomesVouchersByTheRuleBookOfItsDateWithoutACall() {
      fixture.receives("m-1", claim("545.00"));
      DocumentRecord record = fixture.record(CLAIM);
      assertEquals(DocumentState.POSTING, record.state());
      assertEquals("expenseClaim", record.kind());
      assertEquals("EXP-1", record.businessId());
      assertEquals(Optional.of(LocalDate.of(2026, 3, 30)), record.businessDate());
      assertEquals(LINES, fixture.lines(CLAIM));
      assertEquals(List.of("RECEIVED", "TRANSLATED"), fixture.history(CLAIM));
      assertEquals(0, fixture.system.dingTalk.people.get());
      assertEquals(
          List.of(new PostWork(TENANT, CLAIM, record.postings().getFirst().key())),
          fixture.system.vouchers.drain());
      assertTrue(fixture.system.documents.typed(TENANT, CLAIM).isPresent());
    }

    @Test
    void ofAPersonWhoIsOnlyNamedTakesThemFromTheDirectory() {
      fixture.receives(
          "m-1",
          claim("545.00")
              .replace(", \"jobNumber\": \"0042\", \"department\": {\"code\": \"BM01\"}", ""));
      assertEquals(LINES, fixture.lines(CLAIM));
      assertEquals(1, fixture.system.dingTalk.people.get());
    }

    @Test
    void whoseDirectoryDoesNotAnswerIsKeptAndTriedAgain() {
      Answer<Person> known = fixture.system.dingTalk.person;
      fixture.system.dingTalk.person =
          new Answer.Failed<>(Failure.of(FailureKind.THROTTLE, "dingtalk", "X", "because"));
      fixture.receives(
          "m-1",
          claim("545.00")
              .replace(", \"jobNumber\": \"0042\", \"department\": {\"code\": \"BM01\"}", ""));
      assertEquals(DocumentState.RECEIVED, fixture.record(CLAIM).state());
      assertEquals(1, fixture.system.failures.drain().size());
      fixture.system.dingTalk.person = known;
      fixture.system.handle(new TranslateWork.Again(TENANT, CLAIM));
      assertEquals(LINES, fixture.lines(CLAIM));
    }

    @Test
    void thatRulesHoldWaitsForAPersonAndGoesOnWhenAsked() {
      fixture.receives("m-1", claim("50000.01"));
      assertEquals(List.of("RULE-HOLD-RULE"), fixture.reasons(CLAIM));
      fixture.system.source =
          tenant ->
              new RuleBookSource.Active.Ready(
                  fixture.settings(),
                  RuleBooksByDate.always(
                      "v-2",
                      InboundFixture.book(InboundFixture.text().replace("50000.00", "90000.00"))));
      fixture.system.handle(again());
      assertEquals(DocumentState.POSTING, fixture.record(CLAIM).state());
      assertTrue(Retranslation.refusal(fixture.record(CLAIM)).isPresent(), "it has vouchers");
    }

    @Test
    void ofAKindForWhichThereAreNoRulesWaitsForAPerson() {
      fixture.receives(
          "m-1",
          """
          {"kind": "payment", "id": "EXP-1", "date": "2026-03-30", "person": {"userId": "z",
           "name": "Z"}, "amount": 1.00, "payee": "甲公司"}
          """);
      assertEquals(List.of("RULE-KIND-WITHOUT-RULES"), fixture.reasons(CLAIM));
    }

    @Test
    void withoutARuleBookIsParkedByTheRetryStepAndThenGoesOn() {
      RuleBookSource ready = fixture.system.source;
      fixture.system.source =
          tenant ->
              new RuleBookSource.Active.Waiting(
                  Failure.of(FailureKind.CONFIG, "dingtalk", "NO-RULE-BOOK-YET", "x"),
                  Reason.of(TranslateReason.NO_RULE_BOOK_YET, tenant));
      fixture.receives("m-1", claim("545.00"));
      assertEquals(DocumentState.RECEIVED, fixture.record(CLAIM).state());
      assertEquals(1, fixture.system.failures.drain().size());
      fixture.system.source = ready;
      fixture.system.handle(new TranslateWork.Again(TENANT, CLAIM));
      assertEquals(LINES, fixture.lines(CLAIM));
    }

    @Test
    void isACaseForSimulationsToo() {
      fixture.receives("m-1", claim("545.00"));
      CaseDocument stored =
          new StoredCases(fixture.system.documents, fixture.system.directory)
              .of(fixture.settings(), fixture.record(CLAIM))
              .orElseThrow();
      assertEquals(CLAIM, stored.id());
    }
  }

  @Nested
  class ARepeat {
    @Test
    void ofTheSameContentIsTheSameDocumentUnderWhicheverMessage() {
      fixture.receives("m-1", claim("545.00"));
      long version = fixture.record(CLAIM).version();
      fixture.receives("m-1", claim("545.00"));
      fixture.receives("m-2", claim("545.00").replace(", ", ",  "));
      assertEquals(version, fixture.record(CLAIM).version());
      assertEquals(1, fixture.system.vouchers.drain().size());
    }

    @Test
    void withOtherContentTakesItsPlaceWhileNothingWasMade() {
      fixture.receives("m-1", claim("545.00", "不认识"));
      assertEquals(DocumentState.HELD, fixture.record(CLAIM).state());
      fixture.receives("m-2", claim("545.00"));
      assertEquals(LINES, fixture.lines(CLAIM));
      assertEquals(List.of("RECEIVED", "HELD", "RECEIVED", "TRANSLATED"), fixture.history(CLAIM));
    }

    @Test
    void ofAnEarlierMessageIsNoNewContent() {
      String first = claim("99.00", "不认识");
      fixture.receives("m-1", first);
      fixture.receives("m-2", claim("545.00", "不认识"));
      long version = fixture.record(CLAIM).version();
      fixture.receives("m-1", first);
      assertEquals(
          Optional.of(claim("545.00", "不认识")), fixture.system.documents.raw(TENANT, CLAIM));
      assertEquals(version, fixture.record(CLAIM).version());
      fixture.receives("m-3", first);
      assertEquals(Optional.of(first), fixture.system.documents.raw(TENANT, CLAIM));
    }

    @Test
    void ofAMessageIdWithOtherContentIsNewContent() {
      fixture.receives("m-1", claim("99.00", "不认识"));
      fixture.receives("m-1", claim("545.00"));
      assertEquals(LINES, fixture.lines(CLAIM));
    }

    @Test
    void thatCameEarlierAndIsDeliveredLaterDoesNotTakeItsPlace() {
      TranslateWork earlier = fixture.received("m-1", claim("99.00", "不认识"));
      fixture.receives("m-2", claim("545.00", "不认识"));
      fixture.system.handle(earlier);
      assertEquals(
          Optional.of(claim("545.00", "不认识")), fixture.system.documents.raw(TENANT, CLAIM));
      assertTrue(fixture.history(CLAIM).contains("OLDER_CONTENT_LEFT"));
    }

    @Test
    void withOtherContentAfterVouchersWereMadeGoesToAPersonAndNothingIsOverwritten() {
      fixture.receives("m-1", claim("545.00"));
      fixture.receives("m-2", claim("999.00"));
      assertEquals(DocumentState.HELD, fixture.record(CLAIM).state());
      assertEquals(List.of(InboundReason.CHANGED_AFTER_POSTING.code()), fixture.reasons(CLAIM));
      assertEquals(LINES, fixture.lines(CLAIM));
      assertEquals(Optional.of(claim("545.00")), fixture.system.documents.raw(TENANT, CLAIM));
      DocumentId kept = kept();
      assertEquals(Optional.of(claim("999.00")), fixture.system.documents.raw(TENANT, kept));
      assertEquals(List.of(InboundReason.CONTENT_KEPT.code()), fixture.reasons(kept));
      assertTrue(Retranslation.refusal(fixture.record(kept)).isPresent(), "it never is posted");
      long version = fixture.record(CLAIM).version();
      fixture.receives("m-3", claim("999.00"));
      assertEquals(version, fixture.record(CLAIM).version(), "said once");
    }

    private DocumentId kept() {
      return fixture
          .system
          .documents
          .list(TENANT, Optional.of(DocumentState.IGNORED), Optional.empty(), 10)
          .items()
          .getFirst()
          .id();
    }
  }

  @Nested
  class Doubt {
    @Test
    void aTextThatCanNotBeReadAnyMoreWaitsForAPerson() {
      fixture.receives("m-1", "{\"kind\": \"expenseClaim\"}");
      assertEquals(List.of(InboundReason.UNREADABLE.code()), fixture.reasons(CLAIM));
    }

    @Test
    void aDocumentOfWhichNothingIsStoredCanOnlyBeSentAgain() {
      DocumentRecord lost =
          DocumentRecord.announced(TENANT, CLAIM, Optional.empty(), fixture.system.clock.instant());
      fixture.system.documents.save(lost.held());
      fixture.system.handle(again());
      assertEquals(List.of(InboundReason.MISSING.code()), fixture.reasons(CLAIM));
      fixture.receives("m-1", claim("545.00"));
      assertEquals(LINES, fixture.lines(CLAIM));
    }
  }

  @Nested
  class NothingIsMadeTwice {
    @Test
    void whenTheWorkerDiesRightAfterStoring() {
      TranslateWork work = fixture.received("m-1", claim("545.00"));
      Translate dying =
          fixture.system.over(
              fixture.system.documents,
              (message, delay) -> {
                throw new QueueUnreachable("vouchers", null);
              },
              fixture.system.failures);
      assertThrows(RuntimeException.class, () -> dying.handle(work));
      fixture.system.handle(work);
      DocumentRecord record = fixture.record(CLAIM);
      assertEquals(1, record.postings().size());
      assertTrue(record.dueAt().isPresent(), "the sweep posts it");
      assertFalse(
          record.dueAt().get().isAfter(fixture.system.clock.instant().plus(Duration.ofMinutes(5))));
    }

    @Test
    void whenADocumentOfDingTalkHasTheSameIdentifier() {
      fixture.receives("m-1", claim("545.00"));
      assertTrue(fixture.system.documents.find(TENANT, new DocumentId("EXP-1")).isEmpty());
    }
  }
}
