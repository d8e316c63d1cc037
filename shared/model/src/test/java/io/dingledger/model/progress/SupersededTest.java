package io.dingledger.model.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

/** What becomes of a document when a later one withdraws or replaces it. */
class SupersededTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Tenant TENANT = Tenant.verified("t");
  private static final DocumentId ID = new DocumentId("d");
  private static final DocumentId LATER = new DocumentId("later");
  private static final Failure WHY = Failure.of(FailureKind.DATA, "kingdee-cloud", "11", "no");
  private static final Posting FRESH = posting(Purpose.RECORD);

  private static Posting posting(Purpose purpose) {
    return Posting.ready(VoucherKey.of(TENANT, ID, purpose, 1), purpose, NOW);
  }

  private static DocumentRecord document(DocumentState state, Posting... postings) {
    return DocumentRecord.announced(TENANT, ID, Optional.empty(), NOW)
        .changed()
        .state(state)
        .reasons(List.of(new Reason("OLD", "x", "x")))
        .postings(List.of(postings))
        .build();
  }

  private static Posting sent() {
    return FRESH.claimed(NOW, LEASE).sending(NOW);
  }

  private static void becomes(DocumentState state, PostingState posting, DocumentRecord before) {
    DocumentRecord after = before.superseded(LATER);
    assertEquals(Optional.of(LATER), after.supersededBy());
    assertEquals(state, after.state());
    assertEquals(posting, after.postings().getFirst().state());
  }

  @Test
  void isIgnoredWhenItsVoucherNeverLeft() {
    becomes(DocumentState.IGNORED, PostingState.WITHDRAWN, document(DocumentState.POSTING, FRESH));
    becomes(
        DocumentState.IGNORED,
        PostingState.WITHDRAWN,
        document(DocumentState.PARKED, FRESH.parked("quota", NOW)));
  }

  @Test
  void needsNoPersonAnyMoreWhenTheLedgerRefusedItsVoucher() {
    becomes(
        DocumentState.IGNORED,
        PostingState.WITHDRAWN,
        document(DocumentState.HELD, sent().rejected(WHY, NOW)));
  }

  @Test
  void waitsForAVoucherThatMayBeInTheLedger() {
    becomes(DocumentState.POSTING, PostingState.SENDING, document(DocumentState.POSTING, sent()));
    becomes(
        DocumentState.POSTING,
        PostingState.UNKNOWN,
        document(DocumentState.POSTING, sent().failed(WHY, NOW)));
    becomes(
        DocumentState.PARKED,
        PostingState.PARKED,
        document(DocumentState.PARKED, sent().failed(WHY, NOW).parked("quota", NOW)));
  }

  @Test
  void staysHeldWhileTheLedgerHoldsSomethingElseUnderItsKey() {
    becomes(
        DocumentState.HELD,
        PostingState.CONFLICT,
        document(DocumentState.HELD, FRESH.claimed(NOW, LEASE).inConflict(WHY, NOW)));
  }

  @Test
  void staysPostedWhenItIs() {
    Posting posted = sent().posted(new LedgerReference("1", "45"));
    becomes(DocumentState.POSTED, PostingState.POSTED, document(DocumentState.POSTED, posted));
  }

  @Test
  void stillTakesBackWhatItSaidItWould() {
    DocumentRecord after =
        document(DocumentState.POSTING, FRESH, posting(Purpose.REVERSE)).superseded(LATER);
    assertEquals(
        List.of(PostingState.WITHDRAWN, PostingState.READY),
        after.postings().stream().map(Posting::state).toList());
    assertEquals(DocumentState.POSTING, after.state());
  }

  @Test
  void isNotFetchedAnyMoreAndForgetsWhyItWaited() {
    DocumentRecord waiting =
        document(DocumentState.PARKED).changed().fetch(Wait.watchedUntil(NOW)).build();
    DocumentRecord after = waiting.superseded(LATER);
    assertEquals(DocumentState.IGNORED, after.state());
    assertEquals(Optional.empty(), after.dueAt());
    assertEquals(List.of(), after.reasons());
    assertTrue(after.isTranslated());
  }

  @Test
  void aWorkerWhoHasAskedMayWithdrawEvenWhatLeftOnce() {
    Posting asked = sent().failed(WHY, NOW).claimed(NOW, LEASE);
    assertEquals(PostingState.WITHDRAWN, asked.withdrawn().state());
    assertTrue(asked.withdrawn().isAtRest());
    assertFalse(asked.withdrawn().isClaimable(NOW.plus(LEASE)));
  }

  @Test
  void nobodyMayWithdrawWhatMayBeInTheLedger() {
    assertThrows(IllegalStateException.class, () -> sent().withdrawn());
    assertThrows(IllegalStateException.class, () -> sent().failed(WHY, NOW).withdrawn());
  }
}
