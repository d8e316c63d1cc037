package io.dingledger.model.access;

import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The gate before a tenant's ledger, shared by all running copies. It lets in as many vouchers as
 * the connection is given to take, and it is shut while the connection does not work: then one
 * voucher at a time goes in to see whether it works again (a circuit breaker).
 *
 * <p>Nobody sleeps at the gate. Who can't go in is told when to come again, and that moment is kept
 * for nobody else.
 *
 * <p>Every method may throw an unchecked exception when the store gives no answer.
 */
public interface LedgerGate {
  /** Lets everybody in, for tests and simulation. */
  LedgerGate ALWAYS_OPEN =
      new LedgerGate() {
        @Override
        public Entry enter(Visitor visitor, Instant now) {
          return new Entry.Entered(new Ticket(visitor, 0, now, false));
        }

        @Override
        public Standing leave(Ticket ticket, Outcome outcome, Instant now) {
          return new Standing.Unchanged();
        }
      };

  /** Asks to go in, before anything is claimed. */
  Entry enter(Visitor visitor, Instant now);

  /**
   * Goes out and says how it went. A ticket whose time ran out is void: its place is another's.
   *
   * @return what others must hear of; the same may be said twice, since who heard it may die
   */
  Standing leave(Ticket ticket, Outcome outcome, Instant now);

  /**
   * How much a connection is given to do.
   *
   * @param atOnce vouchers inside at the same time, 1 or more
   * @param perMinute vouchers that go in within any minute, 1 or more
   */
  record Limits(int atOnce, int perMinute) {
    /** The time between two vouchers, one after another. */
    public Duration interval() {
      return Duration.ofMinutes(1).dividedBy(perMinute);
    }
  }

  /**
   * Who asks.
   *
   * @param tenant whose ledger it is
   * @param connection the fingerprint of its settings and secrets; another one is another
   *     connection, and what was known of the last one's troubles is forgotten
   * @param limits how much the connection is given to do
   * @param key the voucher
   * @param turn the moment that it was told to come at, if it was
   * @param stay after this time its place is given to others: it is longer than it can live
   */
  record Visitor(
      Tenant tenant,
      String connection,
      Limits limits,
      VoucherKey key,
      Optional<Instant> turn,
      Duration stay) {}

  /**
   * A place inside.
   *
   * @param visitor whose
   * @param number tells it from earlier places of the same voucher
   * @param enteredAt when it went in (UTC)
   * @param probing whether it is the one that sees whether the connection works again
   */
  record Ticket(Visitor visitor, long number, Instant enteredAt, boolean probing) {}

  /** May it go in? */
  sealed interface Entry {
    /** It may; it must {@link #leave}. */
    record Entered(Ticket ticket) implements Entry {}

    /**
     * Others are before it, or the ledger asked for a pause.
     *
     * @param until the moment kept for it (UTC)
     * @param why in English words, for the record's history
     */
    record Wait(Instant until, String why) implements Entry {}

    /**
     * The connection does not work.
     *
     * @param until when to ask again if nobody says earlier that it works again (UTC)
     * @param why what shut the gate
     */
    record Shut(Instant until, Failure why) implements Entry {}
  }

  /** How it went, as far as the connection is concerned. */
  sealed interface Outcome {
    /** The ledger answered, be it with a refusal: the connection works. */
    record Answered() implements Outcome {}

    /** Nothing was learnt about the connection. */
    record Unheard() implements Outcome {}

    /** The ledger wants fewer requests, and perhaps says for how long it wants none. */
    record Throttled(Failure why) implements Outcome {}

    /**
     * The connection failed.
     *
     * @param why how
     * @param certain whether one such failure says enough: credentials, permissions, settings
     */
    record Failed(Failure why, boolean certain) implements Outcome {}
  }

  /** What others must hear of. */
  sealed interface Standing {
    /** Nothing. */
    record Unchanged() implements Standing {}

    /**
     * The gate was shut, or a probe found that it has to stay so.
     *
     * @param why what shut it
     */
    record Shut(Failure why) implements Standing {}

    /** The connection works again: those who wait for it may come. */
    record Reopened() implements Standing {}
  }
}
