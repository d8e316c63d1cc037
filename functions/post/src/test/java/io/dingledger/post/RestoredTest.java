package io.dingledger.post;

import static io.dingledger.post.PostFixture.WORK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.PostingByHand;
import io.dingledger.model.progress.PostingState;
import io.dingledger.platform.store.Restored;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table was put back: vouchers may be in the ledger of which it knows nothing any more. */
class RestoredTest {
  private final PostFixture fixture = new PostFixture();
  private final Instant until = fixture.clock.instant().minus(Duration.ofMinutes(5));

  private void putBack(Guard guard, boolean listsKept) {
    fixture.ledger.guard = guard;
    fixture.restored =
        Optional.of(new Restored(until.minus(Duration.ofHours(3)), until, listsKept));
  }

  private void approvedOn(LocalDate day) {
    var dated = fixture.record().changed().businessDate(day).build();
    fixture.documents.save(dated).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = Guard.class,
      names = {"SENT_ONCE", "OWN_LIST"})
  void aLedgerThatCannotTellIsSentNothingThatWasApprovedBefore(Guard guard) {
    putBack(guard, false);
    approvedOn(LocalDate.of(2026, 3, 31));
    fixture.post.deliver(WORK);
    assertEquals(0, fixture.ledger.sent);
    assertEquals(PostingState.CONFLICT, fixture.posting().state());
    assertEquals(DocumentState.HELD, fixture.record().state());
    assertEquals("POST-RESTORED", fixture.record().reasons().getFirst().code());
  }

  @ParameterizedTest
  @EnumSource(
      value = Guard.class,
      names = {"SENT_ONCE"},
      mode = EnumSource.Mode.EXCLUDE)
  void whoCanTellOrRemovesRepeatsGoesOn(Guard guard) {
    putBack(guard, true);
    approvedOn(LocalDate.of(2026, 3, 31));
    fixture.post.deliver(WORK);
    assertEquals(1, fixture.ledger.sent);
    assertEquals(PostingState.POSTED, fixture.posting().state());
  }

  @Test
  void whatWasApprovedLaterIsSent() {
    putBack(Guard.SENT_ONCE, false);
    approvedOn(LocalDate.of(2026, 4, 1));
    fixture.post.deliver(WORK);
    assertEquals(1, fixture.ledger.sent);
  }

  @Test
  void whatAPersonKnowsToBeAbsentIsSent() {
    putBack(Guard.SENT_ONCE, false);
    fixture.post.deliver(WORK);
    var now = fixture.clock.instant();
    var posting = PostingByHand.settledAbsent(fixture.posting(), now);
    fixture
        .documents
        .save(
            fixture
                .record()
                .with(posting)
                .noting(now, "anna", "SETTLED_ABSENT", posting.key() + " to be sent again"))
        .orElseThrow();
    fixture.post.deliver(WORK);
    assertEquals(1, fixture.ledger.sent);
    assertEquals(PostingState.POSTED, fixture.posting().state());
  }
}
