package io.dingledger.model.progress;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.money.Money;
import io.dingledger.model.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Collects changes to a {@link DocumentRecord}; identity and version can't be changed. */
public final class DocumentRecordChange {
  private final Tenant tenant;
  private final DocumentId id;
  private final long version;
  private final String trace;
  private final Instant createdAt;
  private DocumentState state;
  private String kind;
  private String title;
  private String businessId;
  private Optional<LocalDate> businessDate;
  private Optional<Money> total;
  private Optional<EventSubject.Approval> approval;
  private List<String> eventIds;
  private Wait fetch;
  private List<Posting> postings;
  private List<YearMonth> bookedIn;
  private List<Reason> reasons;
  private List<TimelineEntry> timeline;
  private Optional<DocumentId> supersededBy;
  private Instant updatedAt;

  DocumentRecordChange(DocumentRecord from) {
    tenant = from.tenant();
    id = from.id();
    version = from.version();
    trace = from.trace();
    createdAt = from.createdAt();
    state = from.state();
    kind = from.kind();
    title = from.title();
    businessId = from.businessId();
    businessDate = from.businessDate();
    total = from.total();
    approval = from.approval();
    eventIds = from.eventIds();
    fetch = from.fetch();
    postings = from.postings();
    bookedIn = from.bookedIn();
    reasons = from.reasons();
    timeline = from.timeline();
    supersededBy = from.supersededBy();
    updatedAt = from.updatedAt();
  }

  public DocumentRecordChange state(DocumentState next) {
    state = next;
    return this;
  }

  public DocumentRecordChange kind(String next) {
    kind = next;
    return this;
  }

  public DocumentRecordChange title(String next) {
    title = next;
    return this;
  }

  public DocumentRecordChange businessId(String next) {
    businessId = next;
    return this;
  }

  public DocumentRecordChange businessDate(LocalDate next) {
    businessDate = Optional.of(next);
    return this;
  }

  public DocumentRecordChange total(Money next) {
    total = Optional.of(next);
    return this;
  }

  public DocumentRecordChange approval(EventSubject.Approval next) {
    approval = Optional.of(next);
    return this;
  }

  /** Remembers that this event concerned the document. */
  public DocumentRecordChange heardOf(String eventId) {
    List<String> heard = new ArrayList<>(eventIds);
    heard.remove(eventId);
    heard.add(eventId);
    int surplus = Math.max(0, heard.size() - DocumentRecord.MOST_EVENT_IDS);
    eventIds = heard.subList(surplus, heard.size());
    return this;
  }

  public DocumentRecordChange fetch(Wait next) {
    fetch = next;
    return this;
  }

  public DocumentRecordChange postings(List<Posting> next) {
    postings = next;
    return this;
  }

  /** Remembers that pay items of it are booked in these months, too. */
  public DocumentRecordChange bookedIn(Collection<YearMonth> months) {
    TreeSet<YearMonth> all = new TreeSet<>(bookedIn);
    all.addAll(months);
    bookedIn = List.copyOf(all);
    return this;
  }

  public DocumentRecordChange reasons(List<Reason> next) {
    reasons = next;
    return this;
  }

  /** Remembers which later document withdrew or replaced this one. */
  public DocumentRecordChange supersededBy(DocumentId later) {
    supersededBy = Optional.of(later);
    return this;
  }

  DocumentRecordChange timeline(List<TimelineEntry> next) {
    timeline = next;
    return this;
  }

  DocumentRecordChange updatedAt(Instant next) {
    updatedAt = next;
    return this;
  }

  /** The changed document. */
  public DocumentRecord build() {
    return new DocumentRecord(
        tenant,
        id,
        version,
        state,
        kind,
        title,
        businessId,
        businessDate,
        total,
        approval,
        eventIds,
        fetch,
        postings,
        bookedIn,
        reasons,
        timeline,
        supersededBy,
        trace,
        createdAt,
        updatedAt);
  }
}
