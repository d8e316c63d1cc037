package io.dingledger.local.replay;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger with a book, which refuses, fails and forgets as it is told. */
final class ScriptedLedger implements Ledger {
  final Map<VoucherKey, List<LedgerReference>> book = new HashMap<>();
  final List<VoucherKey> sent = new ArrayList<>();
  Optional<Failure> whenSent = Optional.empty();
  Optional<Failure> whenAsked = Optional.empty();
  Optional<String> difference = Optional.empty();
  Runnable meanwhile = () -> {};
  boolean bookedAllTheSame;
  Guard guard = Guard.ASKED_FIRST;

  @Override
  public Guard guard() {
    return guard;
  }

  @Override
  public Asked ask(Voucher voucher) {
    meanwhile.run();
    if (!guard.canBeAsked()) {
      return new Asked.Absent(voucher.key());
    }
    List<LedgerReference> there = book.getOrDefault(voucher.key(), List.of());
    if (whenAsked.isPresent()) {
      return new Asked.Failed(whenAsked.get());
    }
    return switch (there.size()) {
      case 0 -> new Asked.Absent(voucher.key());
      case 1 ->
          difference
              .<Asked>map(words -> new Asked.Different(there.getFirst(), words))
              .orElseGet(() -> new Asked.Found(there.getFirst()));
      default -> new Asked.Several(there);
    };
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    sent.add(voucher.key());
    if (whenSent.isPresent() && !bookedAllTheSame) {
      return new Sent.Failed(whenSent.get());
    }
    LedgerReference reference = booked(voucher.key());
    return whenSent.<Sent>map(Sent.Failed::new).orElseGet(() -> new Sent.Posted(reference));
  }

  LedgerReference booked(VoucherKey key) {
    int number = 100 + book.values().stream().mapToInt(List::size).sum();
    LedgerReference reference = new LedgerReference("id-" + number, "" + number);
    book.computeIfAbsent(key, each -> new ArrayList<>()).add(reference);
    return reference;
  }

  @Override
  public Duration longestSend() {
    return Duration.ofSeconds(90);
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
}
