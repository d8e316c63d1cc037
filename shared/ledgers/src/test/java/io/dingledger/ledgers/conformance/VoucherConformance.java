package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Refusal;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a voucher is refused, is unusual, or meets something under its key. */
public abstract class VoucherConformance extends TroubleConformance {
  @Nested
  class WhenTheLedgerRefuses {
    @Test
    void aClosedPeriodIsToldApart() {
      assumeTrue(subject.canRefuse(Refusal.CLOSED_PERIOD));
      subject.close(YearMonth.from(Vouchers.DATE));
      refused(vouchers.of("claim", "545.00"), FailureKind.PERIOD_CLOSED);
    }

    @Test
    void anUnknownAccountIsAFaultOfTheVoucher() {
      assumeTrue(subject.canRefuse(Refusal.UNKNOWN_ACCOUNT));
      refused(vouchers.withUnknownAccount("claim"), FailureKind.DATA);
    }

    @Test
    void aMissingDimensionIsAFaultOfTheVoucher() {
      assumeTrue(subject.canRefuse(Refusal.MISSING_DIMENSION));
      refused(vouchers.withoutDimension("claim"), FailureKind.DATA);
    }

    @Test
    void aDepartmentThatIsNoLongerActiveIsAFaultOfTheVoucher() {
      assumeTrue(subject.canRefuse(Refusal.INACTIVE_DEPARTMENT));
      refused(vouchers.withInactiveDepartment("claim"), FailureKind.DATA);
    }

    @Test
    void whatTheLedgerHoldsToBeUnbalancedIsAFaultOfTheVoucher() {
      assumeTrue(subject.canHave(Trouble.REFUSED_AS_UNBALANCED));
      subject.next(Request.SEND, Trouble.REFUSED_AS_UNBALANCED);
      refused(vouchers.of("claim", "545.00"), FailureKind.DATA);
    }

    @Test
    void anUnknownBookBooksNothing() {
      assumeTrue(subject.canRefuse(Refusal.UNKNOWN_BOOK));
      Voucher voucher = vouchers.of("claim", "545.00");
      Ledger wrong = subject.ledgerOfAnUnknownBook();
      if (wrong.ask(voucher) instanceof Asked.Absent leave) {
        failedWith(Set.of(FailureKind.DATA, FailureKind.CONFIG), wrong.send(voucher, leave));
      }
      assertEquals(0, subject.countWithKey(voucher.key()));
    }
  }

  @Nested
  class WhenTheBookHoldsSomethingElseUnderTheKey {
    @Test
    void aVoucherThatIsThereTwiceIsReportedWithBothReferences() {
      assumeTrue(subject.canHoldAKeyTwice());
      Voucher voucher = vouchers.of("claim", "545.00");
      posted(voucher);
      subject.bookAgain(voucher.key());
      Asked.Several several = assertInstanceOf(Asked.Several.class, ledger.ask(voucher));
      assertEquals(2, several.references().stream().distinct().count());
    }

    @Test
    void otherAmountsAreDifferentContentAndTheWordsNameTheAccountOnly() {
      assumeTrue(subject.canBeAsked());
      posted(vouchers.of("claim", "545.00"));
      Asked asked = ledger.ask(vouchers.of("claim", "545.01"));
      Asked.Different different = assertInstanceOf(Asked.Different.class, asked);
      assertTrue(different.difference().contains(subject.chart().expense()));
      assertFalse(different.difference().contains("545"));
    }

    @Test
    void anotherSplitOfTheSameTotalIsDifferentContent() {
      assumeTrue(subject.canBeAsked());
      posted(vouchers.of("claim", "500.00", "45.00", "545.00"));
      assertInstanceOf(
          Asked.Different.class, ledger.ask(vouchers.of("claim", "400.00", "145.00", "545.00")));
    }

    @Test
    void theOrderOfLinesDoesNotMatter() {
      posted(vouchers.of("claim", "500.00", "45.00", "545.00"));
      isFound(vouchers.of("claim", "45.00", "500.00", "545.00"));
    }
  }

  @Nested
  class WhenKeysAreMuchAlike {
    @Test
    void allTwentyCharactersAreKeptAndTellVouchersApart() {
      Voucher voucher = vouchers.of("claim", "545.00");
      Voucher neighbour = Vouchers.withKeyEndingOtherwise(voucher);
      posted(voucher);
      assertEquals(0, subject.countWithKey(neighbour.key()));
      absent(neighbour);
      posted(neighbour);
      isFound(voucher);
      isFound(neighbour);
    }

    @Test
    void twoDocumentsAreTwoVouchers() {
      String first = posted(vouchers.of("claim one", "545.00")).id();
      String second = posted(vouchers.of("claim two", "545.00")).id();
      assertFalse(first.equals(second));
    }
  }

  @Nested
  class WhenTheVoucherIsUnusual {
    @Test
    void aRedVoucherKeepsItsNegativeAmounts() {
      Voucher red = vouchers.of("claim", "-545.00");
      posted(red);
      isFound(red);
    }

    @Test
    void twoHundredLinesArePostedAndFound() {
      Voucher voucher = vouchers.ofLines("claim", 200);
      posted(voucher);
      isFound(voucher);
    }

    @Test
    void largeAmountsStayExactToTheCent() {
      Voucher voucher = vouchers.of("claim", "90071992547409.93");
      posted(voucher);
      isFound(voucher);
      if (subject.canBeAsked()) {
        Voucher other = vouchers.of("claim", "90071992547409.92");
        assertInstanceOf(Asked.Different.class, ledger.ask(other));
      }
    }
  }

  @Nested
  class WhenTheCurrencyIsNotTheBooks {
    @ParameterizedTest
    @ValueSource(strings = {"KWD", "BHD"})
    void amountsToTheThousandthAreRefusedBeforeAnythingIsSent(String currency) {
      assumeFalse(subject.keepsThousandths());
      refusedBeforeSending(
          vouchers.in(currency, "claim", "12.345"),
          Set.of("LEDGER-TOO-FINE", "LEDGER-CURRENCY-UNMAPPED"));
    }

    @Test
    void amountsToTheThousandthArePostedWholeWhereTheyCanBe() {
      assumeTrue(subject.keepsThousandths());
      Voucher voucher = vouchers.in("KWD", "claim", "12.345");
      posted(voucher);
      isFound(voucher);
    }

    @Test
    void foreignLinesAndTheirRoundingLineArePostedAndFound() {
      assumeTrue(subject.chart().foreign().isPresent());
      Voucher voucher = vouchers.foreign("claim", subject.chart().foreign().get());
      posted(voucher);
      isFound(voucher);
    }

    @Test
    void foreignLinesAreRefusedBeforeAnythingIsSentWhereTheyAreNotSupported() {
      assumeTrue(subject.chart().foreign().isEmpty());
      refusedBeforeSending(vouchers.foreign("claim", "USD"), Set.of("LEDGER-FOREIGN-UNSUPPORTED"));
    }

    @Test
    void theDescriptionSaysWhetherForeignLinesAreTaken() {
      assertEquals(
          subject.chart().foreign().isPresent(), subject.description().abilities().foreignLines());
    }
  }
}
