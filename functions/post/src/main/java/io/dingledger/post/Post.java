package io.dingledger.post;

import io.dingledger.ledgers.Asked;
import io.dingledger.ledgers.Ledger;
import io.dingledger.ledgers.Sent;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.LedgerReference;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.voucher.Voucher;
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
  private final MessageQueue<RetryWork> failures;
  private final PostSettings settings;
  private final InstantSource clock;
  private final Progress progress;

  public Post(
      DocumentStore documents,
      LedgerSource ledgers,
      MessageQueue<RetryWork> failures,
      PostSettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.ledgers = ledgers;
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
    this.progress = new Progress(documents);
  }

  /**
   * Delivers the voucher if it waits for delivery; does nothing when another worker holds it or
   * nothing is left to do.
   *
   * @throws IllegalStateException when the document was never stored; the message then ends in the
   *     dead-letter queue, where a person sees it
   */
  public void deliver(PostWork work) {
    Optional<Posting> claimed = claim(work);
    if (claimed.isEmpty()) {
      return;
    }
    try {
      deliver(work, claimed.get());
    } catch (RuntimeException bug) {
      stumbled(work, claimed.get(), bug);
    }
  }

  private void deliver(PostWork work, Posting claimed) {
    Voucher voucher =
        documents
            .voucher(work.tenant(), work.document(), work.key())
            .orElseThrow(() -> new IllegalStateException("no voucher stored for " + work.key()));
    switch (ledgers.of(work.tenant())) {
      case Answer.Failed<LedgerSource.Connected>(Failure why) ->
          failed(work, claimed, claimed, why);
      case Answer.Got<LedgerSource.Connected>(LedgerSource.Connected connected) ->
          askAndSend(work, claimed, voucher, connected);
    }
  }

  /** A bug must not leave a document turning in circles unseen: it counts as a failed try. */
  private void stumbled(PostWork work, Posting claimed, RuntimeException bug) {
    LOG.log(
        System.Logger.Level.ERROR, "post stumbled over " + work.key() + ": " + Stumble.places(bug));
    Failure why = Stumble.failure(bug);
    Instant dueAt = clock.instant().plus(settings.watch());
    Optional<Posting> moved =
        progress.move(
            work,
            posting -> posting.fence() == claimed.fence() && posting.leaseUntil().isPresent(),
            posting -> posting.failed(why, dueAt),
            (record, posting) -> note(record, posting.state().name(), words(why)));
    if (moved.isPresent()) {
      failures.send(again(work));
    }
  }

  private Optional<Posting> claim(PostWork work) {
    return progress.move(
        work,
        posting -> posting.isClaimable(clock.instant()),
        posting -> posting.claimed(clock.instant(), settings.lease()),
        (record, posting) -> note(record, "CLAIMED", work.key() + " #" + posting.fence()));
  }

  /** The only method that sends, and it has just asked; an architecture test keeps it so. */
  private void askAndSend(
      PostWork work, Posting claimed, Voucher voucher, LedgerSource.Connected connected) {
    Ledger ledger = connected.ledger();
    switch (ledger.ask(voucher)) {
      case Asked.Found(LedgerReference found) -> posted(work, claimed, found, "LINKED");
      case Asked.Different(LedgerReference found, String difference) ->
          inConflict(
              work,
              claimed,
              conflict("DIFFERENT", difference),
              Reason.of(PostReason.KEY_HAS_OTHER_CONTENT, work.key(), found.number(), difference));
      case Asked.Several several ->
          inConflict(
              work,
              claimed,
              conflict("SEVERAL", several.references().size() + " vouchers"),
              Reason.of(PostReason.KEY_FOUND_TWICE, work.key(), several.references().size()));
      case Asked.Failed(Failure why) -> failed(work, claimed, claimed, why);
      case Asked.Absent absent -> {
        Optional<Instant> settles = settlesAt(claimed, connected.settlingTime());
        if (settles.isPresent()) {
          settling(work, claimed, settles.get());
          return;
        }
        Optional<Posting> sending = aboutToSend(work, claimed);
        if (sending.isPresent()) {
          record(work, claimed, sending.get(), ledger.send(voucher, absent), connected);
        }
      }
    }
  }

  private Optional<Instant> settlesAt(Posting claimed, Duration settlingTime) {
    return claimed
        .lastSentAt()
        .map(sent -> sent.plus(settlingTime))
        .filter(settled -> clock.instant().isBefore(settled));
  }

  private Optional<Posting> aboutToSend(PostWork work, Posting claimed) {
    return progress.move(
        work,
        posting -> isStill(claimed, posting) && leaseHolds(posting),
        posting -> posting.sending(clock.instant()),
        (record, posting) -> note(record, "SENDING", work.key() + " #" + posting.fence()));
  }

  private void record(
      PostWork work,
      Posting claimed,
      Posting sending,
      Sent sent,
      LedgerSource.Connected connected) {
    switch (sent) {
      case Sent.Posted(LedgerReference reference) -> posted(work, sending, reference, "POSTED");
      case Sent.Failed(Failure why) when why.kind() == FailureKind.AMBIGUOUS ->
          failed(work, sending, sending, why.notBefore(connected.settlingTime()));
      case Sent.Failed(Failure why) when why.kind() == FailureKind.DATA ->
          rejected(work, sending, why);
      // Known not to have been taken: what was true before this request is true again.
      case Sent.Failed(Failure why) -> failed(work, sending, claimed, why);
    }
  }

  private void posted(PostWork work, Posting held, LedgerReference reference, String how) {
    progress.move(
        work,
        posting -> isStill(held, posting),
        posting -> posting.posted(reference),
        (record, posting) ->
            note(
                record,
                how,
                work.key() + " = " + reference.number() + " (" + reference.id() + ")"));
  }

  private void failed(PostWork work, Posting held, Posting before, Failure why) {
    Optional<Posting> moved =
        progress.move(
            work,
            posting -> isStill(held, posting),
            posting -> before.failed(why, clock.instant().plus(settings.watch())),
            (record, posting) -> note(record, posting.state().name(), words(why)));
    if (moved.isPresent()) {
      failures.send(again(work));
    }
  }

  private void settling(PostWork work, Posting claimed, Instant settles) {
    progress.move(
        work,
        posting -> isStill(claimed, posting),
        posting -> posting.settling(settles.plus(settings.watch())),
        (record, posting) -> note(record, "SETTLING", "until " + settles));
    failures.send(again(work));
  }

  private void inConflict(PostWork work, Posting claimed, Failure why, Reason reason) {
    progress.move(
        work,
        posting -> isStill(claimed, posting),
        posting -> posting.inConflict(why, clock.instant()),
        (record, posting) -> note(Progress.because(record, reason), "CONFLICT", words(why)));
  }

  private void rejected(PostWork work, Posting sending, Failure why) {
    Reason reason =
        Reason.of(PostReason.LEDGER_REFUSED, work.key(), why.system(), why.code(), why.detail());
    progress.move(
        work,
        posting -> isStill(sending, posting),
        posting -> posting.rejected(why, clock.instant()),
        (record, posting) -> note(Progress.because(record, reason), "REJECTED", words(why)));
  }

  private static RetryWork again(PostWork work) {
    return new RetryWork.TryFailed(work.tenant(), work.document(), Optional.of(work.key()));
  }

  private static Failure conflict(String code, String detail) {
    return Failure.of(FailureKind.DATA, "ledger", code, detail);
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "post", what, detail);
  }

  private static String words(Failure why) {
    return why.kind() + " " + why.system() + " " + why.code() + ": " + why.detail();
  }

  private boolean leaseHolds(Posting posting) {
    return posting.leaseUntil().filter(until -> clock.instant().isBefore(until)).isPresent();
  }

  private static boolean isStill(Posting mine, Posting now) {
    return mine.fence() == now.fence() && mine.state() == now.state();
  }
}
