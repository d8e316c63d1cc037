package io.dingledger.ledgers.yonbip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.voucher.Voucher;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a key is searched for in a list that can't be filtered. */
class VoucherSearchTest {
  private final YonbipUnderTest subject = new YonbipUnderTest(Map.of());
  private final Vouchers vouchers = new Vouchers(subject.chart());
  private final Voucher voucher = vouchers.of("claim", "545.00");

  @AfterEach
  void close() {
    subject.close();
  }

  private ObjectNode posted(Voucher wanted) {
    Ledger ledger = subject.ledger();
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(wanted));
    assertInstanceOf(Sent.Posted.class, ledger.send(wanted, leave));
    return subject.standIn().books().vouchersOf(wanted.key().value()).getFirst();
  }

  private static void rewrite(ObjectNode booked, String summary) {
    for (JsonNode line : booked.path("bodies")) {
      ((ObjectNode) line).put("description", summary);
    }
  }

  private FailureKind failureOfAsking() {
    return assertInstanceOf(Asked.Failed.class, subject.ledger().ask(voucher)).failure().kind();
  }

  @Nested
  class AVoucherThatSomebodyHasChanged {
    @ParameterizedTest
    @ValueSource(strings = {"2026-02", "2026-03", "2026-04"})
    void isFoundInTheMonthsAround(String period) {
      posted(voucher).put("period", period);
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(voucher));
    }

    @Test
    void isFoundFurtherAwayWhenTheConnectionSaysSo() {
      posted(voucher).put("period", "2026-06");
      assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
      assertInstanceOf(Asked.Found.class, subject.open(Map.of("monthsAfter", "3")).ask(voucher));
    }

    @Test
    void isFoundByItsExternalIdWhenItsSummariesWereRewritten() {
      rewrite(posted(voucher), "差旅费");
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(voucher));
    }

    @Test
    void isDifferentWhenItsEntriesWereTakenAway() {
      posted(voucher).putArray("bodies");
      assertInstanceOf(Asked.Different.class, subject.ledger().ask(voucher));
    }

    @Test
    void isNotLookedForOneByOneWhenTheConnectionSaysSo() {
      rewrite(posted(voucher), "差旅费");
      Ledger lazy = subject.open(Map.of("detailLookups", "0"));
      assertInstanceOf(Asked.Absent.class, lazy.ask(voucher));
    }

    @Test
    void andMadeVoidGoesToAPerson() {
      posted(voucher).put("voucherStatus", "05");
      Asked.Different different =
          assertInstanceOf(Asked.Different.class, subject.ledger().ask(voucher));
      assertTrue(different.difference().contains("作废"));
    }

    @Test
    void isFoundWithWordsAroundItsKey() {
      rewrite(posted(voucher), "（" + voucher.key() + "）差旅费，已核对");
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(voucher));
    }
  }

  @Nested
  class OtherVouchers {
    @Test
    void whoseSummaryHoldsALongerWordAreNotOurs() {
      rewrite(posted(vouchers.of("other", "1.00")), "X" + voucher.key());
      assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
    }

    @Test
    void ofOursWithTheSameTotalAreNotLookedAtOneByOne() {
      posted(vouchers.of("other", "545.00"));
      assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
      assertTrue(subject.standIn().paths().stream().noneMatch(path -> path.endsWith("ById")));
    }

    @Test
    void withoutEntriesOrSummariesAreLookedAtOneByOneAndDoNotStopTheBook() {
      ObjectNode draft = posted(vouchers.of("other", "1.00"));
      posted(vouchers.of("another", "2.00")).path("bodies").forEach(OtherVouchers::forgetSummary);
      draft.putArray("bodies");
      draft.put("externalSourceDataId", "");
      assertInstanceOf(Asked.Absent.class, subject.ledger().ask(voucher));
    }

    @Test
    void withoutSummariesThatAreTooManyToLookAtAreNoAbsence() {
      ObjectNode draft = posted(vouchers.of("other", "1.00"));
      draft.putArray("bodies");
      for (int copy = 0; copy < 5; copy++) {
        subject.standIn().books().copy(draft);
      }
      assertEquals(FailureKind.TRANSIENT, failureOfAsking());
    }

    private static void forgetSummary(JsonNode line) {
      ((ObjectNode) line).remove("description");
    }

    @Test
    void ofAnotherSourceSystemAreLeftOutWhenTheConnectionSaysSo() {
      posted(voucher).put("srcSystemCode", "fiar");
      Ledger one = subject.open(Map.of("searchOneSourceSystem", "true", "sourceSystem", "figl"));
      assertInstanceOf(Asked.Absent.class, one.ask(voucher));
      assertInstanceOf(Asked.Found.class, subject.ledger().ask(voucher));
    }
  }

  @Nested
  class Pages {
    @Test
    void areAllRead() {
      Ledger small = subject.open(Map.of("vouchersPerPage", "20"));
      ObjectNode booked = posted(voucher);
      for (int copy = 0; copy < 45; copy++) {
        ObjectNode other = booked.deepCopy();
        rewrite(other, "手工");
        subject.standIn().books().copy(other);
      }
      ObjectNode last = booked.deepCopy();
      rewrite(booked, "手工");
      booked.put("externalSourceDataId", "");
      subject.standIn().books().copy(last);
      int before = subject.requests(Request.ASK);
      assertInstanceOf(Asked.Found.class, small.ask(voucher));
      assertEquals(3, subject.requests(Request.ASK) - before);
    }

    @Test
    void thatBecomeFewerWhileTheyAreReadAreNeverAbsence() {
      ObjectNode booked = posted(vouchers.of("other", "1.00"));
      for (int copy = 0; copy < 19; copy++) {
        subject.standIn().books().copy(booked);
      }
      posted(voucher);
      subject.standIn().books().deleteFirstAfterNextPage();
      Asked asked = subject.open(Map.of("vouchersPerPage", "20")).ask(voucher);
      assertEquals(
          FailureKind.TRANSIENT, assertInstanceOf(Asked.Failed.class, asked).failure().kind());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{`code`:`200`}",
          "{`code`:`200`,`data`:null}",
          "{`code`:`200`,`data`:{}}",
          "{`code`:`200`,`data`:{`recordCount`:0}}",
          "{`code`:`200`,`data`:{`recordCount`:0,`recordList`:null}}",
          "{`code`:`200`,`data`:{`recordList`:[]}}",
          "{`code`:`200`,`data`:{`recordCount`:null,`recordList`:[]}}",
          "{`code`:`200`,`data`:{`recordCount`:3,`recordList`:[]}}",
          "{`code`:`200`,`data`:{`recordCount`:1,`recordList`:[{}]}}",
          "{`code`:`200`,`data`:{`recordCount`:1,`recordList`:[{`header`:{`id`:`1`}}]}}",
          "{`code`:`200`,`data`:{`recordCount`:1,`recordList`:[{`header`:{`id`:`1`},`body`:[]}]}}",
          "{`code`:`200`,`data`:{`recordCount`:1,`recordList`:[{`header`:{`id`:`1`},"
              + "`body`:[{`description`:`x`}]}]}}",
          "{`code`:`200`,`data`:{`recordCount`:1,`recordList`:[{`header`:{`id`:`1`},"
              + "`body`:[{`debit_org`:1}]}]}}",
          "{`code`:`200`,`success`:false,`data`:{`recordCount`:0,`recordList`:[]}}",
          "{`code`:`404`,`message`:`未知`,`data`:{}}",
          "{`code`:`999`,`message`:``}",
          "{}",
          "[]",
          "null"
        })
    void thatAreIncompleteOrCannotBeReadAreNeverAbsence(String body) {
      subject.standIn().fix(YonbipStandIn.LIST, body.replace('`', '"'));
      assertEquals(FailureKind.TRANSIENT, failureOfAsking());
    }

    @Test
    void thatNeverEndAreGivenUp() {
      String endless =
          "{`code`:`200`,`data`:{`recordCount`:9,`recordList`:[{`header`:{`id`:`1`},"
              + "`body`:[{`description`:`x`,`debit_org`:1}]}]}}";
      subject.standIn().fix(YonbipStandIn.LIST, endless.replace('`', '"'));
      assertEquals(FailureKind.TRANSIENT, failureOfAsking());
      assertEquals(VoucherSearch.MOST_PAGES, subject.requests(Request.ASK));
    }
  }

  @Nested
  class ARefusedQuestion {
    @Test
    void aboutAnUnknownBookIsAFaultOfTheConfiguration() {
      Asked asked = subject.ledgerOfAnUnknownBook().ask(voucher);
      assertEquals(
          FailureKind.CONFIG, assertInstanceOf(Asked.Failed.class, asked).failure().kind());
    }

    @Test
    void forTooManyCallsIsAThrottle() {
      subject.standIn().fix(YonbipStandIn.LIST, "{\"code\":\"404\",\"message\":\"调用过于频繁\"}");
      assertEquals(FailureKind.THROTTLE, failureOfAsking());
    }

    @Test
    void withoutAuthorisationSaysSo() {
      subject.standIn().door().withdraw(YonbipStandIn.LIST);
      Asked.Failed failed = assertInstanceOf(Asked.Failed.class, subject.ledger().ask(voucher));
      assertEquals(FailureKind.CONFIG, failed.failure().kind());
      assertEquals("310037", failed.failure().code());
      assertTrue(failed.failure().detail().contains("授权"));
    }
  }
}
