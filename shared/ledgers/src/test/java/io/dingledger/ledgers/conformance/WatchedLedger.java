package io.dingledger.ledgers.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes everything on and remembers what was said, so that no secret is among it. */
final class WatchedLedger implements Ledger {
  private final Ledger watched;
  private final List<String> said = new CopyOnWriteArrayList<>();

  WatchedLedger(Ledger watched) {
    this.watched = watched;
  }

  /** Fails when one of these texts is in an outcome so far, or in how the ledger prints itself. */
  void hasNotSaid(List<String> secrets) {
    said.add(watched.toString());
    for (String secret : secrets) {
      assertFalse(
          said.stream().anyMatch(words -> words.contains(secret)), "a secret was given away");
    }
  }

  @Override
  public Guard guard() {
    return watched.guard();
  }

  @Override
  public Checkup test() {
    return heard(watched.test());
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return heard(watched.read(kind));
  }

  @Override
  public Asked ask(Voucher voucher) {
    return heard(watched.ask(voucher));
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    return heard(watched.send(voucher, asked));
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return heard(watched.attach(voucher, file));
  }

  @Override
  public Duration longestSend() {
    return watched.longestSend();
  }

  private <T> T heard(T outcome) {
    said.add(outcome.toString());
    return outcome;
  }
}
