package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.AGAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Approvals that have not ended: their end may never be told, and is looked for. */
class StillRunningTest {
  private static final Duration WEEK = Duration.ofDays(7);

  private final TranslateFixture fixture = new TranslateFixture();

  private void says(Status status, Result result) {
    fixture.dingTalk.detail = () -> ScriptedDingTalk.said(status, result);
  }

  private void assertRunsOn(int calls) {
    assertEquals(DocumentState.IGNORED, fixture.record().state());
    assertEquals(List.of(TranslateReason.STILL_RUNNING.code()), fixture.reasons());
    assertEquals(Optional.of(fixture.clock.instant().plus(WEEK)), fixture.record().dueAt());
    assertFalse(fixture.record().isTranslated(), "it is looked at again");
    assertEquals(calls, fixture.dingTalk.details.get());
  }

  @Test
  void areLookedAtAfterAWeekAndNotBefore() {
    fixture.happens("e-1", Phase.START);
    assertRunsOn(0);
  }

  @Test
  void areLookedAtEveryWeekAsLongAsTheyRun() {
    says(Status.RUNNING, Result.NONE);
    fixture.happens("e-1", Phase.START);
    fixture.clock.advance(WEEK);
    fixture.handle(AGAIN);
    assertRunsOn(1);
    fixture.clock.advance(WEEK);
    fixture.handle(AGAIN);
    assertRunsOn(2);
    says(Status.COMPLETED, Result.AGREE);
    fixture.clock.advance(WEEK);
    fixture.handle(AGAIN);
    assertEquals(DocumentState.POSTING, fixture.record().state());
  }

  @Test
  void areLookedAtWhenTheyHaveChanged() {
    says(Status.RUNNING, Result.NONE);
    fixture.happens("e-1", Phase.CHANGED);
    assertRunsOn(1);
    fixture.happens("e-1", Phase.CHANGED);
    assertRunsOn(1);
    fixture.happens("e-2", Phase.CHANGED);
    assertRunsOn(2);
    says(Status.COMPLETED, Result.AGREE);
    fixture.happens("e-3", Phase.CHANGED);
    assertEquals(DocumentState.POSTING, fixture.record().state());
    fixture.happens("e-4", Phase.CHANGED);
    assertEquals(3, fixture.dingTalk.details.get(), "a translated one is not looked at");
  }

  @Test
  void thatNobodyWantsAreNotLookedAt() {
    fixture.book.scope = () -> Optional.of(new Reason("RULE-OUT-OF-SCOPE", "x", "x"));
    fixture.happens("e-1", Phase.START);
    assertEquals(Optional.empty(), fixture.record().dueAt());
    assertEquals(List.of("RULE-OUT-OF-SCOPE"), fixture.reasons());
  }

  @Test
  void thatWereWithdrawnMeanwhileAreIgnored() {
    fixture.happens("e-1", Phase.START);
    says(Status.TERMINATED, Result.NONE);
    fixture.clock.advance(WEEK);
    fixture.handle(AGAIN);
    assertEquals(List.of(TranslateReason.TERMINATED.code()), fixture.reasons());
    assertEquals(Optional.empty(), fixture.record().dueAt());
  }
}
