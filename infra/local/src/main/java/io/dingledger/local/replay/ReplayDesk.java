package io.dingledger.local.replay;

import io.dingledger.local.replay.Forecast.Part;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.progress.PostingByHand;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.TableNotices;
import io.dingledger.post.LedgerSource;
import io.dingledger.translate.Previews;
import io.dingledger.translate.Retranslation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has documents tried again that wait for a person, are parked or were given up. It only makes them
 * due: the sweep hands them to the step that has to go on, which asks before it sends, as ever.
 */
public final class ReplayDesk {
  private final DocumentStore documents;
  private final LedgerQuestion question;
  private final Previews previews;
  private final MessageQueue<TranslateWork> events;
  private final MessageQueue<RetryWork> failures;
  private final InstantSource clock;

  /**
   * A desk.
   *
   * @param previews says what a translation would give
   * @param events where documents go that are to be translated again
   * @param failures where the sweep is asked for, so that nobody waits for its schedule
   */
  public ReplayDesk(
      DocumentStore documents,
      LedgerSource ledgers,
      Previews previews,
      MessageQueue<TranslateWork> events,
      MessageQueue<RetryWork> failures,
      InstantSource clock) {
    this.documents = documents;
    this.question = new LedgerQuestion(documents, ledgers, clock);
    this.previews = previews;
    this.events = events;
    this.failures = failures;
    this.clock = clock;
  }

  /** A document that can be tried again or not; empty when there is none, or it is a notice. */
  public Optional<DocumentRecord> document(Tenant tenant, DocumentId id) {
    return documents.find(tenant, id).filter(record -> !record.kind().equals(TableNotices.KIND));
  }

  /** What would become of it. Asks the ledger, and changes nothing. */
  public Forecast forecast(DocumentRecord record) {
    Optional<Reason> refusal = refusal(record);
    if (refusal.isPresent()) {
      return nothing(record, refusal.get());
    }
    if (!record.hasPostings()) {
      return new Forecast(record, List.of(untranslated(record)));
    }
    List<Part> parts = new ArrayList<>();
    for (Posting posting : open(record)) {
      parts.add(
          PostingByHand.isReplayable(posting)
              ? new Part.Delivery(
                  posting.key(), question.of(record, posting), posting.pending().waitsFor())
              : new Part.Nothing(Optional.of(posting.key()), stays(record, posting)));
    }
    return parts.isEmpty()
        ? nothing(record, Reason.of(ReplayReason.DONE, record.id(), record.state()))
        : new Forecast(record, parts);
  }

  private Part untranslated(DocumentRecord record) {
    return record.state() == DocumentState.HELD
        ? new Part.Translation(previews.of(record.tenant(), record.id()))
        : new Part.Fetch(record.fetch().waitsFor());
  }

  private static Forecast nothing(DocumentRecord record, Reason reason) {
    return new Forecast(record, List.of(new Part.Nothing(Optional.empty(), reason)));
  }

  /**
   * Makes it due, with who wanted it in its history.
   *
   * @return why not, or nothing when it is due
   */
  public Optional<Reason> replay(DocumentRecord record, Signer by) {
    Optional<Reason> refusal = refusal(record);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (!record.hasPostings() && record.state() == DocumentState.HELD) {
      events.send(new TranslateWork.Retranslate(record.tenant(), record.id(), by));
      return Optional.empty();
    }
    Instant now = clock.instant();
    DocumentRecord next = record;
    if (record.hasPostings()) {
      List<Posting> due = open(record).stream().filter(PostingByHand::isReplayable).toList();
      if (due.isEmpty()) {
        return Optional.of(
            open(record).stream()
                .findFirst()
                .map(posting -> stays(record, posting))
                .orElseGet(() -> Reason.of(ReplayReason.DONE, record.id(), record.state())));
      }
      for (Posting posting : due) {
        next = next.with(PostingByHand.replayed(posting, now));
      }
    } else {
      next = record.changed().fetch(record.fetch().anew(now)).build();
    }
    DocumentRecord noted =
        OperatorsHand.withoutReasons(next).noting(now, by.id(), "REPLAYED", was(record));
    return documents.save(noted).isPresent()
        ? Optional.empty()
        : Optional.of(Reason.of(ReplayReason.MOVED, record.id()));
  }

  /** Has what is due handed on now. */
  public void sweep() {
    failures.send(new RetryWork.Sweep());
  }

  private static String was(DocumentRecord record) {
    return record.state()
        + " "
        + String.join(", ", record.reasons().stream().map(Reason::code).toList());
  }

  private static Optional<Reason> refusal(DocumentRecord record) {
    if (OperatorsHand.isInDoubtItself(record) && record.hasPostings()) {
      return Optional.of(
          Reason.of(ReplayReason.OWN_DOUBT, record.id(), OperatorsHand.ownReasons(record)));
    }
    return switch (record.state()) {
      case POSTED, ACCRUED, IGNORED ->
          Optional.of(Reason.of(ReplayReason.DONE, record.id(), record.state()));
      case RECEIVED, FETCHING ->
          Optional.of(Reason.of(ReplayReason.ON_ITS_WAY, record.id(), record.state()));
      case HELD -> record.hasPostings() ? Optional.empty() : Retranslation.refusal(record);
      case PARKED, POSTING -> Optional.empty();
    };
  }

  /** Those whose end is not known, and whose document was not withdrawn meanwhile. */
  private static List<Posting> open(DocumentRecord record) {
    return record.postings().stream()
        .filter(
            posting ->
                switch (posting.state()) {
                  case POSTED, WITHDRAWN -> false;
                  case READY, CLAIMED, SENDING, UNKNOWN, CONFLICT, REJECTED, PARKED ->
                      posting.purpose() != Purpose.RECORD
                          || record.supersededBy().isEmpty()
                          || posting.isPerhapsInLedger();
                })
        .toList();
  }

  private static Reason stays(DocumentRecord record, Posting posting) {
    return PostingByHand.isInDoubt(posting)
        ? Reason.of(ReplayReason.PERSON_DECIDES, posting.key())
        : Reason.of(ReplayReason.ON_ITS_WAY, record.id(), posting.state());
  }
}
