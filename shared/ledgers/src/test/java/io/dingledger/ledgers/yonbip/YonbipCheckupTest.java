package io.dingledger.ledgers.yonbip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Checkup.Finding;
import io.dingledger.ledgers.Checkup.Point;
import io.dingledger.ledgers.Checkup.Verdict;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.model.progress.LedgerReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YonbipCheckupTest {
  private final YonbipUnderTest subject = new YonbipUnderTest(Map.of());

  @AfterEach
  void close() {
    subject.close();
  }

  private static Finding last(Checkup checkup) {
    return checkup.findings().getLast();
  }

  private static String code(Finding finding) {
    return assertInstanceOf(Verdict.Failed.class, finding.verdict()).failure().code();
  }

  @Nested
  class Trying {
    @Test
    void aGoodConnectionLooksAtEverythingAndWritesNothing() {
      Checkup checkup = subject.ledger().test();
      assertTrue(checkup.isGood());
      assertEquals(
          List.of(Point.values()), checkup.findings().stream().map(Finding::point).toList());
      assertEquals(0, subject.requests(Request.SEND));
    }

    @Test
    void whetherVouchersMayBeAddedAndThePeriodIsOpenIsNotTold() {
      List<Finding> findings = subject.ledger().test().findings();
      assertEquals(new Verdict.NotTold(), findings.get(2).verdict());
      assertEquals(new Verdict.NotTold(), findings.get(4).verdict());
    }

    @Test
    void aWrongTenantIsNotReachable() {
      Finding finding = last(subject.open(Map.of("tenantId", "nobody")).test());
      assertEquals(Point.REACHABLE, finding.point());
    }

    @Test
    void aWrongAppHasBadCredentials() {
      Finding finding = last(subject.open(Map.of("appKey", "nobody")).test());
      assertEquals(Point.CREDENTIALS, finding.point());
      assertEquals("10018", code(finding));
    }

    @Test
    void anApiThatIsNotAuthorisedIsAMissingPermission() {
      subject.standIn().door().withdraw(YonbipStandIn.LIST);
      Finding finding = last(subject.ledger().test());
      assertEquals(Point.PERMISSION, finding.point());
      assertEquals("310037", code(finding));
    }

    @Test
    void aBookThatIsNotListedIsNamed() {
      subject.standIn().fix(BookQuery.BOOKS, "{\"success\":true,\"data\":[]}");
      Finding finding = last(subject.ledger().test());
      assertEquals(Point.BOOK, finding.point());
      assertEquals("LEDGER-NAME-UNKNOWN", code(finding));
    }

    @Test
    void aMonthThatIsNoPeriodIsNamed() {
      subject.standIn().fix(BookQuery.PERIODS, "{\"success\":true,\"data\":[]}");
      Checkup checkup = subject.ledger().test();
      assertFalse(checkup.isGood());
      assertEquals(Point.PERIOD, last(checkup).point());
    }
  }

  @Nested
  class MasterDataIsRead {
    @Test
    void ofBooks() {
      assertEquals(
          new MasterData.Entries(
              List.of(
                  new MasterData.Entry("A001", "演示账簿", true),
                  new MasterData.Entry("A002", "第二账簿", true))),
          subject.ledger().read(MasterData.Kind.BOOK));
    }

    @Test
    void ofNothingElse() {
      for (MasterData.Kind kind : MasterData.Kind.values()) {
        assertEquals(
            kind != MasterData.Kind.BOOK,
            subject.ledger().read(kind) instanceof MasterData.NotOffered);
      }
    }

    @Test
    void andFailsWhenTheListCannotBeRead() {
      subject.standIn().fix(BookQuery.BOOKS, "{\"success\":true,\"data\":\"{code: A001}\"}");
      assertInstanceOf(MasterData.Failed.class, subject.ledger().read(MasterData.Kind.BOOK));
    }
  }

  @Test
  void filesAreNotTaken() {
    assertEquals(
        new Attached.NotOffered(),
        subject
            .ledger()
            .attach(
                new LedgerReference("1", "1"),
                new Attached.File("a.txt", "text/plain", new byte[0])));
  }

  @Test
  void theLongestSendCoversLookUpTokenAndVoucher() {
    Ledger slow = subject.open(Map.of("readTimeoutSeconds", "150"));
    assertEquals(Duration.ofSeconds(150 + 45 + 45 + 5), slow.longestSend());
  }
}
