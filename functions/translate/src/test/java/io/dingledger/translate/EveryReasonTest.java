package io.dingledger.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason is given for something that can happen; a new one without a case won't compile. */
class EveryReasonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

  private final TranslateFixture fixture = new TranslateFixture();

  @ParameterizedTest
  @EnumSource(TranslateReason.class)
  void isGiven(TranslateReason reason) {
    DocumentId document = provoke(reason);
    Reason given =
        fixture
            .documents
            .find(TranslateFixture.TENANT, document)
            .orElseThrow()
            .reasons()
            .getFirst();
    assertEquals(reason.code(), given.code());
    assertFalse(given.english().contains("{"), "all places are filled: " + given.english());
    assertFalse(given.chinese().contains("{"), "all places are filled: " + given.chinese());
  }

  private DocumentId provoke(TranslateReason reason) {
    switch (reason) {
      case STILL_RUNNING -> fixture.happens("e-1", Phase.START);
      case REFUSED -> fixture.handle(fixture.event("e-1", Phase.FINISH, Result.REFUSE));
      case TERMINATED -> fixture.happens("e-1", Phase.TERMINATE);
      case ENDED_AFTER_POSTING -> happen(Phase.FINISH, Phase.DELETE);
      case CONTRADICTING_EVENTS -> happen(Phase.TERMINATE, Phase.FINISH);
      case BEFORE_FIRST_RULE_BOOK -> beforeTheFirstRuleBook();
      case NO_TENANT, NO_RULE_BOOK, RULE_BOOK_INVALID -> {
        fixture.source = tenant -> TranslationTest.unusable(reason);
        fixture.happens("e-1", Phase.FINISH);
      }
      case SUPERSEDED,
          NOTHING_TO_REVERSE,
          PARENT_UNKNOWN,
          PARENT_HELD,
          PARENT_UNDECIDED,
          PARENT_FORGOTTEN,
          ORDER_UNCLEAR -> {
        return provokeByLineage(reason);
      }
      case TENANT_SUSPENDED,
          SUSPENDED_BY_OPERATOR,
          NO_RULE_BOOK_YET,
          DIRECTORY_NOTED,
          FORM_CHANGED,
          FORM_NOT_USED,
          ATTENDANCE_NOTED,
          ATTENDANCE_NOT_WANTED -> {
        return provokeByAnotherEvent(reason);
      }
      case DAY_CHANGED_AFTER_POSTING -> {
        return changedDay();
      }
    }
    return TranslateFixture.DOCUMENT;
  }

  private DocumentId provokeByAnotherEvent(TranslateReason reason) {
    fixture.handle(fixture.event("e-9", subject(reason)));
    return DocumentId.ofEvent("e-9");
  }

  private void beforeTheFirstRuleBook() {
    fixture.source =
        new ScriptedShelf().with(LocalDate.of(2026, 7, 1), "v-1", fixture.book).source();
    fixture.happens("e-1", Phase.FINISH);
  }

  private void happen(Phase first, Phase second) {
    fixture.happens("e-1", first);
    fixture.happens("e-2", second);
  }

  private EventSubject subject(TranslateReason reason) {
    EventSubject.Attendance attendance =
        new EventSubject.Attendance(List.of(new EventSubject.PersonDay("u-1", DAY)), List.of());
    return switch (reason) {
      case TENANT_SUSPENDED, SUSPENDED_BY_OPERATOR, NO_RULE_BOOK_YET -> {
        fixture.source =
            tenant ->
                new RuleBookSource.Active.Waiting(
                    Failure.of(FailureKind.CONFIG, "dingtalk", reason.name(), "x"),
                    Reason.of(reason, tenant));
        yield attendance;
      }
      case ATTENDANCE_NOTED -> {
        fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
        yield attendance;
      }
      case ATTENDANCE_NOT_WANTED -> attendance;
      case DIRECTORY_NOTED -> new EventSubject.PeopleChanged(List.of("u-1"));
      case FORM_CHANGED -> new EventSubject.FormChanged("PROC-1", "update");
      case FORM_NOT_USED -> new EventSubject.FormChanged("PROC-2", "update");
      default -> throw new AssertionError("no event gives " + reason);
    };
  }

  private DocumentId changedDay() {
    DocumentId id = DocumentId.ofDay("u-1", DAY);
    fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
    fixture.book.factTranslation = fact -> Family.vouchersOf(fact.document());
    fixture.handle(dayRead("[1]"));
    fixture.clock.advance(Duration.ofHours(1));
    fixture.handle(dayRead("[2]"));
    return id;
  }

  private TranslateWork dayRead(String rows) {
    return new TranslateWork.DayRead(
        TranslateFixture.TENANT,
        new EventSubject.PersonDay("u-1", DAY),
        rows,
        fixture.clock.instant());
  }

  private DocumentId provokeByLineage(TranslateReason reason) {
    Family family = new Family(fixture);
    switch (reason) {
      case PARENT_UNKNOWN -> family.approves("C", Action.REVOKE, "A");
      case NOTHING_TO_REVERSE -> {
        family.holds("A");
        family.approves("A", Action.NONE, "");
        family.approves("C", Action.REVOKE, "A");
      }
      case SUPERSEDED -> {
        family.approves("C", Action.REVOKE, "A");
        family.approves("A", Action.NONE, "");
        return new DocumentId("A");
      }
      case PARENT_HELD -> held(family);
      case PARENT_UNDECIDED -> {
        family.approves("A", Action.NONE, "");
        family.posting("A", posting -> posting.inConflict(Family.WHY, fixture.clock.instant()));
        family.approves("C", Action.REVOKE, "A");
      }
      case PARENT_FORGOTTEN -> forgotten(family);
      case ORDER_UNCLEAR -> {
        family.approves("A", Action.NONE, "");
        family.approves("B", Action.MODIFY, "A");
        family.inTheSameMinute();
        family.approves("C", Action.MODIFY, "A");
      }
      default -> throw new AssertionError("no lineage gives " + reason);
    }
    return new DocumentId("C");
  }

  private void held(Family family) {
    fixture.source = tenant -> TranslationTest.unusable(TranslateReason.NO_RULE_BOOK);
    family.approves("A", Action.NONE, "");
    fixture.source = family.source();
    family.approves("C", Action.REVOKE, "A");
    fixture.source = tenant -> TranslationTest.unusable(TranslateReason.NO_RULE_BOOK);
    family.again("A");
    fixture.source = family.source();
    family.again("C");
  }

  private static void forgotten(Family family) {
    family.putBack();
    family.approves("C", Action.REVOKE, "A");
    family.approves("A", Action.NONE, "");
    family.again("C");
  }
}
