package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Punches and the results of days. */
class AttendanceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 30);
  private static final PersonDay PERSON_DAY = new PersonDay("u-1", DAY);

  /** Half past midnight of the next day in Shanghai. */
  private static final PunchSeen PUNCH =
      new PunchSeen("u-1", "b-1", Instant.parse("2026-03-30T16:30:00Z"), "MAP", true, true);

  private static final DocumentId PUNCH_ID = DocumentId.ofPunch("u-1", PUNCH.at());
  private static final DocumentId DAY_ID = DocumentId.ofDay("u-1", DAY);

  private final TranslateFixture fixture = new TranslateFixture();

  private DocumentRecord record(DocumentId id) {
    return fixture.documents.find(TENANT, id).orElseThrow();
  }

  private List<String> reasons(DocumentId id) {
    return record(id).reasons().stream().map(Reason::code).toList();
  }

  private void pushed() {
    fixture.handle(
        fixture.event(
            "e-1", new EventSubject.Attendance(List.of(PERSON_DAY), List.of(PUNCH, PUNCH))));
  }

  private TranslateWork dayRead(String rows) {
    return new TranslateWork.DayRead(TENANT, PERSON_DAY, rows, fixture.clock.instant());
  }

  @Nested
  class APush {
    @Test
    void ofWhatNobodyWantsIsRecordedAndCostsNothing() {
      pushed();
      assertEquals(
          List.of(TranslateReason.ATTENDANCE_NOT_WANTED.code()),
          reasons(DocumentId.ofEvent("e-1")));
      assertTrue(fixture.marks.upTo(TENANT, DAY).isEmpty());
      assertTrue(fixture.documents.find(TENANT, PUNCH_ID).isEmpty());
    }

    @Test
    void marksItsDaysOnceEvenWhenRepeated() {
      fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
      pushed();
      long version = fixture.marks.upTo(TENANT, DAY).getFirst().version();
      pushed();
      assertEquals(version, fixture.marks.upTo(TENANT, DAY).getFirst().version());
      assertEquals(
          List.of(TranslateReason.ATTENDANCE_NOTED.code()), reasons(DocumentId.ofEvent("e-1")));
    }

    @Test
    void makesADocumentOfEachPunchWithoutACall() {
      fixture.book.kinds = Set.of(DocumentKind.PUNCH);
      pushed();
      DocumentRecord punch = record(PUNCH_ID);
      assertEquals("punch", punch.kind());
      assertEquals(DocumentState.IGNORED, punch.state());
      assertEquals(Optional.of(LocalDate.of(2026, 3, 31)), punch.businessDate());
      assertEquals(1, fixture.book.translations.get(), "the same punch twice is one");
      assertEquals(0, fixture.dingTalk.details.get());
      assertTrue(fixture.documents.typed(TENANT, PUNCH_ID).isPresent());
    }

    @Test
    void forWhichThereIsNoRuleBookIsIgnoredForThatReason() {
      fixture.source = tenant -> TranslationTest.unusable(TranslateReason.NO_RULE_BOOK);
      pushed();
      DocumentRecord push = record(DocumentId.ofEvent("e-1"));
      assertEquals(DocumentState.IGNORED, push.state());
      assertEquals(TranslateReason.NO_RULE_BOOK.code(), push.reasons().getFirst().code());
    }
  }

  @Nested
  class APunch {
    @Test
    void whosePersonCanNotBeReadIsKeptAndTriedAgain() {
      fixture.book.kinds = Set.of(DocumentKind.PUNCH);
      Failure throttled = Failure.of(FailureKind.THROTTLE, "dingtalk", "X", "because");
      fixture.dingTalk.person = new Answer.Failed<>(throttled);
      pushed();
      assertEquals(DocumentState.RECEIVED, record(PUNCH_ID).state());
      assertEquals(1, fixture.failures.drain().size());
      fixture.dingTalk.person = new Answer.Got<>(ScriptedDingTalk.PERSON);
      fixture.handle(new TranslateWork.Again(TENANT, PUNCH_ID));
      assertEquals(DocumentState.IGNORED, record(PUNCH_ID).state());
      assertEquals("punch", record(PUNCH_ID).kind());
    }
  }

  @Nested
  class ADay {
    ADay() {
      fixture.book.kinds = Set.of(DocumentKind.DAILY_RESULT);
    }

    @Test
    void isTranslatedFromItsRows() {
      fixture.handle(dayRead("[1]"));
      assertEquals("dailyResult", record(DAY_ID).kind());
      assertEquals(Optional.of("[1]"), fixture.documents.raw(TENANT, DAY_ID));
      assertEquals(List.of("RULE-DAY-NORMAL"), reasons(DAY_ID));
    }

    @Test
    void thatSaysTheSameAgainChangesNothing() {
      fixture.handle(dayRead("[1]"));
      fixture.clock.advance(Duration.ofHours(1));
      fixture.handle(dayRead("[1]"));
      assertEquals(1, record(DAY_ID).version());
    }

    @Test
    void thatSaysSomethingElseIsTranslatedAgain() {
      fixture.handle(dayRead("[1]"));
      fixture.clock.advance(Duration.ofHours(1));
      fixture.handle(dayRead("[2]"));
      assertEquals(Optional.of("[2]"), fixture.documents.raw(TENANT, DAY_ID));
      assertEquals(2, fixture.book.translations.get());
    }

    @Test
    void thatWasReadEarlierDoesNotCount() {
      TranslateWork earlier = dayRead("[1]");
      fixture.clock.advance(Duration.ofHours(1));
      fixture.handle(dayRead("[2]"));
      fixture.handle(earlier);
      assertEquals(Optional.of("[2]"), fixture.documents.raw(TENANT, DAY_ID));
    }

    @Test
    void thatIsNoLongerWantedIsIgnored() {
      fixture.book.kinds = Set.of();
      fixture.handle(dayRead("[1]"));
      assertEquals(List.of("RULE-OUT-OF-SCOPE"), reasons(DAY_ID));
    }

    @Test
    void thatChangesAfterPostingGoesToAPerson() {
      fixture.book.factTranslation = fact -> Family.vouchersOf(fact.document());
      fixture.handle(dayRead("[1]"));
      assertEquals(1, fixture.vouchers.drain().size());
      fixture.clock.advance(Duration.ofHours(1));
      fixture.handle(dayRead("[2]"));
      assertEquals(DocumentState.HELD, record(DAY_ID).state());
      assertEquals(List.of(TranslateReason.DAY_CHANGED_AFTER_POSTING.code()), reasons(DAY_ID));
    }

    @Test
    void ofASuspendedCompanyIsParkedByTheRetryStep() {
      fixture.source =
          tenant ->
              new RuleBookSource.Active.Waiting(
                  Failure.of(FailureKind.CONFIG, "dingtalk", "TENANT-SUSPENDED", "x"),
                  Reason.of(TranslateReason.TENANT_SUSPENDED, tenant));
      fixture.handle(dayRead("[1]"));
      assertEquals(DocumentState.RECEIVED, record(DAY_ID).state());
      assertEquals(1, fixture.failures.drain().size());
      fixture.source = tenant -> TranslateFixture.ready(fixture.book);
      fixture.handle(new TranslateWork.Again(TENANT, DAY_ID));
      assertEquals(List.of("RULE-DAY-NORMAL"), reasons(DAY_ID));
    }

    @Test
    void whoseRuleBookHasABugIsPoison() {
      fixture.book.factTranslation =
          fact -> {
            throw new IllegalArgumentException("bug");
          };
      fixture.handle(dayRead("[1]"));
      assertEquals(FailureKind.POISON, record(DAY_ID).fetch().failure().orElseThrow().kind());
    }
  }
}
