package io.dingledger.simulator.world;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Checkup;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A ledger. Most often one that books whatever arrives and refuses no repeat: the weakest that
 * exactly-once posting can be promised for; by its guard also one that refuses repeats, or one that
 * can't be asked. What it holds is the truth that a run is judged by.
 */
public final class SimulatedLedger implements Ledger {
  /**
   * The settling time that its connection states: how long after a request is over a voucher may
   * still appear, and in it how far two of our clocks may be apart.
   */
  static final Duration SETTLING = Duration.ofSeconds(60);

  /** Copies have numbers of their own. */
  private static final int COPIES = 1000;

  /** How far two of our clocks may be apart. */
  static final Duration CLOCKS_APART = Duration.ofSeconds(20);

  private static final Duration LATEST = SETTLING.minus(CLOCKS_APART).minus(Duration.ofSeconds(2));
  private static final Duration LONGEST_SEND = Duration.ofSeconds(120);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(90);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(80);
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String SYSTEM = "simulated-ledger";

  private static final List<Fault> ASKING =
      List.of(
          Fault.LEDGER_ASK_FAILS,
          Fault.LEDGER_THROTTLES,
          Fault.LEDGER_SESSION,
          Fault.LEDGER_PAGE,
          Fault.LEDGER_ERROR_INSIDE_200);

  private static final List<Fault> SENDING =
      List.of(
          Fault.LEDGER_THROTTLES,
          Fault.LEDGER_SESSION,
          Fault.LEDGER_LOCKED,
          Fault.LEDGER_500,
          Fault.LEDGER_ERROR_INSIDE_200,
          Fault.LEDGER_PAGE);

  /** Booked, and then answered as if it had failed. */
  private static final List<Fault> BOOKING_UNSAID =
      List.of(
          Fault.LEDGER_COMMITS_THEN_500,
          Fault.LEDGER_COMMITS_THEN_ERROR_INSIDE_200,
          Fault.LEDGER_COMMITS_THEN_PAGE);

  private final Troubles troubles;
  private final Agenda agenda;
  private final Consumer<Booked> watcher;
  private final Guard guard;
  private final List<Booked> book = new ArrayList<>();
  private final List<Booked> byPeople = new ArrayList<>();
  private Optional<Instant> closedUntil = Optional.empty();
  private Optional<YearMonth> closedMonth = Optional.empty();
  private Optional<Instant> monthClosedUntil = Optional.empty();
  private Optional<Instant> outUntil = Optional.empty();

  /**
   * A voucher in the book.
   *
   * @param number from 1
   * @param visibleAt from when on it is found by asking
   */
  public record Booked(int number, Voucher voucher, Instant bookedAt, Instant visibleAt) {}

  /**
   * An empty one.
   *
   * @param guard what keeps it from booking a voucher twice
   */
  SimulatedLedger(Troubles troubles, Agenda agenda, Guard guard, Consumer<Booked> watcher) {
    this.guard = guard;
    this.troubles = troubles;
    this.agenda = agenda;
    this.watcher = watcher;
  }

  /** Everything that was ever booked; nothing is ever taken out. */
  public List<Booked> book() {
    return List.copyOf(book);
  }

  /** What people copied or changed in it by hand. */
  public List<Booked> byPeople() {
    return List.copyOf(byPeople);
  }

  /** The period does not take vouchers until then. */
  void closeUntil(Instant end) {
    closedUntil = Optional.of(end);
  }

  /** Vouchers of this month are not taken until then. */
  void closeMonth(YearMonth month, Instant end) {
    closedMonth = Optional.of(month);
    monthClosedUntil = Optional.of(end);
  }

  /** The credentials are refused until then: the connection is suspended. */
  void refuseUntil(Instant end) {
    outUntil = Optional.of(end);
  }

  @Override
  public Asked ask(Voucher voucher) {
    if (!guard.canBeAsked()) {
      return new Asked.Absent(voucher.key());
    }
    String where = "ledger.ask " + voucher.purpose();
    troubles.before(Call.ASK, where);
    if (isBefore(outUntil)) {
      return new Asked.Failed(refused());
    }
    for (Fault fault : ASKING) {
      if (troubles.strike(fault, where)) {
        return new Asked.Failed(failure(fault, FailureKind.TRANSIENT));
      }
    }
    Asked answer = found(voucher);
    if (troubles.strike(Fault.SLOW_ANSWER, where)) {
      troubles.wait(where, troubles.upTo("slow answer", LONGEST_ANSWER));
    }
    troubles.after(where);
    return answer;
  }

  private boolean refusesRepeats() {
    return guard == Guard.REFUSES_REPEATS || guard == Guard.RECEIVER_REMOVES_REPEATS;
  }

