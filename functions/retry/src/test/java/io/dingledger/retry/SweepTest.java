package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.LEASE;
import static io.dingledger.retry.RetryFixture.POST;
import static io.dingledger.retry.RetryFixture.SETTINGS;
import static io.dingledger.retry.RetryFixture.TENANT;
import static io.dingledger.retry.RetryFixture.TRANSLATE;
import static io.dingledger.retry.RetryFixture.WATCH;
import static io.dingledger.retry.RetryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.queue.QueueUnreachable;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final RetryFixture fixture = new RetryFixture();

  private int sweep() {
    return fixture.parts.sweep().sweep();
  }

  /** Nothing happens until this time; then the document is handed on, once. */
  private void assertSweptAfter(Duration wait) {
    DocumentRecord before = fixture.record();
    fixture.clock.advance(wait.minus(MOMENT));
    assertEquals(0, sweep());
    assertEquals(before, fixture.record(), "what is not due is not touched");
    fixture.clock.advance(MOMENT);
    assertEquals(1, sweep());
    assertEquals(0, sweep(), "it is watched from now on");
  }

  private void assertQueued(int vouchers, int events) {
    fixture.clock.advance(Duration.ofMinutes(5));
    assertEquals(Collections.nCopies(vouchers, POST), fixture.vouchers.drain());
    assertEquals(Collections.nCopies(events, TRANSLATE), fixture.events.drain());
  }

  @Nested
  class AVoucher {
    @Test
    void thatNobodyClaimedIsQueuedAgain() {
      fixture.translated(ready -> ready);
      assertSweptAfter(WATCH);
      assertEquals(PostingState.READY, fixture.posting().state());
      assertQueued(1, 0);
    }

    @Test
    void thatIsInDoubtIsQueuedAgain() {
      fixture.translated(
          ready ->
              ready
                  .claimed(fixture.now(), LEASE)
                  .sending(fixture.now())
                  .failed(failure(FailureKind.AMBIGUOUS), fixture.now().plus(WATCH)));
      assertSweptAfter(WATCH);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      assertQueued(1, 0);
    }

    @Test
    void thatIsParkedIsQueuedWhenItsTimeHasCome() {
      Duration hour = Duration.ofHours(1);
      fixture.translated(ready -> ready.parked("connection", fixture.now().plus(hour)));
      assertSweptAfter(hour);
      assertEquals(DocumentState.POSTING, fixture.record().state());
      assertQueued(1, 0);
    }

    @Test
    void thatIsParkedInDoubtIsInDoubtAgain() {
      fixture.translated(
          ready ->
              ready
                  .claimed(fixture.now(), LEASE)
                  .sending(fixture.now())
                  .failed(failure(FailureKind.THROTTLE_LONG), fixture.now())
                  .parked("the block to be lifted", fixture.now().plus(WATCH)));
      assertSweptAfter(WATCH);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      assertQueued(1, 0);
    }

    @Test
    void whoseWorkerDiedBeforeItSentIsReadyAndHasFailedOnceMore() {
      fixture.translated(ready -> ready.claimed(fixture.now(), LEASE));
      assertSweptAfter(LEASE);
      assertEquals(PostingState.READY, fixture.posting().state());
      assertEquals(1, fixture.posting().pending().attempts());
      assertQueued(1, 0);
    }

    @Test
    void thatIsDueWhileItsWorkerStillHoldsItIsLeftAlone() {
      fixture.clock.advance(Duration.ofSeconds(2));
      fixture.translated(ready -> ready);
      fixture.clock.advance(WATCH.minus(LEASE).plusSeconds(20));
      DocumentRecord record = fixture.record();
      fixture.documents.save(record.with(fixture.posting().claimed(fixture.now(), LEASE)));
      assertEquals(record.dueAt(), fixture.record().dueAt(), "its line in the index stays");
      assertSweptAfter(LEASE);
      assertEquals(PostingState.READY, fixture.posting().state());
    }

    @Test
    void whoseWorkerDiedWhileItSentIsInDoubt() {
      fixture.translated(ready -> ready.claimed(fixture.now(), LEASE).sending(fixture.now()));
      assertSweptAfter(LEASE);
      assertEquals(PostingState.UNKNOWN, fixture.posting().state());
      assertQueued(1, 0);
    }

    @Test
    void whoseWorkersAllDieEndsWithAPerson() {
      fixture.translated(ready -> ready);
      for (int death = 0; death < 4; death++) {
        DocumentRecord record = fixture.record();
        fixture.documents.save(record.with(fixture.posting().claimed(fixture.now(), LEASE)));
        fixture.clock.advance(LEASE);
        sweep();
      }
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(RetryReason.GAVE_UP.code()), fixture.reasons());
    }

    @Test
    void thatIsPostedAndToBeConfirmedIsQueuedAndStaysPosted() {
      fixture.translated(
          ready ->
              ready
                  .claimed(fixture.now(), LEASE)
                  .postedUnconfirmed(new LedgerReference("1", ""), fixture.now().plus(WATCH)));
      assertSweptAfter(WATCH);
      assertEquals(PostingState.POSTED, fixture.posting().state());
      assertQueued(1, 0);
    }

    @Test
    void thatIsAtRestIsNeverTouched() {
      fixture.translated(
          ready -> ready.claimed(fixture.now(), LEASE).posted(new LedgerReference("1", "")));
      DocumentRecord before = fixture.record();
      fixture.clock.advance(Duration.ofDays(400));
      assertEquals(0, sweep());
      assertEquals(before, fixture.record());
    }
  }

  @Nested
  class AFetch {
    @Test
    void thatFailedAndOfWhichRetryNeverHeardIsQueuedAgain() {
      fixture.untranslated(
          DocumentState.RECEIVED, fixture.fetchFailedTimes(failure(FailureKind.TRANSIENT), 1));
      assertSweptAfter(WATCH);
      assertQueued(0, 1);
    }

    @Test
    void thatIsParkedIsQueuedWhenItsTimeHasCome() {
      Duration month = Duration.ofDays(30);
      fixture.untranslated(
          DocumentState.PARKED, Wait.NONE.parked("quota", fixture.now().plus(month)));
      assertSweptAfter(month);
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertQueued(0, 1);
    }

    @Test
    void ofAnApprovalThatWasStillRunningIsDoneAgainWhenItsTimeHasCome() {
      Duration week = Duration.ofDays(7);
      fixture.untranslated(
          DocumentState.IGNORED,
          Wait.watchedUntil(fixture.now().plus(week)),
          new Reason("TRANSLATE-STILL-RUNNING", "x", "x"));
      assertSweptAfter(week);
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertEquals(List.of(), fixture.reasons(), "whether it still runs is to be seen");
      assertQueued(0, 1);
      fixture.clock.advance(WATCH);
      assertEquals(1, sweep(), "a lost message is sent again");
    }

    @Test
    void whoseWorkerDiedIsTriedAgainAndHasFailedOnceMore() {
      fixture.untranslated(DocumentState.FETCHING, Wait.watchedUntil(fixture.now().plus(LEASE)));
      assertSweptAfter(LEASE);
      assertEquals(DocumentState.RECEIVED, fixture.record().state());
      assertEquals(1, fixture.record().fetch().attempts());
      assertQueued(0, 1);
    }

    @Test
    void whoseWorkersAllDieEndsWithAPerson() {
      fixture.untranslated(DocumentState.FETCHING, Wait.watchedUntil(fixture.now().plus(LEASE)));
      for (int death = 0; death < 4; death++) {
        fixture.clock.advance(LEASE);
        sweep();
        DocumentRecord record = fixture.record();
        if (record.state() == DocumentState.RECEIVED) {
          fixture.documents.save(
              record
                  .changed()
                  .state(DocumentState.FETCHING)
                  .fetch(record.fetch().until(fixture.now().plus(LEASE)))
                  .build());
        }
      }
      assertEquals(DocumentState.HELD, fixture.record().state());
      assertEquals(List.of(RetryReason.GAVE_UP.code()), fixture.reasons());
    }
  }

  @Nested
  class ManyDocuments {
    @Test
    void areAllHandedOnPageByPage() {
      int many = SETTINGS.sweepPage() * 2 + 7;
      Set<VoucherKey> keys = stored(many);
      fixture.clock.advance(WATCH);
      assertEquals(many, sweep());
      Set<VoucherKey> queued = new HashSet<>();
      fixture.vouchers.drain().forEach(work -> queued.add(work.key()));
      assertEquals(keys, queued);
      assertEquals(0, sweep());
    }

    @Test
    void moreThanOneSweepTakesAreLeftToTheNext() {
      int most = SETTINGS.sweepPage() * SETTINGS.sweepPages();
      stored(most + 3);
      fixture.clock.advance(WATCH);
      assertEquals(most, sweep());
      assertEquals(3, sweep());
    }

    @Test
    void areNotHeldUpByAFullPageThatNobodyCanRead() {
      int damaged = SETTINGS.sweepPage();
      stored(damaged + 5);
      Set<DocumentId> unreadable = new HashSet<>();
      for (int number = 0; number < damaged; number++) {
        unreadable.add(id(number));
      }
      fixture.clock.advance(WATCH);
      Sweep sweep = fixture.partsOver(new DamagedStore(fixture.documents, unreadable)).sweep();
      assertEquals(5, sweep.sweep());
    }

    private static DocumentId id(int number) {
      return new DocumentId("instance-" + number);
    }

    private Set<VoucherKey> stored(int many) {
      Set<VoucherKey> keys = new HashSet<>();
      for (int number = 0; number < many; number++) {
        VoucherKey key = VoucherKey.of(TENANT, id(number), Purpose.RECORD, 1);
        fixture.translated(id(number), key, ready -> ready);
        keys.add(key);
      }
      return keys;
    }
  }

  @Test
  void everyTenantIsSwept() {
    Tenant other = Tenant.verified("other");
    fixture.translated(ready -> ready);
    DocumentRecord theirs =
        DocumentRecord.announced(other, RetryFixture.DOCUMENT, Optional.empty(), fixture.now());
    fixture.documents.save(
        theirs.changed().fetch(Wait.watchedUntil(fixture.now().plus(WATCH))).build());
    fixture.clock.advance(WATCH);
    assertEquals(2, sweep());
  }

  @Test
  void whatNoQueueTookIsSweptAgain() {
    fixture.translated(ready -> ready);
    fixture.clock.advance(WATCH);
    Retry retry = fixture.parts.retry();
    Sweep deaf =
        new Sweep(
            fixture.documents,
            fixture.events,
            (message, delay) -> {
              throw new QueueUnreachable("vouchers", null);
            },
            retry,
            SETTINGS,
            fixture.clock);
    assertThrows(QueueUnreachable.class, deaf::sweep);
    assertSweptAfter(WATCH);
    assertQueued(1, 0);
  }
}
