package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.FETCH_FAILED;
import static io.dingledger.retry.RetryFixture.LEASE;
import static io.dingledger.retry.RetryFixture.POST_FAILED;
import static io.dingledger.retry.RetryFixture.WATCH;
import static io.dingledger.retry.RetryFixture.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.Wait;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One failure for ever: every try of a document fails in the same way, some reports are lost, and
 * still it ends where a person sees it. What is parked comes back when its time has come.
 */
class EveryFailureEndsVisiblyTest {
  private static final Set<DocumentState> VISIBLE =
      EnumSet.of(DocumentState.HELD, DocumentState.PARKED);
  private static final int ENOUGH = 80;

  private final RetryFixture fixture = new RetryFixture();
  private int reports;

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void ofAVoucher(FailureKind kind) {
    fixture.translated(ready -> ready);
    postOnce(failure(kind));
    for (int round = 0; round < ENOUGH && !isVisible(); round++) {
      waitForTheNextTry();
      fixture.vouchers.drain().forEach(work -> postOnce(failure(kind)));
    }
    assertVisible(() -> postOnce(failure(kind)));
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void ofAFetch(FailureKind kind) {
    fixture.untranslated(DocumentState.RECEIVED, Wait.NONE);
    fetchOnce(failure(kind));
    for (int round = 0; round < ENOUGH && !isVisible(); round++) {
      waitForTheNextTry();
      fixture.events.drain().forEach(work -> fetchOnce(failure(kind)));
    }
    assertVisible(() -> fetchOnce(failure(kind)));
  }

  /** A worker claims the voucher, if it may, and fails; every third report is lost on the way. */
  private void postOnce(Failure why) {
    Posting posting = fixture.posting();
    if (!posting.isClaimable(fixture.now())) {
      return;
    }
    Posting claimed = posting.claimed(fixture.now(), LEASE);
    Posting held = why.kind() == FailureKind.AMBIGUOUS ? claimed.sending(fixture.now()) : claimed;
    DocumentRecord record = fixture.record();
    fixture.documents.save(record.with(held.failed(why, fixture.now().plus(WATCH))));
    if (reports++ % 3 != 1) {
      fixture.parts.retry().afterFailure(POST_FAILED);
    }
  }

  private void fetchOnce(Failure why) {
    DocumentRecord record = fixture.record();
    if (record.isTranslated()) {
      return;
    }
    fixture.documents.save(
        record
            .changed()
            .state(DocumentState.RECEIVED)
            .fetch(record.fetch().failed(why, fixture.now().plus(WATCH)))
            .build());
    if (reports++ % 3 != 1) {
      fixture.parts.retry().afterFailure(FETCH_FAILED);
    }
  }

  private void waitForTheNextTry() {
    assertTrue(fixture.record().dueAt().isPresent(), "not visible, and nobody looks at it again");
    fixture.clock.advanceTo(fixture.record().dueAt().orElseThrow());
    fixture.parts.sweep().sweep();
  }

  private boolean isVisible() {
    return VISIBLE.contains(fixture.record().state());
  }

  private void assertVisible(Runnable failOnce) {
    assertTrue(isVisible(), "after " + ENOUGH + " rounds it is " + fixture.record().state());
    if (fixture.record().state() == DocumentState.HELD) {
      assertEquals(1, fixture.reasons().size(), "a person is told why");
      fixture.clock.advance(Duration.ofDays(60));
      assertEquals(0, fixture.parts.sweep().sweep(), "and no machine tries again");
      return;
    }
    assertEquals(List.of("RETRY-PARKED"), fixture.reasons(), "people see what it waits for");
    waitForTheNextTry();
    assertEquals(1, fixture.vouchers.drain().size() + fixture.events.drain().size());
    failOnce.run();
    fixture.clock.advanceTo(fixture.record().dueAt().orElseThrow());
    assertTrue(fixture.record().dueAt().isPresent(), "it is looked at for ever");
  }
}
