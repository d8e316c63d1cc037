package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.ledgers.conformance.CuttingProxy.Direction;
import io.dingledger.ledgers.conformance.LedgerUnderTest.Request;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The line is cut after any number of bytes, log-in included: what the adapter says and what stands
 * in the book never contradict each other.
 *
 * <p>Every 97th byte is tried; {@code -Ddingledger.cut.stride=1} tries every one.
 */
public abstract class ByteCutConformance extends LedgerFixture {
  private static final int STRIDE = Integer.getInteger("dingledger.cut.stride", 97);

  private CuttingProxy proxy;

  @BeforeEach
  final void openProxy() {
    proxy = CuttingProxy.before(subject.address().orElseThrow());
  }

  @AfterEach
  final void closeProxy() {
    if (proxy != null) {
      proxy.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  final void whereverSendingIsCutTheBookAgreesWithWhatIsSaid(Direction direction) {
    List<Voucher> withoutEffect = new ArrayList<>();
    int bytes = 0;
    boolean spared = false;
    for (; !spared; bytes += STRIDE) {
      Voucher voucher = vouchers.of("claim " + bytes, "545.00");
      Ledger through = subject.ledgerAt(proxy.address());
      int left = subject.requests(Request.SEND);
      proxy.cutAfter(direction, bytes);
      Sent sent = through.send(voucher, new Asked.Absent(voucher.key()));
      spared = proxy.spare();
      assertTrue(subject.requests(Request.SEND) <= left + 1, "repeated after " + bytes);
      agrees(through, voucher, sent, withoutEffect);
      assertTrue(!spared || sent instanceof Sent.Posted, () -> "uncut, and yet " + sent);
    }
    assertTrue(bytes > 2 * STRIDE, "something was cut");
    for (Voucher voucher : withoutEffect) {
      assertEquals(0, subject.countWithKey(voucher.key()), "an effect came later");
    }
  }

  private void agrees(Ledger through, Voucher voucher, Sent sent, List<Voucher> withoutEffect) {
    switch (sent) {
      case Sent.Posted(LedgerReference reference) -> {
        assertEquals(1, subject.countWithKey(voucher.key()));
        if (subject.canBeAsked()) {
          assertEquals(new Asked.Found(reference), through.ask(voucher));
        }
      }
      case Sent.Failed(Failure failure) -> {
        if (!failure.kind().mayHaveHadAnEffect()) {
          assertEquals(0, subject.countWithKey(voucher.key()), failure::toString);
          withoutEffect.add(voucher);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  final void whereverAskingIsCutAVoucherThatIsThereIsNeverCalledAbsent(Direction direction) {
    assumeTrue(ledger.guard().canBeAsked(), "there is no asking");
    Voucher voucher = vouchers.of("claim", "545.00");
    posted(voucher);
    boolean spared = false;
    for (int bytes = 0; !spared; bytes += STRIDE) {
      Ledger through = subject.ledgerAt(proxy.address());
      proxy.cutAfter(direction, bytes);
      Asked asked = through.ask(voucher);
      spared = proxy.spare();
      if (!(asked instanceof Asked.Found)) {
        Failure failure = assertInstanceOf(Asked.Failed.class, asked).failure();
        assertTrue(!spared && !failure.kind().mayHaveHadAnEffect(), failure::toString);
      }
    }
  }
}
