package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Events that bring no document, and companies for which nothing is done now. */
class HousekeepingTest {
  private final TranslateFixture fixture = new TranslateFixture();

  private DocumentRecord ended(EventSubject subject) {
    fixture.handle(fixture.event("e-9", subject));
    return fixture.documents.find(TENANT, DocumentId.ofEvent("e-9")).orElseThrow();
  }

  private static List<String> reasons(DocumentRecord record) {
    return record.reasons().stream().map(Reason::code).toList();
  }

  @Nested
  class AChangeOfPeople {
    @Test
    void isReadAnewWhenItIsNeededAndNotBefore() {
      fixture.happens("e-1", Phase.FINISH);
      assertEquals(1, fixture.dingTalk.people.get());
      fixture.clock.advance(Duration.ofMinutes(1));
      ended(new EventSubject.PeopleChanged(List.of("u-1")));
      assertTrue(fixture.directory.person(TENANT, "u-1").orElseThrow().isStale());
      assertEquals(1, fixture.dingTalk.people.get());
      fixture.clock.advance(Duration.ofMinutes(1));
      new Family(fixture).approves("A", Action.NONE, "");
      assertEquals(2, fixture.dingTalk.people.get());
      new Family(fixture).approves("B", Action.NONE, "");
      assertEquals(2, fixture.dingTalk.people.get(), "from the snapshot");
    }

    @Test
    void isRecordedAsDone() {
      DocumentRecord record = ended(new EventSubject.PeopleChanged(List.of("u-1")));
      assertEquals(DocumentState.IGNORED, record.state());
      assertEquals(List.of(TranslateReason.DIRECTORY_NOTED.code()), reasons(record));
    }

    @Test
    void ofDepartmentsMakesThemStale() {
      fixture.happens("e-1", Phase.FINISH);
      fixture.clock.advance(Duration.ofMinutes(1));
      ended(new EventSubject.DepartmentsChanged(List.of("d-1")));
      assertTrue(fixture.directory.department(TENANT, "d-1").orElseThrow().isStale());
    }

    @Test
    void whoHaveLeftKeepsTheirNames() {
      fixture.happens("e-1", Phase.FINISH);
      fixture.clock.advance(Duration.ofMinutes(1));
      ended(new EventSubject.PeopleChanged(List.of("u-1")));
      fixture.dingTalk.person =
          new Answer.Failed<>(Failure.of(FailureKind.DATA, "dingtalk", "60121", "not found"));
      new Family(fixture).approves("A", Action.NONE, "");
      var left = fixture.book.directories.getLast().person("u-1").orElseThrow();
      assertEquals(ScriptedDingTalk.PERSON.name(), left.name());
      assertEquals(false, left.works());
    }
  }

  @Nested
  class AChangeOfAForm {
    @Test
    void thatTheRuleBookReadsIsANotice() {
      ended(new EventSubject.FormChanged("PROC-1", "update"));
      DocumentRecord notice =
          fixture.documents.find(TENANT, DocumentId.ofNotice("form:PROC-1")).orElseThrow();
      assertEquals(DocumentState.HELD, notice.state());
      assertEquals(List.of(TranslateReason.FORM_CHANGED.code()), reasons(notice));
    }

    @Test
    void thatNobodyReadsIsNone() {
      DocumentRecord record = ended(new EventSubject.FormChanged("PROC-2", "update"));
      assertEquals(List.of(TranslateReason.FORM_NOT_USED.code()), reasons(record));
      assertTrue(fixture.documents.find(TENANT, DocumentId.ofNotice("form:PROC-2")).isEmpty());
    }
  }

  @Test
  void anEventThatNobodyCanReadGoesToAPerson() {
    DocumentRecord record =
        ended(new EventSubject.Unreadable(new Reason("EVENT-UNREADABLE", "x", "x")));
    assertEquals(DocumentState.HELD, record.state());
    assertEquals(List.of("EVENT-UNREADABLE"), reasons(record));
  }

  @Test
  void anApprovalOfASuspendedCompanyIsLeftToTheRetryStep() {
    Failure suspended = Failure.of(FailureKind.CONFIG, "dingtalk", "TENANT-SUSPENDED", "x");
    fixture.source =
        tenant ->
            new RuleBookSource.Active.Waiting(
                suspended, Reason.of(TranslateReason.TENANT_SUSPENDED, tenant));
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(DocumentState.RECEIVED, fixture.record().state());
    assertEquals(Optional.of(suspended), fixture.record().fetch().failure());
    assertEquals(List.of(TranslateFixture.FAILED), fixture.failures.drain());
    assertEquals(0, fixture.dingTalk.details.get());
  }

  @Test
  void anApprovalWhosePushWasLostHasTheCategoryThatItsFormIsKnownToHave() {
    fixture.book.scopeOf =
        approval ->
            approval.category().equals("expense.category")
                ? Optional.empty()
                : Optional.of(new Reason("RULE-OUT-OF-SCOPE", "x", "x"));
    fixture.notes.seenForm(TENANT, "PROC-1", "expense.category");
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(DocumentState.POSTING, fixture.record().state());
  }

  @Test
  void theFormOfAnApprovalIsRememberedForThePatrol() {
    fixture.happens("e-1", Phase.FINISH);
    assertEquals(Optional.of(""), Optional.ofNullable(fixture.notes.forms(TENANT).get("PROC-1")));
  }
}
