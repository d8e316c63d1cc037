package io.dingledger.translate;

import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.model.voucher.VoucherLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An approval that changes or withdraws an earlier one. */
class LineageTest {
  private static final LedgerReference NUMBER_45 = new LedgerReference("100", "45");

  private final TranslateFixture fixture = new TranslateFixture();
  private final Family family = new Family(fixture);

  private void assertEnded(String id, DocumentState state, TranslateReason reason) {
    assertEquals(state, family.record(id).state());
    assertEquals(List.of(reason.code()), family.reasons(id));
  }

  private List<Purpose> purposes(String id) {
    return family.record(id).postings().stream().map(Posting::purpose).toList();
  }

  private void posted(String id) {
    family.posting(id, posting -> posting.posted(NUMBER_45));
  }

  private void assertWaits(String id) {
    assertEquals(DocumentState.RECEIVED, family.record(id).state());
    assertEquals(FailureKind.PREDECESSOR, family.record(id).fetch().failure().orElseThrow().kind());
  }

  @Nested
  class OfOneWhoseVoucherIsInTheLedger {
    OfOneWhoseVoucherIsInTheLedger() {
      family.approves("A", Action.NONE, "");
      posted("A");
    }

    @Test
    void isTakenBackByARedVoucherWhenWithdrawn() {
      family.approves("C", Action.REVOKE, "A");
      assertEquals(List.of(Purpose.REVERSE), purposes("C"));
      Voucher booked = family.voucher("A", Purpose.RECORD);
      Voucher red = family.voucher("C", Purpose.REVERSE);
      assertEquals(VoucherKey.of(TENANT, new DocumentId("A"), Purpose.REVERSE, 1), red.key());
      assertEquals(new DocumentId("C"), red.document());
      assertEquals(booked.debit().negated(), red.debit());
      assertEquals(booked.lines().size(), red.lines().size());
      for (int line = 0; line < red.lines().size(); line++) {
        assertMirrors(booked.lines().get(line), red.lines().get(line), booked.key());
      }
      assertEquals(Optional.of(new DocumentId("C")), family.record("A").supersededBy());
      assertEquals(DocumentState.POSTED, family.record("A").state());
    }

    private void assertMirrors(VoucherLine booked, VoucherLine red, VoucherKey key) {
      assertEquals(booked.account(), red.account());
      assertEquals(booked.dimensions(), red.dimensions());
      assertEquals(booked.side(), red.side());
      assertEquals(booked.amount().negated(), red.amount());
      assertEquals(red.amount(), red.explanation().result());
      assertEquals(key.value(), red.explanation().inputs().getFirst().value());
      assertTrue(red.explanation().inputs().getFirst().origin().contains("number 45"));
      assertTrue(red.summary().contains("冲销 45"), red.summary());
    }

    @Test
    void isTakenBackAndReplacedWhenChanged() {
      family.approves("B", Action.MODIFY, "A");
      assertEquals(List.of(Purpose.REVERSE, Purpose.RECORD), purposes("B"));
      assertEquals(3, fixture.vouchers.drain().size(), "one of A, two of B");
    }

    @Test
    void isFoundByTheNumberThatBothShare() {
      family.approves("C", Action.REVOKE, "");
      assertEquals(List.of(Purpose.REVERSE), purposes("C"));
    }

    @Test
    void staysWhileItsChangeIsHeld() {
      family.holds("B");
      family.approves("B", Action.MODIFY, "A");
      assertEquals(DocumentState.HELD, family.record("B").state());
      assertEquals(List.of(), purposes("B"));
      family.approves("C", Action.REVOKE, "A");
      assertWaits("C");
      family.again("B");
      assertEquals(List.of(Purpose.REVERSE), purposes("B"), "only takes back");
      family.again("C");
      assertEnded("C", DocumentState.IGNORED, TranslateReason.NOTHING_TO_REVERSE);
      assertEquals(1, family.calls.get("B"), "what is stored is not asked for again");
      assertEquals(1, family.calls.get("C"));
    }

    @Test
    void isTakenBackByAChangeThatTheRuleBookIgnores() {
      family.ignored.add("B");
      family.approves("B", Action.MODIFY, "A");
      assertEquals(List.of(Purpose.REVERSE), purposes("B"));
    }

    @Test
    void isNotTakenBackTwiceByTwoChanges() {
      family.exists("B", Action.MODIFY, "A", Family.NUMBER);
      family.approves("C", Action.MODIFY, "A");
      family.happens("B", "finish-B");
      assertEquals(List.of(Purpose.REVERSE, Purpose.RECORD), purposes("C"));
      assertEnded("B", DocumentState.IGNORED, TranslateReason.SUPERSEDED);
    }

    @Test
    void isTakenBackEvenWhenItsFormIsNoLongerInScope() {
      fixture.book.scope = () -> Optional.of(new Reason("RULE-OUT-OF-SCOPE", "x", "x"));
      family.exists("C", Action.REVOKE, "A", Family.NUMBER);
      fixture.handle(family.numbered("C"));
      assertEquals(List.of(Purpose.REVERSE), purposes("C"));
    }

    @Test
    void isKeptByARepeatedEvent() {
      family.approves("C", Action.REVOKE, "A");
      family.happens("C", "finish-C");
      family.happens("C", "another");
      assertEquals(List.of(Purpose.REVERSE), purposes("C"));
      assertEquals(1, family.calls.get("C"));
    }

    @Test
    void isAnotherTenantsAffairWhenItIsAnotherTenants() {
      Tenant other = Tenant.verified("other");
      family.approves("C", Action.REVOKE, "A");
      assertTrue(fixture.documents.find(other, new DocumentId("A")).isEmpty());
      assertTrue(fixture.documents.siblings(other, Family.NUMBER).isEmpty());
    }
  }

