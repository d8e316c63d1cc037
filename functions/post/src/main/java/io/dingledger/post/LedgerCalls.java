package io.dingledger.post;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Attached;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.platform.metrics.Measure;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What operators see of the calls to ledgers: how long, and by which type how many fail. */
final class LedgerCalls {
  private LedgerCalls() {}

  static Asked asked(LedgerSource.Connected connected, Supplier<Asked> question) {
    return seen(connected, "ask", question, LedgerCalls::failure);
  }

  static Sent sent(LedgerSource.Connected connected, Supplier<Sent> request) {
    return seen(connected, "send", request, LedgerCalls::failure);
  }

  static Attached attached(LedgerSource.Connected connected, Supplier<Attached> request) {
    return seen(connected, "attach", request, LedgerCalls::failure);
  }

  /** A document is in its ledger, all of it. */
  static void posted(Progress progress, Instant now) {
    progress
        .doneSince()
        .ifPresent(
            came ->
                Busy.metrics().time(Measure.DOCUMENTS_TOOK.word(), Duration.between(came, now)));
  }

  private static <T> T seen(
      LedgerSource.Connected connected,
      String call,
      Supplier<T> doing,
      Function<T, Optional<Failure>> failure) {
    String type = connected.terms().type();
    T outcome =
        Trace.calls().watched(type, call, doing, each -> failure.apply(each).map(Failure::kind));
    failure
        .apply(outcome)
        .map(Failure::kind)
        .filter(LedgerCalls::isOfTheLedger)
        .ifPresent(
            kind ->
                Busy.metrics()
                    .count(
                        Measure.LEDGER_FAILED.word(),
                        new Metrics.Label(Metrics.Dimension.LEDGER_TYPE, type)));
    return outcome;
  }

  /** What is refused for its content says nothing about the ledger's health. */
  private static boolean isOfTheLedger(FailureKind kind) {
    return kind != FailureKind.DATA && kind != FailureKind.PERIOD_CLOSED;
  }

  private static Optional<Failure> failure(Asked asked) {
    return asked instanceof Asked.Failed(Failure why) ? Optional.of(why) : Optional.empty();
  }

  private static Optional<Failure> failure(Sent sent) {
    return sent instanceof Sent.Failed(Failure why) ? Optional.of(why) : Optional.empty();
  }

  private static Optional<Failure> failure(Attached attached) {
    return attached instanceof Attached.Failed(Failure why) ? Optional.of(why) : Optional.empty();
  }
}
