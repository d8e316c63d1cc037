package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Opens a ledger for each case, and afterwards sees that nothing it said held a secret. A receiver
 * that can't be asked is looked into through the stand-in's own books instead.
 */
public abstract class LedgerFixture {
  protected LedgerUnderTest subject;
  protected Ledger ledger;
  protected Vouchers vouchers;
  private WatchedLedger watched;

  /** Opens a ledger with an empty book. */
  protected abstract LedgerUnderTest open() throws Exception;

  @BeforeEach
  final void openLedger() throws Exception {
    subject = open();
    watched = new WatchedLedger(subject.ledger());
    ledger = watched;
    vouchers = new Vouchers(subject.chart());
  }

  @AfterEach
  final void closeLedger() {
    try {
      watched.hasNotSaid(subject.secrets());
    } finally {
      subject.close();
    }
  }

  /** A request that may have had its effect, and had it. */
  protected final void effectIsFoundAfter(Trouble trouble) {
    assumeTrue(subject.canHave(trouble));
    Voucher voucher = sentWith(trouble);
    assertEquals(1, subject.countWithKey(voucher.key()));
    isFound(voucher);
  }

  /** A request that may have had its effect, and had not. */
  protected final void noEffectAfter(Trouble trouble) {
    assumeTrue(subject.canHave(trouble));
    Voucher voucher = sentWith(trouble);
    assertEquals(0, subject.countWithKey(voucher.key()));
    absent(voucher);
  }

  private Voucher sentWith(Trouble trouble) {
    Voucher voucher = vouchers.of("claim", "545.00");
    Asked.Absent leave = absent(voucher);
    subject.next(Request.SEND, trouble);
    failedWith(unclear(), ledger.send(voucher, leave));
    assertEquals(1, subject.requests(Request.SEND), "requests that left");
    return voucher;
  }

  /** What a failure after which the voucher may be there is called, and these others. */
  protected final Set<FailureKind> unclear(FailureKind... others) {
    EnumSet<FailureKind> kinds = EnumSet.of(FailureKind.AMBIGUOUS, others);
    if (!subject.canBeAsked()) {
      kinds.add(FailureKind.UNDELIVERED);
    }
    return kinds;
  }

  /** Asks, expects absence. */
  protected final Asked.Absent absent(Voucher voucher) {
    return assertInstanceOf(Asked.Absent.class, ledger.ask(voucher));
  }

  /** Asks, expects the voucher; of a receiver that can't be asked, expects that it says so. */
  protected final void isFound(Voucher voucher) {
    if (subject.canBeAsked()) {
      assertInstanceOf(Asked.Found.class, ledger.ask(voucher));
    } else {
      absent(voucher);
    }
  }

  /** The same, under this reference. */
  protected final void isFound(Voucher voucher, LedgerReference reference) {
    if (subject.canBeAsked()) {
      assertEquals(new Asked.Found(reference), ledger.ask(voucher));
    } else {
      absent(voucher);
    }
  }

  /** Asks and sends, expects success and one voucher in the book. */
  protected final LedgerReference posted(Voucher voucher) {
    Sent sent = ledger.send(voucher, absent(voucher));
    LedgerReference reference = assertInstanceOf(Sent.Posted.class, sent).reference();
    assertEquals(1, subject.countWithKey(voucher.key()));
    return reference;
  }

  /** Expects that the ledger refuses the voucher in this way and books nothing. */
  protected final Failure refused(Voucher voucher, FailureKind... kinds) {
    Failure failure = failedWith(Set.of(kinds), ledger.send(voucher, absent(voucher)));
    assertEquals(0, subject.countWithKey(voucher.key()));
    return failure;
  }

  /** Expects that the voucher is refused with one of these codes, and that no request left. */
  protected final void refusedBeforeSending(Voucher voucher, Set<String> codes) {
    Sent sent = ledger.send(voucher, new Asked.Absent(voucher.key()));
    Failure failure = failedWith(Set.of(FailureKind.DATA), sent);
    assertTrue(codes.contains(failure.code()), failure::toString);
    assertEquals(0, subject.requests(Request.SEND), "requests that left");
    assertEquals(0, subject.countWithKey(voucher.key()));
  }

  /** Expects a failed sending of one of these kinds. */
  protected static Failure failedWith(Set<FailureKind> kinds, Sent sent) {
    Failure failure = assertInstanceOf(Sent.Failed.class, sent).failure();
    assertTrue(kinds.contains(failure.kind()), failure::toString);
    return failure;
  }
}
