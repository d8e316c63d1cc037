package io.dingledger.model.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentRecordTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Tenant TENANT = Tenant.verified("t");
  private static final DocumentId ID = new DocumentId("d");
  private static final Failure REFUSED =
      Failure.of(FailureKind.DATA, "kingdee-cloud", "11", "no such account");

  private static Posting posting(int revision) {
    VoucherKey key = VoucherKey.of(TENANT, ID, Purpose.RECORD, revision);
    return Posting.ready(key, Purpose.RECORD, NOW.plusSeconds(revision));
  }

  private static DocumentRecord withTwoVouchers() {
    return DocumentRecord.announced(TENANT, ID, Optional.empty(), NOW)
        .changed()
        .state(DocumentState.POSTING)
        .postings(List.of(posting(1), posting(2)))
        .build();
  }

  private static Posting posted(int revision) {
    return posting(revision)
        .claimed(NOW, Duration.ofMinutes(5))
        .posted(new LedgerReference("1", ""));
  }

  @Test
  void isPostedOnlyWhenAllItsVouchersAre() {
    DocumentRecord one = withTwoVouchers().with(posted(1));
    assertEquals(DocumentState.POSTING, one.state());
    assertEquals(DocumentState.POSTED, one.with(posted(2)).state());
  }

  @Test
  void isHeldWhenOneOfItsVouchersNeedsAPerson() {
    Posting rejected =
        posting(2).claimed(NOW, Duration.ofMinutes(5)).sending(NOW).rejected(REFUSED, NOW);
    assertEquals(DocumentState.HELD, withTwoVouchers().with(posted(1)).with(rejected).state());
  }

  @Test
  void staysHeldForAReasonOfItsOwnWhateverItsVouchersDo() {
    DocumentRecord held = withTwoVouchers().changed().state(DocumentState.HELD).build();
    assertEquals(DocumentState.HELD, held.with(posted(1)).with(posted(2)).state());
  }

  @Test
  void whenHeldItSendsNoVoucherThatNeverLeft() {
    Posting leaving = posting(2).claimed(NOW, Duration.ofMinutes(5)).sending(NOW);
    DocumentRecord held = withTwoVouchers().with(leaving).held();
    assertEquals(DocumentState.HELD, held.state());
    assertEquals(
        List.of(PostingState.REJECTED, PostingState.SENDING),
        held.postings().stream().map(Posting::state).toList());
    assertEquals(held.postings().getLast().pending().dueAt(), held.dueAt());
  }

  @Test
  void isParkedWhenOneOfItsVouchersIs() {
    assertEquals(
        DocumentState.PARKED, withTwoVouchers().with(posting(2).parked("quota", NOW)).state());
  }

  @Test
  void forgetsWhyItWaitedOnceItStandsElsewhere() {
    Reason waiting = new Reason("WAITING", "x", "x");
    DocumentRecord record =
        withTwoVouchers().with(posted(1)).changed().reasons(List.of(waiting)).build();
    DocumentRecord claimed = record.with(posting(2).claimed(NOW, Duration.ofMinutes(5)));
    assertEquals(List.of(waiting), claimed.reasons(), "it is still on its way");
    assertEquals(List.of(), record.with(posted(2)).reasons());
    assertEquals(List.of(), record.with(posting(2).parked("quota", NOW)).reasons());
    assertEquals(List.of(), record.with(posting(2).givenUp()).reasons());
    assertEquals(List.of(), record.held().reasons());
  }

  @Test
  void remembersWhyItIsHeldWhateverItsVouchersDo() {
    Reason doubt = new Reason("DOUBT", "x", "x");
    DocumentRecord held = withTwoVouchers().held().changed().reasons(List.of(doubt)).build();
    assertEquals(List.of(doubt), held.with(posted(1)).reasons());
    assertEquals(List.of(doubt), held.held().reasons());
  }

  @Test
  void isDueWhenItsEarliestPartIs() {
    assertEquals(Optional.of(NOW.plusSeconds(1)), withTwoVouchers().dueAt());
    assertEquals(Optional.empty(), withTwoVouchers().with(posted(1)).with(posted(2)).dueAt());
  }

  @Test
  void remembersTheLatestEventsOnly() {
    DocumentRecord record = withTwoVouchers();
    for (int i = 0; i < 30; i++) {
      record = record.changed().heardOf("e" + i).build();
    }
    assertEquals(DocumentRecord.MOST_EVENT_IDS, record.eventIds().size());
    assertTrue(record.eventIds().contains("e29"));
    assertFalse(record.eventIds().contains("e0"));
  }

  @Test
  void timelineOnlyGrows() {
    DocumentRecord record =
        withTwoVouchers().noting(NOW, "post", "A", "").noting(NOW.plusSeconds(1), "post", "B", "");
    assertEquals(List.of("A", "B"), record.timeline().stream().map(TimelineEntry::what).toList());
    assertEquals(NOW.plusSeconds(1), record.updatedAt());
  }

  @Test
  void isTranslatedOnceThereAreVouchersOrAReason() {
    DocumentRecord fresh = DocumentRecord.announced(TENANT, ID, Optional.empty(), NOW);
    assertFalse(fresh.isTranslated());
    assertFalse(fresh.changed().state(DocumentState.PARKED).build().isTranslated());
    assertTrue(fresh.changed().state(DocumentState.HELD).build().isTranslated());
    assertTrue(withTwoVouchers().isTranslated());
  }
}
