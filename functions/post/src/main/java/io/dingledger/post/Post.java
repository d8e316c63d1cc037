package io.dingledger.post;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.LedgerDescription.Guard;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingState;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.work.PatrolWork;
import io.dingledger.model.work.PostWork;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Delivers one voucher to one ledger, at most once in effect: claim, ask, send, record.
 *
 * <p>Whatever is lost on the way, the record in the store says how far it came, and every state in
 * which work is left carries a time at which the sweep looks at it. Doing the same work twice is
 * harmless: the second worker finds the claim, or the voucher in the ledger.
 */
public final class Post {
  private static final System.Logger LOG = System.getLogger(Post.class.getName());

  private final DocumentStore documents;
  private final LedgerSource ledgers;
  private final Entrance entrance;
  private final MessageQueue<RetryWork> failures;
  private final MessageQueue<PatrolWork> patrol;
  private final PostSettings settings;
  private final InstantSource clock;
  private final Explanations explanations;

  public Post(
      DocumentStore documents,
      LedgerSource ledgers,
      Entrance entrance,
      MessageQueue<RetryWork> failures,
      MessageQueue<PatrolWork> patrol,
      PostSettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.ledgers = ledgers;
    this.entrance = entrance;
    this.failures = failures;
    this.patrol = patrol;
    this.settings = settings;
    this.clock = clock;
    this.explanations = new Explanations(clock);
  }

  /**
   * Delivers the voucher if it waits for delivery; does nothing when another worker holds it or
   * nothing is left to do.
   *
   * @throws IllegalStateException when the document was never stored; the message then ends in the
   *     dead-letter queue, where a person sees it
   */
  public void deliver(PostWork work) {
    Progress progress = new Progress(documents, work);
    Posting posting = progress.posting();
    if (posting.awaitsConfirmation()) {
      look(progress, posting);
    } else if (posting.isClaimable(clock.instant())) {
      goThrough(progress);
    }
  }

  private void goThrough(Progress progress) {
    switch (entrance.way(progress, ledgers)) {
      case Way.PutOff later -> {}
      case Way.None(Failure why) ->
          claim(progress).ifPresent(claimed -> failed(progress, claimed, claimed, why));
      case Way.Free free ->
          inside(
              progress,
              free,
              () ->
                  claim(progress)
                      .ifPresent(claimed -> deliver(progress, claimed, free.connected())));
    }
  }