  @Nested
  class OfOneWhoseVoucher {
    OfOneWhoseVoucher() {
      family.approves("A", Action.NONE, "");
    }

    @Test
    void hasNotLeftGivesItUpAndReplacesIt() {
      family.approves("B", Action.MODIFY, "A");
      assertEquals(List.of(Purpose.RECORD), purposes("B"));
      assertEnded("A", DocumentState.IGNORED, TranslateReason.SUPERSEDED);
      assertEquals(PostingState.WITHDRAWN, family.record("A").postings().getFirst().state());
    }

    @Test
    void hasNotLeftGivesItUpAndIsDone() {
      family.approves("C", Action.REVOKE, "A");
      assertEnded("C", DocumentState.IGNORED, TranslateReason.NOTHING_TO_REVERSE);
    }

    @Test
    void isClaimedWaitsForIt() {
      family.posting("A", posting -> posting);
      family.approves("C", Action.REVOKE, "A");
      assertWaits("C");
    }

    @Test
    void mayBeInTheLedgerWaitsUntilThatIsKnown() {
      family.posting(
          "A",
          posting ->
              posting.sending(fixture.clock.instant()).failed(Family.WHY, fixture.clock.instant()));
      family.approves("C", Action.REVOKE, "A");
      assertWaits("C");
      posted("A");
      family.again("C");
      assertEquals(List.of(Purpose.REVERSE), purposes("C"));
      assertEquals(1, family.calls.get("C"));
    }

    @Test
    void isStillToBeConfirmedWaitsForThat() {
      family.posting("A", posting -> posting.postedUnconfirmed(NUMBER_45, fixture.clock.instant()));
      family.approves("C", Action.REVOKE, "A");
      assertWaits("C");
    }

    @Test
    void wasRefusedHasNothingToTakeBack() {
      family.posting("A", posting -> posting.rejected(Family.WHY, fixture.clock.instant()));
      family.approves("C", Action.REVOKE, "A");
      assertEnded("C", DocumentState.IGNORED, TranslateReason.NOTHING_TO_REVERSE);
      assertEquals(DocumentState.IGNORED, family.record("A").state(), "nobody need look");
    }

    @Test
    void isInConflictGoesToAPerson() {
      family.posting("A", posting -> posting.inConflict(Family.WHY, fixture.clock.instant()));
      family.approves("C", Action.REVOKE, "A");
      assertEnded("C", DocumentState.HELD, TranslateReason.PARENT_UNDECIDED);
    }
  }

  @Nested
  class AfterTheTableWasPutBack {
    @Test
    void goesToAPersonWhereTheEarlierOneMayHaveBeenPosted() {
      family.approves("A", Action.NONE, "");
      family.putBack();
      family.approves("C", Action.REVOKE, "A");
      assertEnded("C", DocumentState.HELD, TranslateReason.PARENT_FORGOTTEN);
    }

    @Test
    void takesBackWhatIsKnownToBePosted() {
      family.approves("A", Action.NONE, "");
      family.posting("A", posting -> posting.posted(NUMBER_45));
      family.putBack();
      family.approves("C", Action.REVOKE, "A");
      assertEquals(List.of(Purpose.REVERSE), purposes("C"));
    }
  }

  @Nested
  class OfOneThatIsNotKnown {
    @Test
    void goesToAPersonAndOnByItselfWhenItComes() {
      family.approves("B", Action.MODIFY, "A");
      assertEnded("B", DocumentState.HELD, TranslateReason.PARENT_UNKNOWN);
      family.approves("A", Action.NONE, "");
      assertEnded("A", DocumentState.IGNORED, TranslateReason.SUPERSEDED);
      assertEquals(DocumentState.RECEIVED, family.record("B").state());
      family.again("B");
      assertEquals(List.of(Purpose.RECORD), purposes("B"));
    }

    @Test
    void goesToAPersonWhenNobodyNamesIt() {
      family.approves("C", Action.REVOKE, "");
      assertEnded("C", DocumentState.HELD, TranslateReason.PARENT_UNKNOWN);
    }
  }

  @Nested
  class OfOneThatIsNoLongerWanted {
    @Test
    void takesBackOnlyTheLastOfAChain() {
      family.approves("A", Action.NONE, "");
      posted("A");
      family.approves("B", Action.MODIFY, "A");
      fixture.documents.save(allPosted("B")).orElseThrow();
      family.approves("C", Action.MODIFY, "A");
      fixture.documents.save(allPosted("C")).orElseThrow();
      family.approves("D", Action.REVOKE, "A");
      assertEquals(
          VoucherKey.of(TENANT, new DocumentId("B"), Purpose.REVERSE, 1),
          family.voucher("C", Purpose.REVERSE).key());
      assertEquals(List.of(Purpose.REVERSE), purposes("D"));
      assertEquals(
          VoucherKey.of(TENANT, new DocumentId("C"), Purpose.REVERSE, 1),
          family.voucher("D", Purpose.REVERSE).key());
    }

    private DocumentRecord allPosted(String id) {
      DocumentRecord record = family.record(id);
      for (Posting posting : record.postings()) {
        record =
            record.with(
                posting.claimed(fixture.clock.instant(), TranslateFixture.LEASE).posted(NUMBER_45));
      }
      return record;
    }

    @Test
    void heldByTheRuleBookIsNobodysAffairAnyMore() {
      family.holds("A");
      family.approves("A", Action.NONE, "");
      family.approves("C", Action.REVOKE, "A");
      assertEnded("A", DocumentState.IGNORED, TranslateReason.SUPERSEDED);
      assertEnded("C", DocumentState.IGNORED, TranslateReason.NOTHING_TO_REVERSE);
    }
  }
}
