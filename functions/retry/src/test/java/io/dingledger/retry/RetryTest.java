package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.FETCH_FAILED;
import static io.dingledger.retry.RetryFixture.KEY;
import static io.dingledger.retry.RetryFixture.LEASE;
import static io.dingledger.retry.RetryFixture.POST;
import static io.dingledger.retry.RetryFixture.POST_FAILED;
import static io.dingledger.retry.RetryFixture.SETTINGS;
import static io.dingledger.retry.RetryFixture.TENANT;
import static io.dingledger.retry.RetryFixture.TRANSLATE;
import static io.dingledger.retry.RetryFixture.WATCH;
import static io.dingledger.retry.RetryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.work.RetryWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final int BEYOND_QUICK = SETTINGS.quickTries() + 1;
  private static final Duration LONG = Duration.ofHours(2);

  private final RetryFixture fixture = new RetryFixture();

  private static Failure throttledFor(Duration wait) {
    return failure(FailureKind.THROTTLE).notBefore(wait);
  }

  @Nested
  class AVoucher {
    private void failed(Failure why, int times) {
      fixture.translated(fixture.failedTimes(why, times));
      fixture.parts.retry().afterFailure(POST_FAILED);
    }

    private Instant dueAt() {
      return fixture.posting().pending().dueAt().orElseThrow();
    }

    @Test
    void isQueuedAgainAfterADelayAndWatchedByTheSweep() {
      failed(failure(FailureKind.TRANSIENT), 1);
      assertEquals("AGAIN", fixture.lastEntry());
      assertFalse(dueAt().isBefore(fixture.now().plus(WATCH)), "the queue has its chance first");
      assertEquals(1, fixture.vouchers.size());
      fixture.clock.advance(Duration.ofSeconds(3));
      assertEquals(List.of(POST), fixture.vouchers.drain());
    }

    @Test
    void waitsInTheTableOnceItHasGoneRoundOften() {
      failed(throttledFor(Duration.ofMinutes(1)), BEYOND_QUICK);
      assertEquals(0, fixture.vouchers.size());
      assertTrue(dueAt().isBefore(fixture.now().plus(Duration.ofMinutes(2))));
      fixture.clock.advanceTo(dueAt());
      fixture.parts.sweep().sweep();
      assertEquals(List.of(POST), fixture.vouchers.drain());
    }

    @Test
    void waitsInTheTableWhenNoQueueHoldsTheDelay() {
      failed(throttledFor(LONG), 1);
      assertEquals(0, fixture.vouchers.size());
      assertEquals(fixture.now().plus(LONG), dueAt());
    }

    @Test
    void isParkedForWhatItWaitsFor() {
      failed(failure(FailureKind.CONFIG), 1);
      assertEquals(PostingState.PARKED, fixture.posting().state());
      assertEquals(DocumentState.PARKED, fixture.record().state());
      assertEquals(
          Optional.of("connection (kingdee-cloud)"), fixture.posting().pending().waitsFor());
      assertEquals(0, fixture.vouchers.size());
    }

    @Test
    void isHeldWhenARepeatWouldNotHelp() {
      failed(failure(FailureKind.DATA), 1);
      assertEquals(PostingState.REJECTED, fixture.posting().state());
      assertHeld(RetryReason.REFUSED);
    }

    @Test
    void isGivenUpWhenItWasTriedOftenEnough() {
      failed(failure(FailureKind.POISON), 4);
      assertEquals(PostingState.REJECTED, fixture.posting().state());
      assertHeld(RetryReason.GAVE_UP);
    }

    @Test
    void thatMayBeInTheLedgerStaysUnknownWhenItIsGivenUp() {
      Failure timeOut = failure(FailureKind.AMBIGUOUS);
      fixture.translated(
          ready -> {
            Posting posting = ready;
            for (int time = 0; time < 16; time++) {
              posting =
                  posting
                      .claimed(fixture.now(), LEASE)
                      .sending(fixture.now())
                      .failed(timeOut, fixture.now());
            }
            return posting;
          });
      fixture.parts.retry().afterFailure(POST_FAILED);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      assertHeld(RetryReason.GAVE_UP);
    }
  }

  @Nested
  class AFetch {
    private void failed(Failure why, int times) {
      fixture.untranslated(DocumentState.RECEIVED, fixture.fetchFailedTimes(why, times));
      fixture.parts.retry().afterFailure(FETCH_FAILED);
    }

    @Test
    void isQueuedAgainAfterADelayAndWatchedByTheSweep() {
      failed(failure(FailureKind.NOT_READY), 1);
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertFalse(
          fixture.record().dueAt().orElseThrow().isBefore(fixture.now().plus(WATCH)), "watched");
      fixture.clock.advance(Duration.ofSeconds(11));
      assertEquals(List.of(TRANSLATE), fixture.events.drain());
    }

    @Test
    void waitsInTheTableOnceItHasGoneRoundOften() {
      failed(failure(FailureKind.NOT_READY), BEYOND_QUICK);
      assertEquals(0, fixture.events.size());
      fixture.clock.advanceTo(fixture.record().dueAt().orElseThrow());
      fixture.parts.sweep().sweep();
      assertEquals(List.of(TRANSLATE), fixture.events.drain());
    }

    @Test
    void waitsInTheTableWhenNoQueueHoldsTheDelay() {
      failed(throttledFor(LONG), 1);
      assertEquals(0, fixture.events.size());
      assertEquals(Optional.of(fixture.now().plus(LONG)), fixture.record().dueAt());
    }

    @Test
    void isParkedForWhatItWaitsFor() {
      failed(failure(FailureKind.QUOTA), 1);
      assertEquals(DocumentState.PARKED, fixture.record().state());
      assertEquals(
          Optional.of("the monthly quota (kingdee-cloud)"), fixture.record().fetch().waitsFor());
      assertEquals(0, fixture.events.size());
    }

    @Test
    void isHeldWhenARepeatWouldNotHelp() {
      failed(failure(FailureKind.DATA), 1);
      assertHeld(RetryReason.REFUSED);
    }

    @Test
    void isGivenUpWhenItWasTriedOftenEnough() {
      failed(failure(FailureKind.NOT_READY), 41);
      assertHeld(RetryReason.GAVE_UP);
    }
  }

  @Nested
  class AReportThatCameLate {
    private void assertNothingHappens(DocumentRecord record, RetryWork.TryFailed report) {
      fixture.parts.retry().afterFailure(report);
      assertEquals(record, fixture.record());
      assertEquals(0, fixture.vouchers.size() + fixture.events.size());
    }

    @Test
    void aboutAClaimedVoucherIsIgnored() {
      assertNothingHappens(
          fixture.translated(ready -> ready.claimed(fixture.now(), LEASE)), POST_FAILED);
    }

    @Test
    void aboutAPostedVoucherIsIgnored() {
      assertNothingHappens(
          fixture.translated(
              ready -> ready.claimed(fixture.now(), LEASE).posted(new LedgerReference("1", "45"))),
          POST_FAILED);
    }

    @Test
    void aboutAVoucherThatWasGivenUpIsIgnored() {
      assertNothingHappens(fixture.translated(Posting::givenUp), POST_FAILED);
    }

    @Test
    void aboutAVoucherThatNeverFailedIsIgnored() {
      assertNothingHappens(fixture.translated(ready -> ready), POST_FAILED);
    }

    @Test
    void aboutADocumentThatIsBeingFetchedIsIgnored() {
      assertNothingHappens(
          fixture.untranslated(
              DocumentState.FETCHING, fixture.fetchFailedTimes(failure(FailureKind.NOT_READY), 1)),
          FETCH_FAILED);
    }

    @Test
    void aboutNoDocumentIsIgnored() {
      DocumentRecord other = fixture.translated(ready -> ready);
      assertNothingHappens(
          other, new RetryWork.TryFailed(TENANT, new DocumentId("other"), Optional.of(KEY)));
    }
  }

  private void assertHeld(RetryReason reason) {
    assertEquals(DocumentState.HELD, fixture.record().state());
    assertEquals(List.of(reason.code()), fixture.reasons());
    assertEquals(Optional.empty(), fixture.record().dueAt());
    assertEquals(0, fixture.vouchers.size() + fixture.events.size(), "no machine tries again");
  }
}
