package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.LedgerDescription.Setting;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import org.junit.jupiter.api.Test;

/** What exactly-once posting needs from any ledger, in any of its ways to log in. */
public abstract class LedgerCoreConformance extends LedgerFixture {
  /** What the suite leaves out follows from what the connection says of itself. */
  @Test
  void theSuiteIsToldOfItWhatTheConnectionSays() {
    assertEquals(ledger.guard().canBeAsked(), subject.canBeAsked());
    assertEquals(
        subject.description().settings().stream().anyMatch(Setting::secret),
        !subject.secrets().isEmpty(),
        "secrets to look out for");
    assertTrue(
        subject.chart().foreign().isEmpty() || subject.description().abilities().foreignLines());
  }

  @Test
  void anEmptyBookHasNotGotTheKey() {
    Voucher voucher = vouchers.of("claim", "545.00");
    assertEquals(new Asked.Absent(voucher.key()), ledger.ask(voucher));
  }

  @Test
  void aVoucherThatWasPostedIsFoundUnderTheSameReference() {
    Voucher voucher = vouchers.of("claim", "500.10", "44.90", "545.00");
    LedgerReference posted = posted(voucher);
    isFound(voucher, posted);
  }

  @Test
  void aRedVoucherStandsBesideTheOneThatItTakesBackAndIsFoundByItsOwnKey() {
    Voucher record = vouchers.of("claim", "545.00");
    LedgerReference recorded = posted(record);
    Voucher reverse = vouchers.reverseOf("claim", "545.00");
    LedgerReference reversed = posted(reverse);
    isFound(record, recorded);
    isFound(reverse, reversed);
    assertEquals(1, subject.countWithKey(record.key()));
  }

  @Test
  void anAnswerAboutAnotherVoucherIsNoLeaveToSend() {
    Asked.Absent other = absent(vouchers.of("other", "1.00"));
    Voucher voucher = vouchers.of("claim", "1.00");
    assertThrows(IllegalArgumentException.class, () -> ledger.send(voucher, other));
    assertEquals(0, subject.requests(Request.SEND));
  }

  @Test
  void aTimeOutAfterTheCommitIsUnclearAndTheVoucherIsFoundByAsking() {
    effectIsFoundAfter(Trouble.TIME_OUT_AFTER_COMMIT);
  }

  @Test
  void aConnectionResetAfterTheCommitIsUnclearAndTheVoucherIsFoundByAsking() {
    effectIsFoundAfter(Trouble.RESET_AFTER_COMMIT);
  }

  @Test
  void aConnectionResetBeforeTheCommitIsUnclearAndTheVoucherIsAbsent() {
    noEffectAfter(Trouble.RESET_BEFORE_COMMIT);
  }

  @Test
  void aRepeatToAReceiverThatCannotBeAskedCarriesTheSameKey() {
    assumeFalse(subject.canBeAsked());
    assumeTrue(subject.canHave(Trouble.RESET_AFTER_COMMIT));
    effectIsFoundAfter(Trouble.RESET_AFTER_COMMIT);
    posted(vouchers.of("claim", "545.00"));
    assertEquals(2, subject.requests(Request.SEND));
  }

  @Test
  void aSessionLostWhileAskingIsRenewedOnce() {
    assumeTrue(subject.canBeAsked() && subject.canHave(Trouble.SESSION_LOST));
    Voucher voucher = vouchers.of("claim", "545.00");
    LedgerReference reference = posted(voucher);
    subject.next(Request.ASK, Trouble.SESSION_LOST);
    assertEquals(new Asked.Found(reference), ledger.ask(voucher));
  }

  @Test
  void aSessionLostWhileSendingBooksNothingAndTheNextTryLogsInAgain() {
    assumeTrue(subject.canHave(Trouble.SESSION_LOST));
    Voucher voucher = vouchers.of("claim", "545.00");
    Asked.Absent leave = absent(voucher);
    subject.next(Request.SEND, Trouble.SESSION_LOST);
    failedWith(unclear(FailureKind.TOKEN), ledger.send(voucher, leave));
    assertEquals(1, subject.requests(Request.SEND));
    assertEquals(0, subject.countWithKey(voucher.key()));
    posted(voucher);
  }
}
