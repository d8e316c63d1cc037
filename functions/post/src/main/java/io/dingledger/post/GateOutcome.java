package io.dingledger.post;

import io.dingledger.ledgers.LedgerReason;
import io.dingledger.model.access.LedgerGate.Outcome;
import io.dingledger.model.failure.Failure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a failure says about the connection, and not about the voucher. */
final class GateOutcome {
  static final Outcome ANSWERED = new Outcome.Answered();
  static final Outcome UNHEARD = new Outcome.Unheard();

  /** Doubt for want of a readable answer; other doubt is about the voucher. */
  private static final Set<String> NO_READABLE_ANSWER =
      List.of(
              LedgerReason.NO_ANSWER,
              LedgerReason.PAGE,
              LedgerReason.UNREADABLE,
              LedgerReason.TOO_LARGE)
          .stream()
          .map(LedgerReason::code)
          .collect(Collectors.toUnmodifiableSet());

  private static final String HTTP_STATUS = "HTTP-";

  /** Our own codes: such a refusal was given without asking the ledger. */
  private static final String OUR_OWN = "LEDGER-";

  private GateOutcome() {}

  static Outcome of(Failure why) {
    return switch (why.kind()) {
      case CONFIG -> new Outcome.Failed(why, true);
      case TOKEN, TRANSIENT, THROTTLE_LONG, QUOTA, UNDELIVERED -> new Outcome.Failed(why, false);
      case AMBIGUOUS -> isOfTransport(why) ? new Outcome.Failed(why, false) : UNHEARD;
      case THROTTLE -> new Outcome.Throttled(why);
      case DATA, PERIOD_CLOSED, LOCKED -> why.code().startsWith(OUR_OWN) ? UNHEARD : ANSWERED;
      case NOT_READY, PREDECESSOR, TICKET, POISON -> UNHEARD;
    };
  }

  /**
   * The same of one that came after the ledger had answered in this delivery: then one refusal may
   * be about this very voucher, as when a firewall dislikes its words, and only several in a row
   * are about the connection.
   */
  static Outcome of(Failure why, Outcome before) {
    Outcome said = of(why);
    return before instanceof Outcome.Answered && said instanceof Outcome.Failed failed
        ? new Outcome.Failed(failed.why(), false)
        : said;
  }

  private static boolean isOfTransport(Failure why) {
    return why.code().startsWith(HTTP_STATUS) || NO_READABLE_ANSWER.contains(why.code());
  }
}
