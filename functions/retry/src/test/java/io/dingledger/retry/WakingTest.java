package io.dingledger.retry;

import static io.dingledger.retry.RetryFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.Standing;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.RetryWork.ConnectionBack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakingTest {
  private static final Duration SPACING = Duration.ofSeconds(1);

  private final RetryFixture fixture = new RetryFixture();

  private void parked(int number, FailureKind kind) {
    DocumentId id = new DocumentId("instance-" + number);
    VoucherKey key = VoucherKey.of(TENANT, id, Purpose.RECORD, 1);
    Instant far = fixture.now().plus(Duration.ofHours(1));
    fixture.translated(
        id, key, ready -> ready.shutOut(RetryFixture.failure(kind), "connection (x)", far));
  }

  private Posting posting(int number) {
    DocumentId id = new DocumentId("instance-" + number);
    DocumentRecord record = fixture.documents.find(TENANT, id).orElseThrow();
    return record.postings().getFirst();
  }

  private ConnectionBack back() {
    return new ConnectionBack(TENANT, SPACING, fixture.now(), 0, 1, Optional.empty());
  }

  @Test
  void whatIsParkedForTheConnectionIsDueOneAfterAnother() {
    IntStream.range(0, 5).forEach(number -> parked(number, FailureKind.TRANSIENT));
    fixture.parts.waking().wake(back());
    List<Instant> due =
        IntStream.range(0, 5)
            .mapToObj(number -> posting(number).pending().dueAt().orElseThrow())
            .sorted()
            .toList();
    assertEquals(
        IntStream.range(0, 5)
            .mapToObj(place -> fixture.now().plus(SPACING.multipliedBy(place)))
            .toList(),
        due);
    assertEquals(PostingState.READY, posting(0).state());
    assertEquals(0, fixture.vouchers.size(), "the sweep hands them on in their time");
  }

  @Test
  void theSweepHandsOnWhatIsDueAndNoMore() {
    IntStream.range(0, 5).forEach(number -> parked(number, FailureKind.CONFIG));
    fixture.parts.waking().wake(back());
    fixture.clock.advance(SPACING.multipliedBy(2));
    fixture.parts.sweep().sweep();
    assertEquals(3, fixture.vouchers.drain().size());
  }

  @Test
  void whatWaitsForSomethingElseWaitsOn() {
    parked(0, FailureKind.PERIOD_CLOSED);
    parked(1, FailureKind.QUOTA);
    parked(2, FailureKind.THROTTLE_LONG);
    fixture.parts.waking().wake(back());
    assertEquals(PostingState.PARKED, posting(0).state());
    assertEquals(PostingState.READY, posting(1).state());
    assertEquals(PostingState.READY, posting(2).state());
  }

  @Test
  void whatWaitedForASuspendedTenantIsDueFetchesIncluded() {
    fixture.untranslated(
        DocumentState.RECEIVED, fixture.fetchFailedTimes(Standing.Suspension.failure(), 1));
    fixture.parts.retry().afterFailure(RetryFixture.FETCH_FAILED);
    DocumentRecord parked = fixture.record();
    assertEquals(DocumentState.PARKED, parked.state());
    String reason = parked.reasons().getFirst().english();
    assertTrue(reason.contains("the operator to resume the tenant"), reason);
    assertEquals(
        Optional.of(fixture.now().plus(Duration.ofHours(12))),
        parked.fetch().dueAt(),
        "what nobody wakes is looked at rarely");
    fixture.parts.waking().wake(back());
    assertEquals(Optional.of(fixture.now()), fixture.record().fetch().dueAt());
    fixture.parts.sweep().sweep();
    assertEquals(List.of(RetryFixture.TRANSLATE), fixture.events.drain());
  }

  @Test
  void aVoucherInDoubtThatASuspensionParkedIsInDoubtStill() {
    fixture.translated(
        ready ->
            ready
                .claimed(fixture.now(), RetryFixture.LEASE)
                .sending(fixture.now(), fixture.now().plusSeconds(30))
                .failed(RetryFixture.failure(FailureKind.AMBIGUOUS), fixture.now().plusSeconds(60))
                .claimed(fixture.now(), RetryFixture.LEASE)
                .failed(Standing.Suspension.failure(), fixture.now().plusSeconds(60)));
    fixture.parts.retry().afterFailure(RetryFixture.POST_FAILED);
    Posting parked = fixture.record().postings().getFirst();
    assertEquals(PostingState.PARKED, parked.state());
    assertTrue(parked.isPerhapsInLedger());
    fixture.parts.waking().wake(back());
    Posting woken = fixture.record().postings().getFirst();
    assertTrue(woken.isPerhapsInLedger(), "only the ledger's answer leads out of doubt");
  }

  @Test
  void itsReasonGoesAndTheDocumentIsOnItsWay() {
    parked(0, FailureKind.CONFIG);
    fixture.parts.waking().wake(back());
    DocumentRecord record =
        fixture.documents.find(TENANT, new DocumentId("instance-0")).orElseThrow();
    assertEquals(DocumentState.POSTING, record.state());
    assertEquals(List.of(), record.reasons());
    assertEquals("CONNECTION-BACK", record.timeline().getLast().what());
  }

  @Test
  void manyAreWokenByOneMessageAfterAnotherAndEachOnce() {
    RetrySettings small = new RetrySettings(RetryFixture.WATCH, 5, 50, 20, 1, 12);
    Waking waking = new Waking(fixture.documents, fixture.failures, small, fixture.clock);
    for (int number = 0; number < 250; number++) {
      parked(number, FailureKind.CONFIG);
      fixture.clock.advance(Duration.ofMillis(1));
    }
    List<RetryWork> messages = List.of(back());
    int rounds = 0;
    while (!messages.isEmpty()) {
      rounds++;
      messages.forEach(each -> waking.wake(assertInstanceOf(ConnectionBack.class, each)));
      messages = fixture.failures.drain();
    }
    assertEquals(3, rounds);
    assertEquals(
        250,
        IntStream.range(0, 250)
            .mapToObj(number -> posting(number).pending().dueAt().orElseThrow())
            .distinct()
            .count());
  }

  @Test
  void theChainOfMessagesEnds() {
    RetrySettings small = new RetrySettings(RetryFixture.WATCH, 5, 50, 20, 1, 1);
    Waking waking = new Waking(fixture.documents, fixture.failures, small, fixture.clock);
    IntStream.range(0, 150).forEach(number -> parked(number, FailureKind.CONFIG));
    waking.wake(back());
    assertEquals(0, fixture.failures.size());
    long left =
        IntStream.range(0, 150)
            .filter(number -> posting(number).state() == PostingState.PARKED)
            .count();
    assertEquals(50, left);
  }

  /** The ledger's gate keeps it from calling; a document that is fetched has no gate. */
  @Test
  void whatNobodyWakesLooksEachQuarterOfAnHourWhetherItsConnectionWasCorrected() {
    fixture.translated(fixture.failedTimes(RetryFixture.failure(FailureKind.CONFIG), 1));
    fixture.parts.retry().afterFailure(RetryFixture.POST_FAILED);
    assertEquals(PostingState.PARKED, fixture.posting().state());
    assertEquals(
        Optional.of(fixture.now().plus(Duration.ofMinutes(15))),
        fixture.posting().pending().dueAt());
  }
}
