package io.dingledger.post;

import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.access.LedgerGate.Entry;
import io.dingledger.model.access.LedgerGate.Outcome;
import io.dingledger.model.access.LedgerGate.Standing;
import io.dingledger.model.access.LedgerGate.Ticket;
import io.dingledger.model.access.LedgerGate.Visitor;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.progress.Turn;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The way of a voucher through its ledger's gate: it goes in, or it is put off, with the time at
 * which it comes again stored in the same write that says so. When the connection fails or works
 * again people and the retry step are told.
 */
public final class Entrance {
  private static final System.Logger LOG = System.getLogger(Entrance.class.getName());

  /**
   * Each third wait goes by the table: the schedule that ends it begins a new chain of messages,
   * and Lambda stops a chain that comes by the same function some sixteen times.
   */
  private static final int BY_TABLE = 3;

  /** Vouchers that are woken are at least so far apart: the sweep has other tenants, too. */
  private static final Duration CLOSEST = Duration.ofMillis(100);

  /** Those that were just being turned away are parked, and listed as parked, by then. */
  private static final Duration UNTIL_LISTED = Duration.ofSeconds(5);

  private final LedgerGate gate;
  private final Notices notices;
  private final MessageQueue<PostWork> vouchers;
  private final MessageQueue<RetryWork> failures;
  private final PostSettings settings;
  private final InstantSource clock;

  /**
   * The entrance to all ledgers.
   *
   * @param gate who may go in when
   * @param notices where people are told that a connection does not work
   * @param vouchers where those that wait are kept, as long as a queue can
   * @param failures where the retry step is told that a connection works again
   */
  public Entrance(
      LedgerGate gate,
      Notices notices,
      MessageQueue<PostWork> vouchers,
      MessageQueue<RetryWork> failures,
      PostSettings settings,
      InstantSource clock) {
    this.gate = gate;
    this.notices = notices;
    this.vouchers = vouchers;
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
  }

  /** May the voucher go in? If not, it is noted when it comes again. */
  Way way(Progress progress, LedgerSource ledgers) {
    return switch (entry(progress, ledgers, progress.posting().pending().turn().map(Turn::at))) {
      case Knock.Unconnected(Failure why) -> new Way.None(why);
      case Knock.Heard(LedgerSource.Connected connected, Entry entry) ->
          switch (entry) {
            case Entry.Entered(Ticket ticket) -> new Way.Free(connected, ticket);
            case Entry.Wait(Instant until, String why) -> wait(progress, until, why);
            case Entry.Shut(Instant until, Failure why) -> park(progress, connected, until, why);
          };
    };
  }

  /** The same for a look at what is posted: it need not stand in line, and notes nothing. */
  Way wayToLook(Progress progress, LedgerSource ledgers) {
    return switch (entry(progress, ledgers, Optional.of(clock.instant()))) {
      case Knock.Heard(LedgerSource.Connected connected, Entry.Entered(Ticket ticket)) ->
          new Way.Free(connected, ticket);
      case Knock.Heard putOff -> new Way.PutOff();
      case Knock.Unconnected(Failure why) -> new Way.None(why);
    };
  }

