package io.dingledger.ledgers.tplus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.Vouchers;
import io.dingledger.model.voucher.Voucher;
import org.junit.jupiter.api.Test;

/** The month's calls are bought: each voucher takes as few as it can. */
class TplusRequestsTest {
  private static void post(Ledger ledger, Voucher voucher) {
    Asked.Absent leave = assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
    assertInstanceOf(Sent.Posted.class, ledger.send(voucher, leave));
  }

  @Test
  void theFirstVoucherTakesATokenAQuestionAndASendingAndTheNextNoToken() {
    try (TplusUnderTest subject = new TplusUnderTest()) {
      Vouchers vouchers = new Vouchers(subject.chart());
      post(subject.ledger(), vouchers.of("one", "1.00"));
      post(subject.ledger(), vouchers.of("two", "2.00"));
      assertEquals(1, subject.standIn().door().refreshes());
      assertEquals(2, subject.requests(Request.ASK));
      assertEquals(2, subject.requests(Request.SEND));
      assertEquals(2, subject.standIn().vouchers());
    }
  }
}
