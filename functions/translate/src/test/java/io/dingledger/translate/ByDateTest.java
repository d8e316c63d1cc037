package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.DOCUMENT;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.PunchSeen;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.work.TranslateWork;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each document is translated by the rule book in force on its own date. */
class ByDateTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  /** In the tenant's zone the first of these is June, the second one July. */
  private static final Instant LAST_OF_JUNE = Instant.parse("2026-06-30T15:59:59Z");

  private static final Instant FIRST_OF_JULY = Instant.parse("2026-06-30T16:00:00Z");
  private static final Reason UNWANTED = new Reason("RULE-OUT-OF-SCOPE", "x", "x");

  private final TranslateFixture fixture = new TranslateFixture();
  private final ScriptedRuleBook june = new ScriptedRuleBook();
  private final ScriptedRuleBook july = new ScriptedRuleBook();

  @BeforeEach
  void twoVersions() {
    fixture.source =
        new ScriptedShelf()
            .with(JULY.minusMonths(1), "v-june", june)
            .with(JULY, "v-july", july)
            .source();
    fixture.clock.advanceTo(FIRST_OF_JULY.plus(Duration.ofHours(1)));
  }

  @Nested
  class AnApproval {
    @Test
    void thatEndedOnTheLastDayOfTheOldVersionUsesTheOldOne() {
      approved(LAST_OF_JUNE, Optional.of(LAST_OF_JUNE));
      assertUsed(1, 0);
      assertEquals(Optional.of(JULY.minusDays(1)), fixture.record().businessDate());
    }

    @Test
    void thatEndedOnTheFirstDayOfTheNewVersionUsesTheNewOne() {
      approved(FIRST_OF_JULY, Optional.of(FIRST_OF_JULY));
      assertUsed(0, 1);
      assertEquals(Optional.of(JULY), fixture.record().businessDate());
    }

    @Test
    void thatArrivesWeeksLateStillUsesTheVersionOfItsDate() {
      fixture.clock.advance(Duration.ofDays(50));
      approved(LAST_OF_JUNE, Optional.empty());
      assertUsed(1, 0);
    }

    @Test
    void fromBeforeTheFirstVersionWaitsForAPersonAndCostsNoCallWhenItsDayIsTold() {
      Instant may = LAST_OF_JUNE.minus(Duration.ofDays(45));
      fixture.clock.advanceTo(FIRST_OF_JULY.plus(Duration.ofDays(1)));
      fixture.source = new ScriptedShelf().with(JULY.plusDays(9), "v-july", july).source();
      approved(may, Optional.of(may));
      assertHeld();
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @Test
    void thatProvesToBeFromBeforeTheFirstVersionWaitsForAPerson() {
      approved(LAST_OF_JUNE.minus(Duration.ofDays(45)), Optional.empty());
      assertHeld();
      assertUsed(0, 0);
    }

    private void assertHeld() {
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(TranslateReason.BEFORE_FIRST_RULE_BOOK.code()), fixture.reasons());
    }
  }

  @Nested
  class TheScope {
    @Test
    void ofTheOldVersionStillCountsForWhatMayBeOfItsTime() {
      july.scope = () -> Optional.of(UNWANTED);
      approved(LAST_OF_JUNE, Optional.of(LAST_OF_JUNE));
      assertUsed(1, 0);
    }

    @Test
    void ofTheNewVersionCountsForWhatMayBeOfItsTime() {
      june.scope = () -> Optional.of(UNWANTED);
      approved(FIRST_OF_JULY, Optional.empty());
      assertUsed(0, 1);
    }

    @Test
    void leavesOutWhatNoVersionWantsWithoutACall() {
      june.scope = () -> Optional.of(UNWANTED);
      july.scope = () -> Optional.of(UNWANTED);
      approved(FIRST_OF_JULY, Optional.empty());
      assertEquals(List.of("RULE-OUT-OF-SCOPE"), fixture.reasons());
      assertEquals(0, fixture.dingTalk.details.get());
    }

    @Test
    void ofAVersionThatEndedBeforeTheMonthOfTheApprovalIsNotAsked() {
      july.scope = () -> Optional.of(UNWANTED);
      approved(FIRST_OF_JULY, Optional.of(FIRST_OF_JULY));
      assertEquals(List.of("RULE-OUT-OF-SCOPE"), fixture.reasons());
      assertEquals(0, fixture.dingTalk.details.get());
    }
  }

  @Nested
  class AttendanceOfADay {
    @Test
    void isWantedOrNotByTheVersionOfThatDay() {
      july.kinds = Set.of(DocumentKind.DAILY_RESULT, DocumentKind.PUNCH);
      fixture.handle(
          fixture.event(
              "e-1",
              new EventSubject.Attendance(
                  List.of(new PersonDay("u-1", JULY.minusDays(1)), new PersonDay("u-1", JULY)),
                  List.of(punch(LAST_OF_JUNE), punch(FIRST_OF_JULY)))));
      assertEquals(
          List.of(new PersonDay("u-1", JULY)),
          fixture.marks.upTo(TENANT, JULY).stream().map(mark -> mark.day()).toList());
      assertTrue(fixture.documents.find(TENANT, id(LAST_OF_JUNE)).isEmpty());
      assertTrue(fixture.documents.find(TENANT, id(FIRST_OF_JULY)).isPresent());
    }

    @Test
    void thatIsReadLateUsesTheVersionOfThatDay() {
      june.kinds = Set.of(DocumentKind.DAILY_RESULT);
      PersonDay day = new PersonDay("u-1", JULY.minusDays(1));
      fixture.handle(new TranslateWork.DayRead(TENANT, day, "[1]", fixture.clock.instant()));
      assertUsed(1, 0);
    }

    @Test
    void fromBeforeTheFirstVersionWaitsForAPerson() {
      PersonDay day = new PersonDay("u-1", JULY.minusMonths(2));
      fixture.handle(new TranslateWork.DayRead(TENANT, day, "[1]", fixture.clock.instant()));
      assertEquals(
          DocumentState.HELD,
          fixture.documents.find(TENANT, DocumentId.ofDay("u-1", day.day())).orElseThrow().state());
    }

    private PunchSeen punch(Instant at) {
      return new PunchSeen("u-1", "p", at, "ATM", false, true);
    }

    private DocumentId id(Instant at) {
      return DocumentId.ofPunch("u-1", at);
    }
  }

  private void approved(Instant finishedAt, Optional<Instant> told) {
    fixture.dingTalk.detail = () -> endedAt(finishedAt);
    fixture.handle(
        fixture.event(
            "e-1",
            new EventSubject.Approval(
                DOCUMENT.value(),
                "PROC-1",
                "",
                "",
                Phase.FINISH,
                Optional.of(EventSubject.Result.AGREE),
                "u-1",
                "报销",
                told)));
  }

  private static Answer<ApprovalDetail> endedAt(Instant finishedAt) {
    return ScriptedDingTalk.said(Status.COMPLETED, Result.AGREE)
        .map(
            like ->
                new ApprovalDetail(
                    like.id(),
                    like.processCode(),
                    like.category(),
                    like.businessId(),
                    like.title(),
                    like.originatorUserId(),
                    like.originatorDepartmentId(),
                    like.originatorDepartmentName(),
                    finishedAt.minus(Duration.ofHours(1)),
                    Optional.of(finishedAt),
                    like.status(),
                    like.result(),
                    like.action(),
                    like.mainInstanceId(),
                    like.chain(),
                    like.form(),
                    like.raw()));
  }

  private void assertUsed(int timesJune, int timesJuly) {
    assertEquals(timesJune, june.translations.get(), "the version of June");
    assertEquals(timesJuly, july.translations.get(), "the version of July");
  }
}