  /**
   * Gives the place back and tells those who must know. Whatever fails here has no effect on the
   * voucher: a place that is not given back is free when its time is over.
   */
  void left(Way.Free way, Outcome outcome) {
    try {
      Tenant tenant = way.ticket().visitor().tenant();
      LedgerSource.Terms terms = way.connected().terms();
      switch (gate.leave(way.ticket(), outcome, clock.instant())) {
        case Standing.Unchanged nothing -> {}
        case Standing.Shut(Failure why) ->
            notices.raise(tenant, notice(terms), connectionDown(terms, why));
        case Standing.Reopened again -> {
          notices.settle(tenant, notice(terms));
          failures.send(back(tenant, terms), UNTIL_LISTED);
        }
      }
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "post left a gate badly: " + Stumble.places(bug));
    }
  }

  /** The voucher comes again when that time has passed by the queue's clock. */
  void comesAgain(PostWork work, Duration delay) {
    vouchers.send(work, delay);
  }

  /** What came of asking for the ledger, and at its gate. */
  private sealed interface Knock {
    record Heard(LedgerSource.Connected connected, Entry entry) implements Knock {}

    record Unconnected(Failure why) implements Knock {}
  }

  private Knock entry(Progress progress, LedgerSource ledgers, Optional<Instant> turn) {
    try {
      return switch (ledgers.of(progress.work().tenant())) {
        case Answer.Failed<LedgerSource.Connected>(Failure why) -> new Knock.Unconnected(why);
        case Answer.Got<LedgerSource.Connected>(LedgerSource.Connected connected) ->
            new Knock.Heard(
                connected, gate.enter(visitor(progress, connected.terms(), turn), clock.instant()));
      };
    } catch (RuntimeException bug) {
      LOG.log(
          System.Logger.Level.ERROR,
          "post stumbled over " + progress.key() + ": " + Stumble.places(bug));
      return new Knock.Unconnected(Stumble.failure(bug));
    }
  }

  private Visitor visitor(Progress progress, LedgerSource.Terms terms, Optional<Instant> turn) {
    return new Visitor(
        progress.work().tenant(),
        terms.fingerprint(),
        terms.limits(),
        progress.key(),
        turn,
        settings.place());
  }

  private Way wait(Progress progress, Instant until, String why) {
    Instant now = clock.instant();
    Duration delay = Duration.between(now, until);
    int waits = progress.posting().pending().turn().map(Turn::waits).orElse(0) + 1;
    boolean byQueue = waits % BY_TABLE != 0 && delay.compareTo(MessageQueue.LONGEST_DELAY) <= 0;
    Instant dueAt = byQueue ? until.plus(settings.watch()) : until;
    Optional<Posting> moved =
        progress.move(
            posting -> posting.isClaimable(now),
            posting -> free(posting, now, dueAt).inLine(until, dueAt),
            (record, posting) ->
                note(
                    record,
                    "WAITING",
                    "until " + until.truncatedTo(ChronoUnit.SECONDS) + ": " + why));
    if (byQueue && moved.isPresent()) {
      vouchers.send(progress.work(), delay.isNegative() ? Duration.ZERO : delay);
    }
    return new Way.PutOff();
  }

  private Way park(
      Progress progress, LedgerSource.Connected connected, Instant until, Failure why) {
    Instant now = clock.instant();
    Reason reason = connectionDown(connected.terms(), why);
    progress.move(
        posting -> posting.isClaimable(now),
        posting ->
            free(posting, now, until)
                .shutOut(why, "connection (" + connected.terms().type() + ")", until),
        (record, posting) ->
            note(
                record.reasons().contains(reason) ? record : Progress.because(record, reason),
                "PARKED",
                "connection (" + connected.terms().type() + ") until " + until));
    return new Way.PutOff();
  }

  /** A voucher whose worker died is nobody's any more. */
  private static Posting free(Posting posting, Instant now, Instant dueAt) {
    boolean left =
        posting.state() == PostingState.CLAIMED || posting.state() == PostingState.SENDING;
    return left ? posting.abandoned(now, dueAt) : posting;
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "post", what, detail);
  }

  private RetryWork back(Tenant tenant, LedgerSource.Terms terms) {
    Duration interval = terms.limits().interval();
    Duration spacing = interval.compareTo(CLOSEST) > 0 ? interval : CLOSEST;
    return new RetryWork.ConnectionBack(tenant, spacing, clock.instant(), 0, 1, Optional.empty());
  }

  private static String notice(LedgerSource.Terms terms) {
    return "ledger:" + terms.type();
  }

  private static Reason connectionDown(LedgerSource.Terms terms, Failure why) {
    return Reason.of(PostReason.CONNECTION_DOWN, terms.type(), why.code(), why.detail());
  }
}
