package io.dingledger.ledgers;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Stands in for a ledger whose connection cannot be opened. It calls nobody. */
record UnusableLedger(String type, List<Reason> faults) implements Ledger {
  @Override
  public Checkup test() {
    return new Checkup(
        List.of(
            new Checkup.Finding(Checkup.Point.REACHABLE, new Checkup.Verdict.Failed(failure()))));
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new MasterData.Failed(failure());
  }

  @Override
  public Asked ask(Voucher voucher) {
    return new Asked.Failed(failure());
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    return new Sent.Failed(failure());
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.Failed(failure());
  }

  @Override
  public Duration longestSend() {
    return Duration.ZERO;
  }

  private Failure failure() {
    return Failure.of(
        FailureKind.CONFIG,
        type,
        faults.getFirst().code(),
        faults.stream().map(Reason::chinese).collect(Collectors.joining(" ")));
  }
}
