package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Trouble;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What exactly-once posting needs from any ledger, in any of its ways to log in. */
public abstract class LedgerCoreConformance {
  protected LedgerUnderTest subject;
  protected Ledger ledger;
  protected Vouchers vouchers;

  /** Opens a ledger with an empty book. */
  protected abstract LedgerUnderTest open() throws Exception;

  @BeforeEach
  final void openLedger() throws Exception {
    subject = open();
    ledger = subject.ledger();
    vouchers = new Vouchers(subject.chart());
  }

  @AfterEach
  final void closeLedger() {
    subject.close();
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
    assertEquals(new Asked.Found(posted), ledger.ask(voucher));
    assertEquals(1, subject.countWithKey(voucher.key()));
  }

  @Test
  void aRedVoucherStandsBesideTheOneThatItTakesBackAndIsFoundByItsOwnKey() {
    Voucher record = vouchers.of("claim", "545.00");
    LedgerReference recorded = posted(record);
    Voucher reverse = vouchers.reverseOf("claim", "545.00");
    LedgerReference reversed = posted(reverse);
    assertEquals(new Asked.Found(recorded), ledger.ask(record));
    assertEquals(new Asked.Found(reversed), ledger.ask(reverse));
    assertEquals(1, subject.countWithKey(reverse.key()));
  }

  @Test
  void anAnswerAboutAnotherVoucherIsNoLeaveToSend() {
    Asked.Absent other = absent(vouchers.of("other", "1.00"));
    Voucher voucher = vouchers.of("claim", "1.00");
    assertThrows(IllegalArgumentException.class, () -> ledger.send(voucher, other));
    assertEquals(0, subject.requests(Request.SEND));
  }

  @Test
  void aTimeOutAfterTheCommitIsAmbiguousAndTheVoucherIsFoundByAsking() {
    effectIsFoundAfter(Trouble.TIME_OUT_AFTER_COMMIT);
  }

  @Test
  void aConnectionResetAfterTheCommitIsAmbiguousAndTheVoucherIsFoundByAsking() {
    effectIsFoundAfter(Trouble.RESET_AFTER_COMMIT);
  }

  @Test
  void aConnectionResetBeforeTheCommitIsAmbiguousAndTheVoucherIsAbsent() {
    noEffectAfter(Trouble.RESET_BEFORE_COMMIT);
  }

  @Test
  void aSessionLostWhileAskingIsRenewedOnce() {
    assumeTrue(subject.canHave(Trouble.SESSION_LOST));
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
    failedWith(Set.of(FailureKind.TOKEN, FailureKind.AMBIGUOUS), ledger.send(voucher, leave));
    assertEquals(1, subject.requests(Request.SEND));
    posted(voucher);
    assertEquals(1, subject.countWithKey(voucher.key()));
  }

  /** A request that may have had its effect, and had it. */
  protected final void effectIsFoundAfter(Trouble trouble) {
    assumeTrue(subject.canHave(trouble));
    Voucher voucher = ambiguous(trouble);
    assertEquals(1, subject.countWithKey(voucher.key()));
    assertInstanceOf(Asked.Found.class, ledger.ask(voucher));
  }

  /** A request that may have had its effect, and had not. */
  protected final void noEffectAfter(Trouble trouble) {
    assumeTrue(subject.canHave(trouble));
    Voucher voucher = ambiguous(trouble);
    assertEquals(0, subject.countWithKey(voucher.key()));
    assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
  }

  private Voucher ambiguous(Trouble trouble) {
    Voucher voucher = vouchers.of("claim", "545.00");
    Asked.Absent leave = absent(voucher);
    subject.next(Request.SEND, trouble);
    failedWith(Set.of(FailureKind.AMBIGUOUS), ledger.send(voucher, leave));
    assertEquals(1, subject.requests(Request.SEND), "requests that left");
    return voucher;
  }

  /** Asks, expects absence. */
  protected final Asked.Absent absent(Voucher voucher) {
    return assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
  }

  /** Asks and sends, expects success. */
  protected final LedgerReference posted(Voucher voucher) {
    return assertInstanceOf(Sent.Posted.class, ledger.send(voucher, absent(voucher))).reference();
  }

  /** Expects a failed sending of one of these kinds. */
  protected static Failure failedWith(Set<FailureKind> kinds, Sent sent) {
    Failure failure = assertInstanceOf(Sent.Failed.class, sent).failure();
    assertEquals(true, kinds.contains(failure.kind()), failure::toString);
    return failure;
  }
}
