package io.dingledger.simulator.world;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.MasterData;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.simulator.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A ledger that books whatever arrives and refuses no repeat: the weakest one that exactly-once
 * posting can be promised for. What it holds is the truth that a run is judged by.
 */
public final class SimulatedLedger implements Ledger {
  /** How long after a request is over a voucher may still appear. */
  static final Duration SETTLING = Duration.ofSeconds(60);

  private static final Duration LONGEST_SEND = Duration.ofSeconds(120);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(90);
  private static final String SYSTEM = "simulated-ledger";

  private final Troubles troubles;
  private final Agenda agenda;
  private final Consumer<Booked> watcher;
  private final List<Booked> book = new ArrayList<>();
  private Optional<Instant> closedUntil = Optional.empty();

  /**
   * A voucher in the book.
   *
   * @param number from 1
   * @param visibleAt from when on it is found by asking
   */
  public record Booked(int number, Voucher voucher, Instant bookedAt, Instant visibleAt) {}

  SimulatedLedger(Troubles troubles, Agenda agenda, Consumer<Booked> watcher) {
    this.troubles = troubles;
    this.agenda = agenda;
    this.watcher = watcher;
  }

  /** Everything that was ever booked; nothing is ever taken out. */
  public List<Booked> book() {
    return List.copyOf(book);
  }

  /** The period does not take vouchers until then. */
  void closeUntil(Instant end) {
    closedUntil = Optional.of(end);
  }

  @Override
  public Asked ask(Voucher voucher) {
    String where = "ledger.ask";
    troubles.before(where);
    for (Fault fault : ASKING) {
      if (troubles.strike(fault, where)) {
        return new Asked.Failed(failure(fault, false));
      }
    }
    Asked answer = found(voucher);
    troubles.after(where);
    return answer;
  }

  private static final List<Fault> ASKING =
      List.of(
          Fault.LEDGER_ASK_FAILS,
          Fault.LEDGER_THROTTLES,
          Fault.LEDGER_SESSION,
          Fault.LEDGER_PAGE,
          Fault.LEDGER_ERROR_INSIDE_200);

  private Asked found(Voucher voucher) {
    List<Booked> there = visible(voucher.key());
    if (there.isEmpty()) {
      return new Asked.Absent(voucher.key());
    }
    List<LedgerReference> references = there.stream().map(SimulatedLedger::named).toList();
    if (references.size() > 1) {
      return new Asked.Several(references);
    }
    return there.getFirst().voucher().lines().equals(voucher.lines())
        ? new Asked.Found(references.getFirst())
        : new Asked.Different(references.getFirst(), "other lines");
  }

  private List<Booked> visible(VoucherKey key) {
    Instant now = troubles.clock().instant();
    return book.stream()
        .filter(each -> each.voucher().key().equals(key) && !each.visibleAt().isAfter(now))
        .toList();
  }

  private static LedgerReference named(Booked booked) {
    return new LedgerReference("id-" + booked.number(), Integer.toString(booked.number()));
  }

  private static final List<Fault> SENDING =
      List.of(
          Fault.LEDGER_THROTTLES,
          Fault.LEDGER_SESSION,
          Fault.LEDGER_LOCKED,
          Fault.LEDGER_500,
          Fault.LEDGER_ERROR_INSIDE_200,
          Fault.LEDGER_PAGE);

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    String where = "ledger.send";
    troubles.before(where);
    for (Fault fault : SENDING) {
      if (troubles.strike(fault, where)) {
        return new Sent.Failed(failure(fault, true));
      }
    }
    Instant now = troubles.clock().instant();
    if (closedUntil.filter(now::isBefore).isPresent()) {
      return new Sent.Failed(Failure.of(FailureKind.PERIOD_CLOSED, SYSTEM, "CLOSED", "closed"));
    }
    if (troubles.strike(Fault.LEDGER_TIMES_OUT, where)) {
      troubles.wait(where, READ_TIMEOUT);
      return new Sent.Failed(failure(Fault.LEDGER_TIMES_OUT, true));
    }
    if (troubles.strike(Fault.LEDGER_COMMITS_THEN_TIMES_OUT, where)) {
      // The server goes on with it, whether or not the caller lives to wait for it.
      Duration late = troubles.upTo(READ_TIMEOUT.plus(SETTLING).minusSeconds(2));
      agenda.at(now.plus(late), () -> commit(voucher, Duration.ZERO));
      troubles.wait(where, READ_TIMEOUT);
      return new Sent.Failed(failure(Fault.LEDGER_COMMITS_THEN_TIMES_OUT, true));
    }
    boolean late = troubles.strike(Fault.LEDGER_SHOWS_LATE, where);
    Booked booked = commit(voucher, late ? troubles.upTo(SETTLING.minusSeconds(2)) : Duration.ZERO);
    troubles.after(where);
    return new Sent.Posted(named(booked));
  }

  private Booked commit(Voucher voucher, Duration hidden) {
    Instant now = troubles.clock().instant();
    Booked booked = new Booked(book.size() + 1, voucher, now, now.plus(hidden));
    book.add(booked);
    watcher.accept(booked);
    return booked;
  }

  private static Failure failure(Fault fault, boolean sending) {
    FailureKind unclear = sending ? FailureKind.AMBIGUOUS : FailureKind.TRANSIENT;
    FailureKind kind =
        switch (fault) {
          case LEDGER_THROTTLES -> FailureKind.THROTTLE;
          case LEDGER_SESSION -> FailureKind.TOKEN;
          case LEDGER_LOCKED -> FailureKind.LOCKED;
          default -> unclear;
        };
    return Failure.of(kind, SYSTEM, fault.name(), "simulated");
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
    return LONGEST_SEND;
  }
}
