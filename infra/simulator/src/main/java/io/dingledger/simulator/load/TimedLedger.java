package io.dingledger.simulator.load;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger that takes every voucher, each in its time. */
final class TimedLedger implements Ledger {
  private final Calls calls;
  private final Duration send;
  private final Map<String, Instant> book = new LinkedHashMap<>();
  private Optional<Instant> last = Optional.empty();

  TimedLedger(Calls calls, Duration send) {
    this.calls = calls;
    this.send = send;
  }

  int booked() {
    return book.size();
  }

  /** When the last voucher was booked. */
  Optional<Instant> last() {
    return last;
  }

  @Override
  public Asked ask(Voucher voucher) {
    calls.takes("ledger.ask", Calls.ASK);
    String key = voucher.key().value();
    return book.containsKey(key)
        ? new Asked.Found(new LedgerReference(key, key))
        : new Asked.Absent(voucher.key());
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    calls.takes("ledger.send", send);
    String key = voucher.key().value();
    if (book.put(key, calls.clock().instant()) != null) {
      throw new IllegalStateException("booked twice");
    }
    last = Optional.of(calls.clock().instant());
    return new Sent.Posted(new LedgerReference(key, key));
  }

  @Override
  public Checkup test() {
    return new Checkup(List.of());
  }

  @Override
  public MasterData read(MasterData.Kind kind) {
    return new MasterData.NotOffered();
  }

  @Override
  public Attached attach(LedgerReference voucher, Attached.File file) {
    return new Attached.NotOffered();
  }

  @Override
  public Duration longestSend() {
    return Duration.ofSeconds(120);
  }
}
