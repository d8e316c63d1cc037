package io.dingledger.translate;

import static io.dingledger.translate.InboundFixture.FLOW;
import static io.dingledger.translate.InboundFixture.flow;
import static io.dingledger.translate.TranslateFixture.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.work.TranslateWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of documents of 合思. */
class HoseDocumentsTest {
  /** 2026-03-31 in China. */
  private static final long PAID_AT = 1_774_915_200_000L;

  private final InboundFixture fixture = new InboundFixture();

  private void says(String flow) {
    fixture.system.hose.flows.put("ID-1", flow);
    fixture.news();
  }

  @Test
  void aPaidClaimBecomesAVoucherAndItsNumberIsExpected() {
    says(flow("paid", "545.00", PAID_AT));
    assertEquals(
        List.of("DEBIT 6602.03 500.00", "DEBIT 2221.01.01 45.00", "CREDIT 2241 545.00"),
        fixture.lines(FLOW));
    DocumentRecord record = fixture.record(FLOW);
    assertEquals("B26000001", record.businessId());
    assertEquals(Optional.of(LocalDate.of(2026, 3, 31)), record.businessDate());
    assertEquals(1, fixture.system.writeBacks.all(TENANT).size());
    assertEquals(1, fixture.system.hose.calls, "one call for a message");
  }

  @Test
  void oneThatIsNotPaidYetIsIgnoredUntilItIs() {
    says(flow("approving", "545.00", PAID_AT - 1000));
    assertEquals(List.of(InboundReason.HOSE_STATE.code()), fixture.reasons(FLOW));
    assertTrue(fixture.system.writeBacks.all(TENANT).isEmpty());
    says(flow("paid", "545.00", PAID_AT));
    assertEquals(DocumentState.POSTING, fixture.record(FLOW).state());
  }

  @Test
  void aMessageThatIsRepeatedMakesNothing() {
    says(flow("paid", "545.00", PAID_AT));
    fixture.news();
    assertEquals(1, fixture.record(FLOW).postings().size());
    assertEquals(1, fixture.system.vouchers.drain().size());
  }

  @Test
  void aLaterVersionThatSaysTheSameClaimChangesNothing() {
    says(flow("paid", "545.00", PAID_AT));
    says(flow("archived", "545.00", PAID_AT + 86_400_000L));
    assertEquals(DocumentState.POSTING, fixture.record(FLOW).state());
    assertEquals(1, fixture.record(FLOW).postings().size());
  }

  @Test
  void anOlderVersionThatIsReadLaterChangesNothing() {
    says(flow("paid", "545.00", PAID_AT));
    says(flow("approving", "545.00", PAID_AT - 1000));
    assertEquals(DocumentState.POSTING, fixture.record(FLOW).state());
  }

  @Test
  void otherFormsAreIgnored() {
    says(flow("paid", "545.00", PAID_AT).replace("\"expense\"", "\"loan\""));
    assertEquals(List.of(InboundReason.HOSE_FORM_TYPE.code()), fixture.reasons(FLOW));
  }

  @Nested
  class APersonDecides {
    @Test
    void aboutAnotherClaimAfterPosting() {
      says(flow("paid", "545.00", PAID_AT));
      says(flow("paid", "500.00", PAID_AT + 1));
      assertEquals(List.of(InboundReason.CHANGED_AFTER_POSTING.code()), fixture.reasons(FLOW));
    }

    @Test
    void aboutAClaimThatWasTakenBackAfterPosting() {
      says(flow("paid", "545.00", PAID_AT));
      says(flow("nullify", "545.00", PAID_AT + 1));
      assertEquals(List.of(InboundReason.HOSE_ENDED_AFTER_POSTING.code()), fixture.reasons(FLOW));
      assertEquals(1, fixture.record(FLOW).postings().size());
    }

    @Test
    void aboutAFormThatCanNotBeRead() {
      says(flow("paid", "545.00", PAID_AT).replace("feeType\"", "other\""));
      assertEquals(List.of("HOSE-UNREADABLE"), fixture.reasons(FLOW));
      fixture.system.hose.flows.put("ID-1", flow("paid", "545.00", PAID_AT));
      fixture.system.handle(
          new TranslateWork.Retranslate(TENANT, FLOW, Signer.of("li").orElseThrow()));
      assertEquals(DocumentState.POSTING, fixture.record(FLOW).state());
    }

    @Test
    void aboutAnAccountThatIsNotConnectedAnyMore() {
      fixture.account = Optional.empty();
      says(flow("paid", "545.00", PAID_AT));
      assertEquals(List.of(InboundReason.HOSE_NOT_CONNECTED.code()), fixture.reasons(FLOW));
    }
  }

  @Nested
  class TroubleAtHose {
    private final Failure throttled = Failure.of(FailureKind.THROTTLE, "hose", "HTTP-429", "x");

    @Test
    void leavesTheDocumentToTheRetryStep() {
      fixture.system.hose.trouble = Optional.of(throttled);
      says(flow("paid", "545.00", PAID_AT));
      assertEquals(DocumentState.RECEIVED, fixture.record(FLOW).state());
      assertEquals(1, fixture.system.failures.drain().size());
      fixture.system.hose.trouble = Optional.empty();
      fixture.system.handle(new TranslateWork.Again(TENANT, FLOW));
      assertEquals(DocumentState.POSTING, fixture.record(FLOW).state());
    }

    @Test
    void doesNotTouchWhatWasMade() {
      says(flow("paid", "545.00", PAID_AT));
      fixture.system.hose.trouble = Optional.of(throttled);
      assertThrows(IllegalStateException.class, fixture::news);
      assertEquals(DocumentState.POSTING, fixture.record(FLOW).state());
    }
  }
}
