package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.progress.Posting;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.DocumentStore.Sibling;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds what a change or withdrawal is about, and makes sure that nothing of it is sent any more.
 *
 * <p>Each document is superseded by one other at most, once and for all, by a conditional write of
 * its own record: so its vouchers are taken back by that one only, and never twice. A document that
 * is superseded before its own time still takes back what it superseded itself; only its own
 * voucher is no longer wanted.
 *
 * <p>A document must be among its siblings before it looks for them. Then of a parent and a child
 * that look at the same time at least one sees the other.
 */
final class Predecessors {
  private static final int MOST_TRIES = 20;
  private static final int LONGEST_CHAIN = 100;

  private final DocumentStore documents;
  private final InstantSource clock;

  Predecessors(DocumentStore documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * An approval whose lineage is asked for.
   *
   * @param record its record as it is now
   * @param self how it stands among its siblings
   * @param main the earlier instance that it says it is about
   * @param businessId the approval number that it shares with its siblings
   */
  record Child(DocumentRecord record, Sibling self, Optional<DocumentId> main, String businessId) {
    private Tenant tenant() {
      return record.tenant();
    }

    private boolean changesNothing() {
      return self.action() == Action.NONE;
    }
  }

  /** What was found under one candidate. */
  private sealed interface Claim {
    /** It is superseded by this child, now or since an earlier try. */
    record Mine(DocumentRecord record) implements Claim {}

    /** A document later than this child has superseded it. */
    record Taken(DocumentId by) implements Claim {}

    /** A document that came in the same minute has superseded it. */
    record Unclear(DocumentId by) implements Claim {}
  }

  /** Supersedes what the child is about, and says how that stands. */
  Lineage settle(Child child) {
    List<Sibling> siblings = others(child);
    Optional<DocumentId> later = later(child, siblings);
    Optional<DocumentId> supersededBy = child.record().supersededBy().or(() -> later);
    if (child.changesNothing()) {
      return new Lineage.Settled(List.of(), supersededBy);
    }
    Optional<DocumentId> unclear = unclear(child, siblings);
    if (supersededBy.isEmpty() && unclear.isPresent()) {
      return doubt(TranslateReason.ORDER_UNCLEAR, unclear.get());
    }
    Map<DocumentId, DocumentRecord> mine = new LinkedHashMap<>();
    for (DocumentId candidate : candidates(child, siblings)) {
      switch (claim(child, siblings, candidate)) {
        case Claim.Mine(DocumentRecord record) -> mine.put(record.id(), record);
        case Claim.Taken(DocumentId by) -> supersededBy = supersededBy.or(() -> Optional.of(by));
        case Claim.Unclear(DocumentId by) -> {
          return doubt(TranslateReason.ORDER_UNCLEAR, by);
        }
      }
    }
    Optional<Reason> forgotten = Forgotten.among(documents, child, mine.values(), siblings);
    return forgotten.isPresent()
        ? new Lineage.Doubtful(forgotten.get())
        : judged(child, List.copyOf(mine.values()), supersededBy);
  }

  /**
   * Hands on the later documents that wait for a person only because this one, which has just been
   * stored, was not known or was HELD itself.
   */
  void wakeLater(Child parent) {
    Set<DocumentId> later = new LinkedHashSet<>();
    parent.record().supersededBy().ifPresent(later::add);
    others(parent).stream()
        .filter(other -> other.action() != Action.NONE)
        .filter(other -> Precedence.of(other, parent.self()) == Precedence.LATER)
        .forEach(other -> later.add(other.document()));
    boolean isSettled = parent.record().state() != DocumentState.HELD;
    for (DocumentId id : later) {
      wake(
          parent.tenant(),
          id,
          child ->
              isHeldFor(TranslateReason.PARENT_UNKNOWN, child)
                  || (isSettled && isHeldFor(TranslateReason.PARENT_HELD, child)));
    }
  }

  /**
   * Hands this document, which was just HELD because its parent was not known, on again when that
   * one came in the same moment: it could not know yet whom to wake.
   */
  void wakeIfParentCame(Child child) {
    if (isHeldFor(TranslateReason.PARENT_UNKNOWN, child.record())
        && candidates(child, others(child)).stream()
            .flatMap(id -> documents.find(child.tenant(), id).stream())
            .anyMatch(Predecessors::wasHeardOf)) {
      wake(
          child.tenant(),
          child.record().id(),
          record -> isHeldFor(TranslateReason.PARENT_UNKNOWN, record));
    }
  }

  private static boolean isHeldFor(TranslateReason reason, DocumentRecord record) {
    return record.state() == DocumentState.HELD
        && record.reasons().stream().map(Reason::code).anyMatch(reason.code()::equals);
  }

  private void wake(Tenant tenant, DocumentId id, Predicate<DocumentRecord> waits) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<DocumentRecord> found = documents.find(tenant, id).filter(waits);
      if (found.isEmpty()
          || documents
              .save(note(dueNow(found.get()), "WOKEN", "an earlier document was settled"))
              .isPresent()) {
        return;
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  private Lineage judged(
      Child child, List<DocumentRecord> mine, Optional<DocumentId> supersededBy) {
    Optional<DocumentRecord> open = mine.stream().filter(this::isOnItsWay).findFirst();
    if (open.isPresent()) {
      return new Lineage.Waits(open.get().id());
    }
    Optional<Reason> doubt = mine.stream().flatMap(each -> doubt(each).stream()).findFirst();
    if (doubt.isPresent()) {
      return new Lineage.Doubtful(doubt.get());
    }
    boolean known = mine.stream().anyMatch(Predecessors::wasHeardOf);
    return known || supersededBy.isPresent()
        ? new Lineage.Settled(mine, supersededBy)
        : doubt(TranslateReason.PARENT_UNKNOWN, child.main().map(DocumentId::value).orElse("—"));
  }

  /** Whether a voucher of its own may come into the ledger, or be there without our knowing. */
  private boolean isOnItsWay(DocumentRecord parent) {
    return !parent.isTranslated()
        || parent.postings().stream()
            .filter(posting -> posting.purpose() == Purpose.RECORD)
            .anyMatch(posting -> !posting.isAtRest());
  }

  private static Optional<Reason> doubt(DocumentRecord parent) {
    if (parent.state() == DocumentState.HELD && !parent.isRecorded()) {
      return Optional.of(Reason.of(TranslateReason.PARENT_HELD, parent.id()));
    }
    return parent.postings().stream()
        .filter(posting -> posting.purpose() == Purpose.RECORD)
        .filter(Predecessors::isUndecided)
        .map(
            posting ->
                Reason.of(
                    TranslateReason.PARENT_UNDECIDED, parent.id(), posting.key(), posting.state()))
        .findFirst();
  }

  private static boolean isUndecided(Posting posting) {
    return switch (posting.state()) {
      case POSTED, REJECTED, WITHDRAWN -> false;
      case READY, CLAIMED, SENDING, UNKNOWN, CONFLICT, PARKED -> true;
    };
  }

  /** A record that a child has left for a parent of which no event has spoken is not known. */
  private static boolean wasHeardOf(DocumentRecord parent) {
    return parent.approval().isPresent();
  }

  private List<Sibling> others(Child child) {
    return documents.siblings(child.tenant(), child.businessId()).stream()
        .filter(other -> !other.document().equals(child.record().id()))
        .sorted(Comparator.comparing(Sibling::finishedAt))
        .toList();
  }

  private static Optional<DocumentId> later(Child child, List<Sibling> siblings) {
    return siblings.stream()
        .filter(other -> other.action() != Action.NONE)
        .filter(other -> !child.main().equals(Optional.of(other.document())))
        .filter(other -> Precedence.of(other, child.self()) == Precedence.LATER)
        .map(Sibling::document)
        .findFirst();
  }

  private static Optional<DocumentId> unclear(Child child, List<Sibling> siblings) {
    return siblings.stream()
        .filter(other -> !child.main().equals(Optional.of(other.document())))
        .filter(other -> Precedence.of(other, child.self()) == Precedence.UNCLEAR)
        .map(Sibling::document)
        .findFirst();
  }

  private static Set<DocumentId> candidates(Child child, List<Sibling> siblings) {
    Set<DocumentId> candidates = new LinkedHashSet<>();
    child.main().ifPresent(candidates::add);
    siblings.stream()
        .filter(other -> other.action() != Action.REVOKE)
        .filter(other -> Precedence.of(other, child.self()) == Precedence.EARLIER)
        .forEach(other -> candidates.add(other.document()));
    candidates.remove(child.record().id());
    child.record().supersededBy().ifPresent(candidates::remove);
    return candidates;
  }

  /** Follows a candidate to the last document that replaced it, and supersedes that one. */
  private Claim claim(Child child, List<Sibling> siblings, DocumentId candidate) {
    DocumentId current = candidate;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      DocumentRecord record = superseded(child, current);
      DocumentId by = record.supersededBy().orElseThrow();
      if (by.equals(child.record().id())) {
        return new Claim.Mine(record);
      }
      switch (precedence(child, siblings, by)) {
        case LATER -> {
          return new Claim.Taken(by);
        }
        case UNCLEAR -> {
          return new Claim.Unclear(by);
        }
        case EARLIER -> current = by;
      }
    }
    throw new IllegalStateException(candidate + " is superseded in a circle");
  }

  private Precedence precedence(Child child, List<Sibling> siblings, DocumentId other) {
    if (child.record().supersededBy().equals(Optional.of(other))) {
      return Precedence.LATER;
    }
    if (child.main().equals(Optional.of(other))) {
      return Precedence.EARLIER;
    }
    return siblings.stream()
        .filter(sibling -> sibling.document().equals(other))
        .findFirst()
        .or(() -> byItsOwnNumber(child.tenant(), other))
        .map(sibling -> Precedence.of(sibling, child.self()))
        .orElse(Precedence.UNCLEAR);
  }

  private Optional<Sibling> byItsOwnNumber(Tenant tenant, DocumentId id) {
    return documents.find(tenant, id).map(DocumentRecord::businessId).stream()
        .flatMap(number -> documents.siblings(tenant, number).stream())
        .filter(sibling -> sibling.document().equals(id))
        .findFirst();
  }

  /** The document's record once it is superseded: by this child, unless another was faster. */
  private DocumentRecord superseded(Child child, DocumentId id) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<DocumentRecord> found = documents.find(child.tenant(), id);
      if (found.filter(record -> record.supersededBy().isPresent()).isPresent()) {
        return found.get();
      }
      DocumentRecord next =
          found.map(record -> stopped(record, child)).orElseGet(() -> tombstone(child, id));
      Optional<DocumentRecord> saved =
          documents.save(note(next, "SUPERSEDED", "by " + child.record().id()));
      if (saved.isPresent()) {
        return saved.get();
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  /** No event has spoken of it yet; when one does, it finds that it is no longer wanted. */
  private DocumentRecord tombstone(Child child, DocumentId id) {
    return because(
        DocumentRecord.announced(child.tenant(), id, Optional.empty(), clock.instant())
            .superseded(child.record().id()),
        child);
  }

  private DocumentRecord stopped(DocumentRecord parent, Child child) {
    DocumentId by = child.record().id();
    if (parent.isRecorded()) {
      DocumentRecord stopped = parent.superseded(by);
      return stopped.state() == DocumentState.IGNORED ? because(stopped, child) : stopped;
    }
    DocumentRecord marked = parent.changed().supersededBy(by).build();
    return switch (marked.state()) {
      case RECEIVED, FETCHING, PARKED ->
          marked.fetch().dueAt().isPresent() ? marked : dueNow(marked);
      case IGNORED -> marked.isTranslated() ? marked : dueNow(marked);
      case HELD -> isPlain(marked) ? ignored(marked, child) : dueNow(marked);
      case POSTING, POSTED, ACCRUED ->
          throw new IllegalStateException(marked.id() + " has nothing of what it should have");
    };
  }

  /** A new approval takes nothing back itself: once it is not wanted, there is nothing to do. */
  private boolean isPlain(DocumentRecord record) {
    return documents.siblings(record.tenant(), record.businessId()).stream()
        .filter(sibling -> sibling.document().equals(record.id()))
        .anyMatch(sibling -> sibling.action() == Action.NONE);
  }

  private DocumentRecord ignored(DocumentRecord parent, Child child) {
    return because(parent, child)
        .changed()
        .state(DocumentState.IGNORED)
        .fetch(parent.fetch().ended())
        .build();
  }

  private static DocumentRecord because(DocumentRecord parent, Child child) {
    return parent.changed().reasons(List.of(replacedBy(child))).build();
  }

  private DocumentRecord dueNow(DocumentRecord record) {
    return record
        .changed()
        .state(DocumentState.RECEIVED)
        .fetch(record.fetch().until(clock.instant()))
        .build();
  }

  private static Reason replacedBy(Child child) {
    return Reason.of(TranslateReason.SUPERSEDED, child.record().id());
  }

  private static Lineage doubt(TranslateReason reason, Object argument) {
    return new Lineage.Doubtful(Reason.of(reason, argument));
  }

  private DocumentRecord note(DocumentRecord record, String what, String detail) {
    return record.noting(clock.instant(), "translate", what, detail);
  }
}