  /** A worker that dies in here leaves its place to time. */
  private void inside(Progress progress, Way.Free way, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      entrance.left(way, GateOutcome.UNHEARD);
      throw bug;
    }
    entrance.left(way, progress.outcome());
  }

  private void deliver(Progress progress, Posting claimed, LedgerSource.Connected connected) {
    try {
      askAndSend(progress, claimed, voucher(progress), connected);
    } catch (RuntimeException bug) {
      stumbled(progress, claimed, bug);
    }
  }

  private Voucher voucher(Progress progress) {
    return documents
        .voucher(progress.work().tenant(), progress.work().document(), progress.key())
        .orElseThrow(() -> new IllegalStateException("no voucher stored for " + progress.key()));
  }

  /**
   * Asks once more, after more than one request had left. A failed question changes nothing: the
   * sweep has it asked again.
   */
  private void look(Progress progress, Posting posting) {
    boolean tooEarly =
        posting.requestOverAt().filter(over -> clock.instant().isBefore(over)).isPresent();
    if (!tooEarly && entrance.wayToLook(progress, ledgers) instanceof Way.Free free) {
      inside(
          progress,
          free,
          () ->
              confirmed(
                  progress,
                  LedgerCalls.asked(
                      free.connected(), () -> free.connected().ledger().ask(voucher(progress)))));
    }
  }

  private void confirmed(Progress progress, Asked asked) {
    progress.heard(GateOutcome.ANSWERED);
    switch (asked) {
      case Asked.Failed(Failure why) -> progress.heard(GateOutcome.of(why));
      case Asked.Found found ->
          progress.move(
              Posting::awaitsConfirmation,
              Posting::confirmed,
              (record, posting) -> note(record, "CONFIRMED", progress.key().value()));
      case Asked.Absent absent -> unconfirmed(progress, Findings.gone(), Findings.gone(progress));
      case Asked.Different(LedgerReference found, String difference) ->
          unconfirmed(
              progress,
              Findings.different(difference),
              Findings.otherContent(progress, found, difference));
      case Asked.Several several ->
          unconfirmed(progress, Findings.twice(several), Findings.twice(progress, several));
    }
  }

  private void unconfirmed(Progress progress, Failure why, Reason reason) {
    log(progress, why);
    progress.move(
        Posting::awaitsConfirmation,
        posting -> posting.unconfirmed(why, clock.instant()),
        (record, posting) -> note(Progress.because(record, reason), "CONFLICT", words(why)));
  }

  /** A bug must not leave a document turning in circles unseen: it counts as a failed try. */
  private void stumbled(Progress progress, Posting claimed, RuntimeException bug) {
    LOG.log(
        System.Logger.Level.ERROR,
        "post stumbled over " + progress.key() + ": " + Stumble.places(bug));
    Failure why = Stumble.failure(bug);
    Instant dueAt = clock.instant().plus(settings.watch());
    Optional<Posting> moved =
        progress.move(
            posting -> posting.fence() == claimed.fence() && posting.leaseUntil().isPresent(),
            posting -> ended(posting).failed(why, dueAt),
            (record, posting) -> note(record, posting.state().name(), words(why)));
    if (moved.isPresent()) {
      failures.send(again(progress));
    }
  }

  private Optional<Posting> claim(Progress progress) {
    return progress.move(
        posting -> posting.isClaimable(clock.instant()),
        posting -> posting.claimed(clock.instant(), settings.lease()),
        (record, posting) -> note(record, "CLAIMED", progress.key() + " #" + posting.fence()));
  }

  /** The only method that sends, and it has just asked; an architecture test keeps it so. */
  private void askAndSend(
      Progress progress, Posting claimed, Voucher voucher, LedgerSource.Connected connected) {
    Ledger ledger = connected.ledger();
    Instant before = clock.instant();
    switch (LedgerCalls.asked(connected, () -> ledger.ask(voucher))) {
      case Asked.Found(LedgerReference found) ->
          posted(progress, claimed, found, "LINKED", connected);
      case Asked.Different(LedgerReference found, String difference) ->
          inConflict(
              progress,
              claimed,
              Findings.different(difference),
              Findings.otherContent(progress, found, difference));
      case Asked.Several several ->
          inConflict(progress, claimed, Findings.twice(several), Findings.twice(progress, several));
      case Asked.Failed(Failure why) -> failed(progress, claimed, claimed, why);
      case Asked.Absent absent -> {
        if (ledger.guard().canBeAsked()) {
          progress.heard(GateOutcome.ANSWERED);
        }
        Optional<Doubt> doubt = Doubt.of(progress, claimed, connected);
        if (doubt.isPresent()) {
          inConflict(progress, claimed, doubt.get().why(), doubt.get().reason());
          return;
        }
        Duration unsettled =
            claimed.unsettled(connected.settlingTime(), progress.work().settled(), before);
        if (unsettled.isPositive()) {
          settling(progress, claimed, unsettled);
          return;
        }
        Optional<Posting> sending = aboutToSend(progress, claimed, ledger);
        if (sending.isPresent()) {
          Sent sent = LedgerCalls.sent(connected, () -> ledger.send(voucher, absent));
          record(progress, claimed, sending.get(), sent, connected);
        } else {
          withdraw(progress, claimed, ledger.guard());
        }
      }
    }
  }

  private Optional<Posting> aboutToSend(Progress progress, Posting claimed, Ledger ledger) {
    Duration longestSend = ledger.longestSend();
    return progress.move(
        (record, posting) ->
            isStill(claimed, posting)
                && leaseOutlives(posting, longestSend)
                && !Progress.mayBeWithdrawn(record, posting, ledger.guard()),
        posting -> posting.sending(clock.instant(), clock.instant().plus(longestSend)),
        (record, posting) -> note(record, "SENDING", progress.key() + " #" + posting.fence()));
  }

  /** The ledger has not got it, and it must not have it any more; else nothing happens. */
  private void withdraw(Progress progress, Posting claimed, Guard guard) {
    progress.move(
        (record, posting) ->
            isStill(claimed, posting) && Progress.mayBeWithdrawn(record, posting, guard),
        Posting::withdrawn,
        (record, posting) ->
            note(
                Progress.because(record, Findings.superseded(record, posting)),
                "WITHDRAWN",
                progress.key().value()));
  }

  private void record(
      Progress progress,
      Posting claimed,
      Posting sending,
      Sent sent,
      LedgerSource.Connected connected) {
    switch (sent) {
      case Sent.Posted(LedgerReference reference) ->
          posted(progress, sending, reference, "POSTED", connected);
      case Sent.Failed(Failure why) when why.kind().mayHaveHadAnEffect() ->
          failed(progress, sending, sending, why.notBefore(connected.settlingTime()));
      case Sent.Failed(Failure why) when why.kind() == FailureKind.DATA ->
          rejected(progress, sending, why);
      // Known not to have been taken: what was true before this request is true again.
      case Sent.Failed(Failure why) -> failed(progress, sending, claimed, why);
    }
  }

  private void posted(
      Progress progress,
      Posting held,
      LedgerReference reference,
      String how,
      LedgerSource.Connected connected) {
    progress.heard(GateOutcome.ANSWERED);
    Instant confirmAt = clock.instant().plus(connected.settlingTime());
    Optional<Posting> moved =
        progress.move(
            posting -> isStill(held, posting),
            posting ->
                posting.sends() > 1 && connected.ledger().guard().canBeAsked()
                    ? posting.postedUnconfirmed(reference, confirmAt)
                    : posting.posted(reference),
            (record, posting) ->
                note(
                    record,
                    how,
                    progress.key() + " = " + reference.number() + " (" + reference.id() + ")"));
    if (moved.isPresent()) {
      LedgerCalls.posted(progress, clock.instant());
      tellOthers(progress);
      explanations.attach(progress, connected, reference, () -> voucher(progress));
    }
  }

  /** The system that a document came from is told its voucher number by the patrol. */
  private void tellOthers(Progress progress) {
    DocumentId document = progress.work().document();
    if (progress.isDone() && document.inbound().isPresent()) {
      patrol.send(new PatrolWork.WriteBack(progress.work().tenant(), document));
    }
  }

  private void failed(Progress progress, Posting held, Posting before, Failure why) {
    log(progress, why);
    progress.heard(GateOutcome.of(why, progress.outcome()));
    Optional<Posting> moved =
        progress.move(
            posting -> isStill(held, posting),
            posting -> ended(before).failed(why, clock.instant().plus(settings.watch())),
            (record, posting) -> note(record, posting.state().name(), words(why)));
    if (moved.isPresent()) {
      failures.send(again(progress));
    }
  }

  /** The message that is sent now measures the time; the clock's word is for people only. */
  private void settling(Progress progress, Posting claimed, Duration unsettled) {
    Duration delay =
        unsettled.compareTo(MessageQueue.LONGEST_DELAY) > 0
            ? MessageQueue.LONGEST_DELAY
            : unsettled;
    Instant until = clock.instant().plus(delay);
    Optional<Posting> moved =
        progress.move(
            posting -> isStill(claimed, posting),
            posting -> posting.settling(until.plus(settings.watch())),
            (record, posting) -> note(record, "SETTLING", "until " + until));
    if (moved.isPresent()) {
      entrance.comesAgain(progress.work().settling(claimed.sends()), delay);
    }
  }

  private void inConflict(Progress progress, Posting claimed, Failure why, Reason reason) {
    log(progress, why);
    progress.heard(GateOutcome.ANSWERED);
    progress.move(
        posting -> isStill(claimed, posting),
        posting -> posting.inConflict(why, clock.instant()),
        (record, posting) -> note(Progress.because(record, reason), "CONFLICT", words(why)));
  }

  private void rejected(Progress progress, Posting sending, Failure why) {
    log(progress, why);
    progress.heard(GateOutcome.of(why));
    Reason reason = Findings.refused(progress, why);
    progress.move(
        posting -> isStill(sending, posting),
        posting -> posting.rejected(why, clock.instant()),
        (record, posting) -> note(Progress.because(record, reason), "REJECTED", words(why)));
  }

  private static RetryWork again(Progress progress) {
    return new RetryWork.TryFailed(
        progress.work().tenant(), progress.work().document(), Optional.of(progress.key()));
  }

  /** The request of a worker that saw how it went is over now. */
  private Posting ended(Posting posting) {
    return posting.state() == PostingState.SENDING
        ? posting.requestEnded(clock.instant())
        : posting;
  }

  /** The outside system's own words stay out of the log: they may quote what we sent. */
  private static void log(Progress progress, Failure why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "post failed: "
            + String.join(
                " ", progress.key().value(), why.kind().name(), why.system(), why.code()));
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "post", what, detail);
  }

  private static String words(Failure why) {
    return why.kind() + " " + why.system() + " " + why.code() + ": " + why.detail();
  }

  /** A request that leaves is over before somebody else may take the voucher. */
  private boolean leaseOutlives(Posting posting, Duration longestSend) {
    Instant over = clock.instant().plus(longestSend);
    return posting.leaseUntil().filter(over::isBefore).isPresent();
  }

  private static boolean isStill(Posting mine, Posting now) {
    return mine.fence() == now.fence() && mine.state() == now.state();
  }
}
