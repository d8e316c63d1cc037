package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.pay.PersonYear;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentRecordChange;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Voucher;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.observe.LogNames;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.DocumentStore.Sibling;
import io.dingledger.platform.store.DocumentStore.Source;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.PayItemStore.Booking;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes how a claimed document came out. While its worker is at it, only a later document writes
 * it as well, to mark it as superseded; then the write is tried again on the marked record.
 */
final class Progress {
  static final int MOST_TRIES = 20;

  private static final System.Logger LOG = System.getLogger(Progress.class.getName());

  private final DocumentStore documents;
  private final PayItemStore payItems;
  private final MessageQueue<RetryWork> failures;
  private final TranslateSettings settings;
  private final InstantSource clock;

  Progress(
      DocumentStore documents,
      PayItemStore payItems,
      MessageQueue<RetryWork> failures,
      TranslateSettings settings,
      InstantSource clock) {
    this.documents = documents;
    this.payItems = payItems;
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * An approved detail that was fetched for a document.
   *
   * @param self how the document stands among those of its approval number, where it is by now
   * @param isStored whether it came from the store
   */
  record Fetched(ApprovalDetail detail, Sibling self, boolean isStored) {
    /** What is to be kept of it whatever comes of the try: another one then costs no call. */
    Optional<Source> kept() {
      return isStored
          ? Optional.empty()
          : Optional.of(new Source(detail.raw(), Optional.empty(), Optional.empty()));
    }
  }

  /** An approved detail with all that was read for it. */
  record Read(Fetched fetched, Readings.Seen seen) {
    ApprovalDetail detail() {
      return fetched.detail();
    }

    Sibling self() {
      return fetched.self();
    }
  }

  /**
   * What is written at once: the record, what it was made of if that is to be kept, vouchers and
   * pay items.
   */
  record Step(
      DocumentRecord next, Optional<Source> source, List<Voucher> vouchers, Booking booking) {
    Step(DocumentRecord next, Optional<Source> source) {
      this(next, source, List.of(), Booking.NONE);
    }
  }

  /** Writes if nobody else has written meanwhile. */
  Optional<DocumentRecord> once(Step step) {
    return step.source().isPresent()
        ? documents.saveTranslated(
            step.next(), step.source().get(), step.vouchers(), step.booking())
        : documents.save(step.next());
  }

  /**
   * Puts a document among those of its approval number before it looks for others there: of two
   * that do so at the same time, one sees the other.
   */
  void announced(DocumentRecord claimed, ApprovalDetail detail, Sibling self) {
    documents.announce(claimed.tenant(), detail.businessId(), self);
  }

  /** Writes; empty when the document is no longer this worker's. */
  Optional<DocumentRecord> stored(DocumentRecord claimed, Function<DocumentRecord, Step> step) {
    Optional<DocumentRecord> mine = Optional.of(claimed);
    for (int attempt = 0; attempt < MOST_TRIES && mine.isPresent(); attempt++) {
      Optional<DocumentRecord> saved = once(step.apply(mine.get()));
      if (saved.isPresent()) {
        return saved;
      }
      mine = stillMine(claimed);
    }
    return Optional.empty();
  }

  /** The record as it is now; empty when another worker has it. */
  Optional<DocumentRecord> stillMine(DocumentRecord claimed) {
    return documents
        .find(claimed.tenant(), claimed.id())
        .filter(now -> now.state() == DocumentState.FETCHING)
        .filter(now -> now.fetch().dueAt().equals(claimed.fetch().dueAt()));
  }

  /** The try failed: the retry step decides, and the sweep knows of it. */
  void failed(DocumentRecord claimed, Failure why) {
    Function<DocumentRecord, Step> step = mine -> new Step(received(mine, why), Optional.empty());
    if (stored(claimed, step).isPresent()) {
      handedOn(claimed, why);
    }
  }

  /** The same once the detail was fetched: it is kept for the next try. */
  void failed(DocumentRecord claimed, Fetched fetched, Failure why) {
    ApprovalDetail detail = fetched.detail();
    Function<DocumentRecord, Step> step =
        mine -> new Step(received(described(mine, detail).build(), why), fetched.kept());
    if (stored(claimed, step).isPresent()) {
      handedOn(claimed, why);
    }
  }

  /** The same for an attendance fact, which is kept for the next try; false when overtaken. */
  boolean factFailed(DocumentRecord fact, Failure why, String raw) {
    Source source = new Source(raw, Optional.empty(), Optional.empty());
    Step step = new Step(received(fact, why), Optional.of(source));
    if (once(step).isEmpty()) {
      return false;
    }
    handedOn(fact, why);
    return true;
  }

  private DocumentRecord received(DocumentRecord mine, Failure why) {
    Instant watched = clock.instant().plus(settings.watch());
    DocumentRecord received =
        mine.changed()
            .state(DocumentState.RECEIVED)
            .fetch(mine.fetch().failed(why, watched))
            .build();
    String words = why.kind() + " " + why.system() + " " + why.code() + ": " + why.detail();
    return note(received, "FETCH_FAILED", words);
  }

  private void handedOn(DocumentRecord record, Failure why) {
    LOG.log(
        System.Logger.Level.WARNING,
        "translate failed: "
            + String.join(
                " ",
                LogNames.of(record.tenant(), record.id()),
                why.kind().name(),
                why.system(),
                why.code()));
    failures.send(new RetryWork.TryFailed(record.tenant(), record.id(), Optional.empty()));
  }

  /** What is written of an approval that did not end with consent. */
  Step unapproved(DocumentRecord mine, ApprovalDetail detail, Outcome outcome) {
    boolean runs = outcome.ending() instanceof Outcome.Running;
    Optional<Source> source =
        runs
            ? Optional.empty()
            : Optional.of(new Source(detail.raw(), Optional.empty(), Optional.empty()));
    return step(mine, outcome, described(mine, detail), source);
  }

  /** What is written of an approved document. */
  Step translated(DocumentRecord mine, Read read, Outcome outcome) {
    DocumentRecordChange change =
        described(mine, read.detail())
            .kind(outcome.kind())
            .businessDate(read.seen().header().businessDate());
    Source source = new Source(read.detail().raw(), outcome.document(), Optional.empty());
    Step step = step(mine, outcome, change, Optional.of(source));
    return read.seen()
        .note()
        .map(
            text ->
                new Step(
                    note(step.next(), "NOTED", text),
                    step.source(),
                    step.vouchers(),
                    step.booking()))
        .orElse(step);
  }

  /** What is written of an attendance fact. */
  Step fact(DocumentRecord mine, Outcome outcome, String raw) {
    Source source = new Source(raw, outcome.document(), Optional.empty());
    return step(mine, outcome, mine.changed().kind(outcome.kind()), Optional.of(source));
  }

  private static DocumentRecordChange described(DocumentRecord mine, ApprovalDetail detail) {
    return mine.changed().title(detail.title()).businessId(detail.businessId());
  }

  private Step step(
      DocumentRecord mine, Outcome outcome, DocumentRecordChange change, Optional<Source> source) {
    change.fetch(mine.fetch().ended());
    if (mine.supersededBy().isEmpty()) {
      outcome.supersededBy().ifPresent(change::supersededBy);
    }
    outcome.document().flatMap(Totals::of).ifPresent(change::total);
    return switch (outcome.ending()) {
      case Outcome.Made made -> made(change, mine.tenant(), made, outcome.counts(), source);
      case Outcome.Held(List<Reason> reasons) ->
          counting(
              outcome,
              ended(change.state(DocumentState.HELD).reasons(reasons), "HELD", reasons, source));
      case Outcome.Ignored(Reason reason) ->
          counting(
              outcome,
              ended(
                  change.state(DocumentState.IGNORED).reasons(List.of(reason)),
                  "IGNORED",
                  List.of(reason),
                  source));
      case Outcome.Running() -> {
        List<Reason> reasons = List.of(Reason.of(TranslateReason.STILL_RUNNING));
        Instant recheck = clock.instant().plus(settings.recheck());
        yield ended(
            change
                .state(DocumentState.IGNORED)
                .reasons(reasons)
                .fetch(mine.fetch().ended().until(recheck)),
            "IGNORED",
            reasons,
            source);
      }
    };
  }

  private Step made(
      DocumentRecordChange change,
      Tenant tenant,
      Outcome.Made made,
      Map<PersonYear, Long> counts,
      Optional<Source> source) {
    Booking booking = new Booking(payItems.booked(tenant, made.items()), counts, false);
    return made(change, made.vouchers(), booking, source);
  }

  /** What is written of a document that has come to vouchers, pay items or both. */
  Step made(
      DocumentRecordChange change,
      List<Voucher> vouchers,
      Booking booking,
      Optional<Source> source) {
    Instant watched = clock.instant().plus(settings.watch());
    List<Posting> postings =
        vouchers.stream()
            .map(voucher -> Posting.ready(voucher.key(), voucher.purpose(), watched))
            .toList();
    DocumentRecord next =
        change
            .state(vouchers.isEmpty() ? DocumentState.ACCRUED : DocumentState.POSTING)
            .reasons(List.of())
            .postings(postings)
            .bookedIn(booking.months())
            .build();
    if (!booking.items().isEmpty()) {
      String months =
          String.join(", ", booking.months().stream().map(YearMonth::toString).toList());
      next = note(next, "ACCRUED", booking.items().size() + " pay items in " + months);
    }
    String keys = String.join(", ", vouchers.stream().map(v -> v.key().value()).toList());
    DocumentRecord noted = vouchers.isEmpty() ? next : note(next, "TRANSLATED", keys);
    return new Step(noted, source, vouchers, booking);
  }

  /** That a rule made nothing may be because of what it counted. */
  private static Step counting(Outcome outcome, Step step) {
    return new Step(
        step.next(),
        step.source(),
        step.vouchers(),
        new Booking(List.of(), outcome.counts(), false));
  }

  private Step ended(
      DocumentRecordChange change, String what, List<Reason> reasons, Optional<Source> source) {
    String codes = String.join(", ", reasons.stream().map(Reason::code).toList());
    return new Step(note(change.build(), what, codes), source);
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "translate", what, detail);
  }
}
