package io.dingledger.model.progress;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of the progress of one source document. It is stored as one item and written
 * under the condition that its version is still the one that was read, so that of two workers one
 * wins.
 *
 * @param tenant whose it is
 * @param id its identifier
 * @param version grows by one with each write; 0 has never been stored
 * @param state where it stands, as people see it
 * @param kind the kind of document, for example {@code expenseClaim}; empty until translated
 * @param title its title
 * @param businessId the approval number that people see
 * @param businessDate the day it was approved, once translated
 * @param total its total, once translated
 * @param approval the furthest thing that an event said of it; empty for pushes that concern no
 *     document
 * @param eventIds the events that concerned it, newest last, at most {@value #MOST_EVENT_IDS}
 * @param fetch what stands before its translation
 * @param postings its vouchers' progress
 * @param bookedIn the months in which pay items of it are booked, earliest first; empty when it has
 *     none
 * @param reasons why it is HELD or IGNORED, or why it waits
 * @param timeline what happened, oldest first
 * @param supersededBy the later document that withdrew or replaced it; nothing of it may be sent
 *     any more
 * @param trace where its trace goes on, in the store's form; empty when none is recorded
 * @param createdAt when it was first seen
 * @param updatedAt when it was last written
 */
public record DocumentRecord(
    Tenant tenant,
    DocumentId id,
    long version,
    DocumentState state,
    String kind,
    String title,
    String businessId,
    Optional<LocalDate> businessDate,
    Optional<Money> total,
    Optional<EventSubject.Approval> approval,
    List<String> eventIds,
    Wait fetch,
    List<Posting> postings,
    List<YearMonth> bookedIn,
    List<Reason> reasons,
    List<TimelineEntry> timeline,
    Optional<DocumentId> supersededBy,
    String trace,
    Instant createdAt,
    Instant updatedAt) {
  /** Older event ids are forgotten; the document itself stays the guard against repeats. */
  public static final int MOST_EVENT_IDS = 20;

  public DocumentRecord {
    eventIds = List.copyOf(eventIds);
    postings = List.copyOf(postings);
    bookedIn = List.copyOf(bookedIn);
    reasons = List.copyOf(reasons);
    timeline = List.copyOf(timeline);
  }

  /** A document of which an event speaks for the first time. */
  public static DocumentRecord announced(
      Tenant tenant, DocumentId id, Optional<EventSubject.Approval> approval, Instant now) {
    return new DocumentRecord(
        tenant,
        id,
        0,
        DocumentState.RECEIVED,
        "",
        approval.map(EventSubject.Approval::title).orElse(""),
        approval.map(EventSubject.Approval::businessId).orElse(""),
        Optional.empty(),
        Optional.empty(),
        approval,
        List.of(),
        Wait.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        "",
        now,
        now);
  }

  /** The progress of this voucher. */
  public Optional<Posting> posting(VoucherKey key) {
    return postings.stream().filter(posting -> posting.key().equals(key)).findFirst();
  }

  /** When the sweep must look at it at the latest; empty when nothing is left for machines. */
  public Optional<Instant> dueAt() {
    return Stream.concat(
            fetch.dueAt().stream(),
            postings.stream().flatMap(posting -> posting.pending().dueAt().stream()))
        .min(Instant::compareTo);
  }

  /**
   * Whether translation is over: vouchers or pay items exist, or a person or a reason ended it. An
   * approval that still runs is IGNORED and looked at again later, for its end may never be told.
   */
  public boolean isTranslated() {
    return switch (state) {
      case RECEIVED, FETCHING -> false;
      case IGNORED -> fetch.dueAt().isEmpty();
      case PARKED -> hasPostings();
      case POSTING, POSTED, ACCRUED, HELD -> true;
    };
  }

  /** Whether it has vouchers. */
  public boolean hasPostings() {
    return !postings.isEmpty();
  }

  /** Whether it has pay items, in effect or taken back. */
  public boolean hasPayItems() {
    return !bookedIn.isEmpty();
  }

  /** Whether anything was made of it that must not be made a second time. */
  public boolean isRecorded() {
    return hasPostings() || hasPayItems();
  }

  /**
   * This document with one of its vouchers moved on. Its own state follows from its vouchers',
   * except when it is HELD for a reason of its own: then only a person ends that. Why it waited is
   * forgotten once it stands elsewhere.
   */
  public DocumentRecord with(Posting moved) {
    List<Posting> next =
        postings.stream().map(each -> each.key().equals(moved.key()) ? moved : each).toList();
    boolean heldByItself =
        state == DocumentState.HELD && postings.stream().noneMatch(DocumentRecord::needsPerson);
    return movedTo(heldByItself ? DocumentState.HELD : stateOf(next), next);
  }

  /**
   * This document HELD, for doubt that is not its vouchers': those that no request ever carried are
   * given up, those that may be in the ledger go on until that is known.
   */
  public DocumentRecord held() {
    List<Posting> stopped =
        postings.stream().map(each -> isStoppable(each) ? each.givenUp() : each).toList();
    return movedTo(DocumentState.HELD, stopped);
  }

  /**
   * This document withdrawn or replaced by a later one: nothing more is fetched for it, and its
   * records that the ledger is known not to hold are never sent. Those that may be in the ledger go
   * on until that is known, and what takes an even earlier document back goes on as well. It is
   * IGNORED when nothing of it is, may be or is to come into the ledger, ACCRUED when it has pay
   * items only, which the later document takes back; else its state follows from its vouchers'. Why
   * it stood where it stood is forgotten when it stands elsewhere now; the caller says why.
   *
   * @param later the document that withdrew or replaced it
   */
  public DocumentRecord superseded(DocumentId later) {
    List<Posting> next =
        postings.stream()
            .map(
                each ->
                    each.purpose() == Purpose.RECORD && each.isWithdrawable()
                        ? each.withdrawn()
                        : each)
            .toList();
    DocumentState moved = stateOf(next);
    return changed()
        .supersededBy(later)
        .fetch(fetch.ended())
        .postings(next)
        .state(moved)
        .reasons(state == moved ? reasons : List.of())
        .build();
  }

  private DocumentRecord movedTo(DocumentState next, List<Posting> moved) {
    boolean keepsReasons = state == next || state == DocumentState.HELD;
    return changed()
        .postings(moved)
        .state(next)
        .reasons(keepsReasons ? reasons : List.of())
        .build();
  }

  /** This document with one more line in its timeline. */
  public DocumentRecord noting(Instant at, String actor, String what, String detail) {
    List<TimelineEntry> longer = new ArrayList<>(timeline);
    longer.add(new TimelineEntry(at, actor, what, detail));
    return changed().timeline(longer).updatedAt(at).build();
  }

  /** A builder that starts from this document. */
  public DocumentRecordChange changed() {
    return new DocumentRecordChange(this);
  }

  private DocumentState stateOf(List<Posting> all) {
    List<Posting> postings =
        all.stream().filter(posting -> posting.state() != PostingState.WITHDRAWN).toList();
    if (postings.isEmpty()) {
      return hasPayItems() ? DocumentState.ACCRUED : DocumentState.IGNORED;
    }
    if (postings.stream().anyMatch(DocumentRecord::needsPerson)) {
      return DocumentState.HELD;
    }
    if (postings.stream().anyMatch(posting -> posting.state() == PostingState.PARKED)) {
      return DocumentState.PARKED;
    }
    boolean arrived = postings.stream().allMatch(posting -> posting.state() == PostingState.POSTED);
    return arrived ? DocumentState.POSTED : DocumentState.POSTING;
  }

  private static boolean isStoppable(Posting posting) {
    boolean waits = posting.state() == PostingState.READY || posting.state() == PostingState.PARKED;
    return waits && !posting.isPerhapsInLedger();
  }

  private static boolean needsPerson(Posting posting) {
    return switch (posting.state()) {
      case POSTED, WITHDRAWN -> false;
      case READY, CLAIMED, SENDING, UNKNOWN, CONFLICT, REJECTED, PARKED -> posting.isAtRest();
    };
  }
}
