package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole suite: a ledger that passes it can be posted to exactly once. A new ledger extends this
 * class and gives it a {@link LedgerUnderTest}.
 */
public abstract class LedgerConformance extends LedgerCoreConformance {
  @Nested
  class WhenTheOutcomeOfSendingIsUnclear {
    @ParameterizedTest
    @EnumSource(
        names = {
          "SERVER_ERROR_AFTER_COMMIT",
          "MALFORMED_ANSWER",
          "ANSWER_CUT_SHORT",
          "EMPTY_ANSWER",
          "HUGE_ANSWER"
        })
    void itIsAmbiguousAndAskingFindsTheVoucher(Trouble trouble) {
      effectIsFoundAfter(trouble);
    }

    @ParameterizedTest
    @EnumSource(
        names = {"TIME_OUT_BEFORE_COMMIT", "SERVER_ERROR_BEFORE_COMMIT", "PAGE_WITH_STATUS_200"})
    void itIsAmbiguousAndAskingFindsNothingWhenNothingWasBooked(Trouble trouble) {
      noEffectAfter(trouble);
    }

    @Test
    void anErrorInsideAGoodStatusIsNeverAPostedVoucher() {
      Voucher voucher = vouchers.of("claim", "545.00");
      Asked.Absent leave = absent(voucher);
      subject.next(Request.SEND, Trouble.ERROR_INSIDE_STATUS_200);
      failedWith(Set.of(FailureKind.AMBIGUOUS, FailureKind.TRANSIENT), ledger.send(voucher, leave));
      assertEquals(0, subject.countWithKey(voucher.key()));
    }

    @Test
    void sendingTheSameContentOnALeaveThatIsOldBooksNoSecondVoucherOrSaysSo() {
      Voucher voucher = vouchers.of("claim", "545.00");
      Asked.Absent leave = absent(voucher);
      ledger.send(voucher, leave);
      ledger.send(voucher, leave);
      int booked = subject.countWithKey(voucher.key());
      Class<? extends Asked> told = booked == 1 ? Asked.Found.class : Asked.Several.class;
      assertInstanceOf(told, ledger.ask(voucher));
    }
  }

  @Nested
  class WhenAskingFails {
    @ParameterizedTest
    @EnumSource(
        names = {
          "TIME_OUT_BEFORE_COMMIT",
          "RESET_BEFORE_COMMIT",
          "SERVER_ERROR_BEFORE_COMMIT",
          "ERROR_INSIDE_STATUS_200",
          "MALFORMED_ANSWER",
          "ANSWER_CUT_SHORT",
          "EMPTY_ANSWER",
          "HUGE_ANSWER"
        })
    void itIsAPassingFailureAndNeverAbsence(Trouble trouble) {
      assumeTrue(subject.canHave(trouble));
      subject.next(Request.ASK, trouble);
      assertEquals(FailureKind.TRANSIENT, failureOfAsking().kind());
    }

    @Test
    void aPageInsteadOfAnAnswerIsNeverAbsence() {
      subject.next(Request.ASK, Trouble.PAGE_WITH_STATUS_200);
      subject.next(Request.ASK, Trouble.PAGE_WITH_STATUS_200);
      assertFalse(failureOfAsking().kind() == FailureKind.AMBIGUOUS);
    }

    private Failure failureOfAsking() {
      return assertInstanceOf(Asked.Failed.class, ledger.ask(vouchers.of("claim", "1.00")))
          .failure();
    }
  }

  @Nested
  class WhenCallsAreLimited {
    @Test
    void sendingIsThrottledAndNothingIsBooked() {
      assertEquals(Optional.empty(), throttled(Trouble.THROTTLED).retryAfter());
    }

    @Test
    void theWaitThatTheLedgerStatesIsPassedOn() {
      assertEquals(
          Optional.of(Duration.ofSeconds(7)), throttled(Trouble.THROTTLED_WITH_WAIT).retryAfter());
    }

    @Test
    void askingIsThrottledToo() {
      subject.next(Request.ASK, Trouble.THROTTLED_WITH_WAIT);
      Failure failure =
          assertInstanceOf(Asked.Failed.class, ledger.ask(vouchers.of("claim", "1.00"))).failure();
      assertEquals(FailureKind.THROTTLE, failure.kind());
      assertEquals(Optional.of(Duration.ofSeconds(7)), failure.retryAfter());
    }