  @Override
  public Guard guard() {
    return guard;
  }

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
    Map<Integer, Booked> there = new TreeMap<>();
    for (List<Booked> vouchers : List.of(book, byPeople)) {
      for (Booked each : vouchers) {
        if (each.voucher().key().equals(key) && !each.visibleAt().isAfter(now)) {
          there.put(each.number(), each);
        }
      }
    }
    return List.copyOf(there.values());
  }

  private static LedgerReference named(Booked booked) {
    return new LedgerReference("id-" + booked.number(), Integer.toString(booked.number()));
  }

  @Override
  public Sent send(Voucher voucher, Asked.Absent asked) {
    if (!asked.key().equals(voucher.key())) {
      throw new IllegalArgumentException("the answer is about another voucher");
    }
    String where = "ledger.send " + voucher.purpose();
    troubles.before(Call.SEND, where);
    return notTaken(voucher, where)
        .or(() -> unanswered(voucher, where))
        .orElseGet(() -> taken(voucher, where));
  }

  private Optional<Sent> notTaken(Voucher voucher, String where) {
    if (isBefore(outUntil)) {
      return failed(refused());
    }
    for (Fault fault : SENDING) {
      if (troubles.strike(fault, where)) {
        return failed(failure(fault, unclear()));
      }
    }
    boolean isMonthClosed =
        isBefore(monthClosedUntil)
            && closedMonth.filter(YearMonth.from(voucher.date())::equals).isPresent();
    return isMonthClosed || isBefore(closedUntil)
        ? failed(Failure.of(FailureKind.PERIOD_CLOSED, SYSTEM, "CLOSED", "closed"))
        : Optional.empty();
  }

  /** The server goes on with a request, whether or not the caller lives to wait for it. */
  private Optional<Sent> unanswered(Voucher voucher, String where) {
    Instant now = troubles.clock().instant();
    if (troubles.diesWhile(where)) {
      agenda.at(now.plus(late("late booking")), () -> commit(voucher, Duration.ZERO));
      troubles.die(where);
    }
    if (troubles.strike(Fault.LEDGER_TIMES_OUT, where)) {
      troubles.wait(where, READ_TIMEOUT);
      return failed(failure(Fault.LEDGER_TIMES_OUT, unclear()));
    }
    if (troubles.strike(Fault.LEDGER_COMMITS_THEN_TIMES_OUT, where)) {
      agenda.at(now.plus(late("late booking")), () -> commit(voucher, Duration.ZERO));
      troubles.wait(where, READ_TIMEOUT);
      return failed(failure(Fault.LEDGER_COMMITS_THEN_TIMES_OUT, unclear()));
    }
    return Optional.empty();
  }

  /** So long after it began a request may still be booked whose caller has given up. */
  private Duration late(String label) {
    return troubles.late(label, READ_TIMEOUT.plus(LATEST));
  }

  private Sent taken(Voucher voucher, String where) {
    boolean late = troubles.strike(Fault.LEDGER_SHOWS_LATE, where);
    Booked booked = commit(voucher, late ? troubles.late("shows late", LATEST) : Duration.ZERO);
    for (Fault fault : BOOKING_UNSAID) {
      if (troubles.strike(fault, where)) {
        return new Sent.Failed(failure(fault, unclear()));
      }
    }
    troubles.after(where);
    return new Sent.Posted(named(booked));
  }

  private Booked commit(Voucher voucher, Duration hidden) {
    if (refusesRepeats()) {
      Optional<Booked> there =
          book.stream().filter(each -> each.voucher().key().equals(voucher.key())).findFirst();
      if (there.isPresent()) {
        return there.get();
      }
    }
    Instant now = troubles.clock().instant();
    Booked booked = new Booked(book.size() + 1, voucher, now, now.plus(hidden));
    book.add(booked);
    watcher.accept(booked);
    people(booked);
    return booked;
  }

  /** Sometimes a person gets hold of a voucher while we may still ask for it. */
  private void people(Booked booked) {
    String where = "ledger.book " + booked.voucher().purpose();
    Instant soon = booked.visibleAt().plus(troubles.upTo("by hand", SOON));
    if (troubles.strike(Fault.VOUCHER_COPIED_BY_HAND, where)) {
      int number = COPIES + booked.number();
      agenda.at(soon, () -> byPeople.add(new Booked(number, booked.voucher(), soon, soon)));
    }
    if (troubles.strike(Fault.VOUCHER_CHANGED_BY_HAND, where)) {
      Voucher changed = changed(booked.voucher());
      agenda.at(soon, () -> byPeople.add(new Booked(booked.number(), changed, soon, soon)));
    }
  }

  /** With its lines in another order. */
  private static Voucher changed(Voucher voucher) {
    return new Voucher(
        voucher.key(),
        voucher.document(),
        voucher.purpose(),
        voucher.date(),
        voucher.currency(),
        voucher.summary(),
        voucher.attachments(),
        voucher.lines().reversed());
  }

  private boolean isBefore(Optional<Instant> end) {
    return end.filter(troubles.clock().instant()::isBefore).isPresent();
  }

  private static Optional<Sent> failed(Failure failure) {
    return Optional.of(new Sent.Failed(failure));
  }

  private static Failure refused() {
    return Failure.of(FailureKind.CONFIG, SYSTEM, "CREDENTIALS", "simulated");
  }

  private static final Map<Fault, FailureKind> WITHOUT_EFFECT =
      Map.of(
          Fault.LEDGER_THROTTLES, FailureKind.THROTTLE,
          Fault.LEDGER_SESSION, FailureKind.TOKEN,
          Fault.LEDGER_LOCKED, FailureKind.LOCKED);

  /** A receiver that removes repeats is sent the same again, as its adapters say. */
  private FailureKind unclear() {
    return guard == Guard.RECEIVER_REMOVES_REPEATS
        ? FailureKind.UNDELIVERED
        : FailureKind.AMBIGUOUS;
  }

  private static Failure failure(Fault fault, FailureKind unclear) {
    return Failure.of(
        WITHOUT_EFFECT.getOrDefault(fault, unclear), SYSTEM, fault.name(), "simulated");
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
