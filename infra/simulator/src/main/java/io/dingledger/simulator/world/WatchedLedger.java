package io.dingledger.simulator.world;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.util.Optional;

/** A ledger as a worker sees it, with somebody who looks on. */
record WatchedLedger(Ledger real, TenantSettings company, Scene scene, Referee referee)
    implements Ledger {
  @Override
  public Asked ask(Voucher voucher) {
    referee.asking(scene, company, voucher);
    Asked answer = real.ask(voucher);
    referee.asked(scene, company, voucher, answer);
    return answer;
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    Optional<Sent> answer = Optional.empty();
    referee.sending(scene, company, real, voucher);
    try {
      answer = Optional.of(real.send(voucher, asked));
      return answer.get();
    } finally {
      referee.sent(scene, company, voucher, answer);
    }
  }

  @Override
  public LedgerDescription.Guard guard() {
    return real.guard();
  }

  @Override
  public Checkup test() {
    return real.test();
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return real.read(kind);
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return real.attach(voucher, file);
  }

  @Override
  public Duration longestSend() {
    return real.longestSend();
  }
}
