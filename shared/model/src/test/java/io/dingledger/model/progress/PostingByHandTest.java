package io.dingledger.model.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a person may do to a voucher on its way, and what nobody may. */
class PostingByHandTest {
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Duration LEASE = Duration.ofSeconds(330);
  private static final LedgerReference BOOKED = new LedgerReference("100021", "45");
  private static final Failure REFUSED = Failure.of(FailureKind.DATA, "ledger", "11", "unbalanced");
  private static final Failure SILENT = Failure.of(FailureKind.AMBIGUOUS, "ledger", "X", "x");

  private static Posting ready() {
    VoucherKey key =
        VoucherKey.of(Tenant.verified("corp"), new DocumentId("claim"), Purpose.RECORD, 1);
    return Posting.ready(key, Purpose.RECORD, LATER);
  }

  private static Posting sending() {
    return ready().claimed(NOW, LEASE).sending(NOW);
  }

  private static Posting inConflict() {
    return sending().inConflict(SILENT, NOW);
  }

  @Nested
  class Replayed {
    @Test
    void whatWasRefusedIsAskedForAndSentAgain() {
      Posting again = PostingByHand.replayed(sending().rejected(REFUSED, NOW), LATER);
      assertEquals(PostingState.UNKNOWN, again.state());
      assertEquals(Optional.of(LATER), again.pending().dueAt());
      assertTrue(again.isClaimable(LATER));
    }

    @Test
    void whatNeverLeftIsReady() {
      assertEquals(
          PostingState.READY, PostingByHand.replayed(ready().parked("period", LATER), NOW).state());
      assertEquals(PostingState.READY, PostingByHand.replayed(ready().givenUp(), NOW).state());
    }

    @Test
    void patienceBeginsAnewAndOldFailuresDecideNothing() {
      Posting tired = sending().failed(SILENT, LATER).givenUp();
      Posting again = PostingByHand.replayed(tired, LATER);
      assertEquals(0, again.pending().inARow());
      assertEquals(Optional.empty(), again.pending().failure());
      assertEquals(1, again.pending().attempts());
    }

    @Test
    void whatAWorkerHoldsOrIsDoneIsNot() {
      Posting claimed = ready().claimed(NOW, LEASE);
      for (Posting other :
          new Posting[] {
            claimed, sending(), sending().posted(BOOKED), inConflict(), ready().withdrawn()
          }) {
        assertFalse(PostingByHand.isReplayable(other));
        assertThrows(IllegalStateException.class, () -> PostingByHand.replayed(other, LATER));
      }
    }
  }

  @Nested
  class Settled {
    @Test
    void thereIsPostedUnderWhatThePersonSaid() {
      Posting posted = PostingByHand.settledThere(inConflict(), BOOKED);
      assertEquals(PostingState.POSTED, posted.state());
      assertEquals(Optional.of(BOOKED), posted.reference());
      assertTrue(posted.isAtRest());
    }

    @Test
    void absentCountsAsNeverSentButTheSettlingTimeStillRuns() {
      Posting again = PostingByHand.settledAbsent(inConflict(), LATER);
      assertEquals(PostingState.READY, again.state());
      assertFalse(again.isPerhapsInLedger());
      assertEquals(inConflict().requestOverAt(), again.requestOverAt());
      assertEquals(inConflict().fence(), again.fence());
    }

    @Test
    void whatMachinesStillWorkOnIsNot() {
      Posting unknown = sending().failed(SILENT, LATER);
      for (Posting other :
          new Posting[] {ready(), sending(), unknown, sending().rejected(REFUSED, NOW)}) {
        assertFalse(PostingByHand.isInDoubt(other));
        assertThrows(IllegalStateException.class, () -> PostingByHand.settledAbsent(other, LATER));
        assertThrows(IllegalStateException.class, () -> PostingByHand.settledThere(other, BOOKED));
      }
      assertTrue(PostingByHand.isInDoubt(unknown.givenUp()));
    }
  }
}
