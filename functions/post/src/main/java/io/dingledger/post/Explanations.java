package io.dingledger.post;

import io.dingledger.ledgers.Attached;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.platform.Stumble;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Hangs the explanation of a voucher on it, where the connection wants that. It is tried once, by
 * the worker that saw the voucher posted; whatever comes of it is noted, and nothing depends on it.
 */
final class Explanations {
  private static final System.Logger LOG = System.getLogger(Explanations.class.getName());

  private final InstantSource clock;

  Explanations(InstantSource clock) {
    this.clock = clock;
  }

  void attach(
      Progress progress,
      LedgerSource.Connected connected,
      LedgerReference reference,
      Supplier<Voucher> voucher) {
    if (!connected.terms().attaches()) {
      return;
    }
    try {
      Attached.File file = ExplanationFile.of(voucher.get());
      Attached attached =
          LedgerCalls.attached(connected, () -> connected.ledger().attach(reference, file));
      switch (attached) {
        case Attached.Done done -> note(progress, "ATTACHED", progress.key().value());
        case Attached.NotOffered none ->
            note(progress, "NOT-ATTACHED", "the ledger takes no files");
        case Attached.Failed(Failure why) ->
            note(
                progress,
                "NOT-ATTACHED",
                String.join(" ", why.kind().name(), why.system(), why.code())
                    + ": "
                    + why.detail());
      }
    } catch (RuntimeException bug) {
      LOG.log(
          System.Logger.Level.ERROR,
          "post attached nothing to " + progress.key() + ": " + Stumble.places(bug));
    }
  }

  private void note(Progress progress, String what, String detail) {
    progress.move(
        posting -> true,
        posting -> posting,
        (record, posting) -> record.noting(clock.instant(), "post", what, detail));
  }
}
