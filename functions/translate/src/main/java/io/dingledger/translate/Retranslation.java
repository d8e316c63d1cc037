package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.TimelineEntry;
import io.dingledger.model.progress.Wait;
import io.dingledger.model.rulebook.Signer;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * A person has a document processed again that waits for one, or that was ignored: by the rule book
 * that is in force on its date now, whatever an event or an earlier scope said of it. What has
 * vouchers never is.
 */
public final class Retranslation {
  private static final int MOST_TRIES = 20;
  private static final String ASKED = "ASKED_AGAIN";
  private static final Set<String> ENDS = Set.of("TRANSLATED", "HELD", "IGNORED");

  private final DocumentStore documents;
  private final InstantSource clock;

  Retranslation(DocumentStore documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /** Why a document can't be processed again; empty when it can. */
  public static Optional<Reason> refusal(DocumentRecord record) {
    DocumentId id = record.id();
    boolean isFact = AttendanceFacts.isFact(id);
    boolean isDocument = record.approval().isPresent() || isFact || id.inbound().isPresent();
    if (!isDocument && !PeriodClose.isPayPeriod(record)) {
      return refused(AgainReason.NO_DOCUMENT, id);
    }
    // What another reading of a day makes takes the place of the items that the earlier one made.
    if (record.hasPostings() || (record.hasPayItems() && !isFact)) {
      return refused(AgainReason.HAS_VOUCHERS, id, record.state());
    }
    return switch (record.state()) {
      case HELD -> Optional.empty();
      case IGNORED ->
          record.supersededBy().flatMap(later -> refused(AgainReason.SUPERSEDED, id, later));
      case RECEIVED, FETCHING, PARKED, POSTING, POSTED, ACCRUED ->
          refused(AgainReason.ON_ITS_WAY, id, record.state());
    };
  }

  /** Whether a person's word still stands: nothing has come of it yet. */
  static boolean isAsked(DocumentRecord record) {
    return record.timeline().reversed().stream()
        .map(TimelineEntry::what)
        .filter(what -> what.equals(ASKED) || ENDS.contains(what))
        .findFirst()
        .filter(ASKED::equals)
        .isPresent();
  }

  /** The document on its way again, with who asked in its history; empty when it is refused. */
  Optional<DocumentRecord> begun(TranslateWork.Retranslate work) {
    Tenant tenant = work.tenant();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<DocumentRecord> found = documents.find(tenant, work.document());
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Optional<Reason> refusal = refusal(found.get());
      DocumentRecord next =
          refusal
              .map(why -> note(found.get(), work.by(), "AGAIN_REFUSED", why.code()))
              .orElseGet(() -> received(found.get(), work.by()));
      Optional<DocumentRecord> saved = documents.save(next);
      if (saved.isPresent()) {
        return saved.filter(record -> refusal.isEmpty());
      }
    }
    throw new IllegalStateException("record of " + work.document() + " is written all the time");
  }

  /** Should this worker die now, the sweep goes on with it. */
  private DocumentRecord received(DocumentRecord record, Signer by) {
    Instant now = clock.instant();
    String was = record.state() + " " + String.join(", ", codes(record));
    DocumentRecord received =
        record.changed().state(DocumentState.RECEIVED).fetch(Wait.watchedUntil(now)).build();
    return note(received, by, ASKED, was);
  }

  private static Iterable<String> codes(DocumentRecord record) {
    return record.reasons().stream().map(Reason::code).toList();
  }

  private DocumentRecord note(DocumentRecord record, Signer by, String what, String detail) {
    return record.noting(clock.instant(), by.id(), what, detail);
  }

  private static Optional<Reason> refused(AgainReason why, Object... arguments) {
    return Optional.of(Reason.of(why, arguments));
  }
}