    private Failure throttled(Trouble trouble) {
      Voucher voucher = vouchers.of("claim", "545.00");
      Asked.Absent leave = absent(voucher);
      subject.next(Request.SEND, trouble);
      Failure failure = failedWith(Set.of(FailureKind.THROTTLE), ledger.send(voucher, leave));
      assertEquals(0, subject.countWithKey(voucher.key()));
      return failure;
    }
  }

  @Nested
  class WhenTheLedgerRefuses {
    @Test
    void aClosedPeriodIsToldApart() {
      subject.close(YearMonth.from(Vouchers.DATE));
      refused(FailureKind.PERIOD_CLOSED, vouchers.of("claim", "545.00"));
    }

    @Test
    void anUnknownAccountIsAFaultOfTheVoucher() {
      refused(FailureKind.DATA, vouchers.withUnknownAccount("claim"));
    }

    @Test
    void aMissingDimensionIsAFaultOfTheVoucher() {
      refused(FailureKind.DATA, vouchers.withoutDimension("claim"));
    }

    @Test
    void anUnknownBookBooksNothing() {
      Voucher voucher = vouchers.of("claim", "545.00");
      Ledger wrong = subject.ledgerOfAnUnknownBook();
      if (wrong.ask(voucher) instanceof Asked.Absent leave) {
        failedWith(Set.of(FailureKind.DATA, FailureKind.CONFIG), wrong.send(voucher, leave));
      }
      assertEquals(0, subject.countWithKey(voucher.key()));
    }

    private void refused(FailureKind kind, Voucher voucher) {
      failedWith(Set.of(kind), ledger.send(voucher, absent(voucher)));
      assertEquals(0, subject.countWithKey(voucher.key()));
    }
  }

  @Nested
  class WhenTheBookHoldsSomethingElseUnderTheKey {
    @Test
    void aVoucherThatIsThereTwiceIsReportedWithBothReferences() {
      Voucher voucher = vouchers.of("claim", "545.00");
      posted(voucher);
      subject.bookAgain(voucher.key());
      Asked.Several several = assertInstanceOf(Asked.Several.class, ledger.ask(voucher));
      assertEquals(2, several.references().stream().distinct().count());
    }

    @Test
    void otherAmountsAreDifferentContentAndTheWordsNameTheAccountOnly() {
      posted(vouchers.of("claim", "545.00"));
      Asked asked = ledger.ask(vouchers.of("claim", "545.01"));
      Asked.Different different = assertInstanceOf(Asked.Different.class, asked);
      assertTrue(different.difference().contains(subject.chart().expense()));
      assertFalse(different.difference().contains("545"));
    }

    @Test
    void anotherSplitOfTheSameTotalIsDifferentContent() {
      posted(vouchers.of("claim", "500.00", "45.00", "545.00"));
      assertInstanceOf(
          Asked.Different.class, ledger.ask(vouchers.of("claim", "400.00", "145.00", "545.00")));
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
      posted(vouchers.of("claim", "500.00", "45.00", "545.00"));
      assertInstanceOf(
          Asked.Found.class, ledger.ask(vouchers.of("claim", "45.00", "500.00", "545.00")));
    }
  }

  @Nested
  class WhenTheVoucherIsUnusual {
    @Test
    void aRedVoucherKeepsItsNegativeAmounts() {
      Voucher red = vouchers.of("claim", "-545.00");
      posted(red);
      assertInstanceOf(Asked.Found.class, ledger.ask(red));
    }

    @Test
    void twoHundredLinesArePostedAndFound() {
      Voucher voucher = vouchers.ofLines("claim", 200);
      posted(voucher);
      assertInstanceOf(Asked.Found.class, ledger.ask(voucher));
    }

    @Test
    void largeAmountsStayExactToTheCent() {
      Voucher voucher = vouchers.of("claim", "90071992547409.93");
      posted(voucher);
      assertInstanceOf(Asked.Found.class, ledger.ask(voucher));
      assertInstanceOf(
          Asked.Different.class, ledger.ask(vouchers.of("claim", "90071992547409.92")));
    }

    @Test
    void aSlowAnswerWithinTheTimeOutIsAnAnswer() {
      subject.next(Request.SEND, Trouble.SLOW_ANSWER);
      posted(vouchers.of("claim", "545.00"));
    }

    @Test
    void twoDocumentsAreTwoVouchers() {
      String first = posted(vouchers.of("claim one", "545.00")).id();
      String second = posted(vouchers.of("claim two", "545.00")).id();
      assertFalse(first.equals(second));
    }
  }
}
