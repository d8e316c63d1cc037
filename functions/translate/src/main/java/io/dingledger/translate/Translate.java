package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.DocumentStore;
import java.time.InstantSource;

/**
 * Turns source events, attendance facts and documents of other systems into stored documents with
 * vouchers, or into stated reasons why not. This class only knows who is responsible for what.
 *
 * <p>Repeats are harmless: a document is fetched by one worker at a time and translated once, and
 * every event after that only leaves its id.
 */
public final class Translate {
  private final DocumentStore documents;
  private final Approvals approvals;
  private final AttendanceFacts facts;
  private final InboundDocuments inbound;
  private final HoseDocuments hose;
  private final Housekeeping housekeeping;
  private final PeriodClose periods;
  private final Retranslation retranslation;

  /** A step over these ports. */
  public Translate(TranslatePorts ports, TranslateSettings settings, InstantSource clock) {
    TranslatePorts.Stores stores = ports.stores();
    this.documents = stores.documents();
    Directories directories = new Directories(stores.directory(), ports.dingTalk(), clock);
    Progress progress =
        new Progress(documents, stores.payItems(), ports.failures(), settings, clock);
    PayItems payItems = new PayItems(stores.payItems());
    Counting counting = new Counting(stores.payItems(), payItems);
    Replacement replacement = new Replacement(new RedVouchers(documents), payItems);
    Fetch fetch =
        new Fetch(
            new Details(documents, stores.notes(), ports.dingTalk(), ports.memory()),
            new Readings(ports.suites(), directories, ports.dingTalk()),
            new Predecessors(documents, clock),
            replacement,
            counting,
            progress);
    this.approvals = new Approvals(ports, fetch, settings, clock);
    this.housekeeping = new Housekeeping(ports, clock);
    this.retranslation = new Retranslation(documents, clock);
    FactTranslation translation =
        new FactTranslation(replacement, payItems, counting, progress, ports.vouchers());
    this.facts = new AttendanceFacts(ports, directories, translation, housekeeping, clock);
    this.inbound = new InboundDocuments(ports, directories, translation, clock);
    this.hose = new HoseDocuments(ports, directories, translation, clock);
    this.periods = new PeriodClose(ports, progress, settings, clock);
  }

  /**
   * Does one piece of work.
   *
   * @throws RuntimeException when the store or a queue can't be reached; the message is delivered
   *     again
   */
  public void handle(TranslateWork work) {
    switch (work) {
      case TranslateWork.Happened(SourceEvent event) -> happened(event);
      case TranslateWork.Again(Tenant tenant, DocumentId document) ->
          documents.find(tenant, document).ifPresent(this::again);
      case TranslateWork.Retranslate asked -> retranslation.begun(asked).ifPresent(this::again);
      case TranslateWork.DayRead read -> facts.dayRead(read);
      case TranslateWork.ClosePeriod close -> periods.close(close);
      case TranslateWork.Received received -> received(received);
    }
  }

  private void received(TranslateWork.Received work) {
    switch (sourceOf(work.document())) {
      case API -> inbound.received(work);
      case HOSE -> hose.received(work);
    }
  }

  private static DocumentId.Inbound sourceOf(DocumentId document) {
    return document
        .inbound()
        .orElseThrow(() -> new IllegalArgumentException(document + " is of no other system"));
  }

  private void again(DocumentRecord record) {
    if (record.approval().isPresent()) {
      approvals.again(record);
    } else if (record.id().inbound().isPresent()) {
      switch (sourceOf(record.id())) {
        case API -> inbound.again(record);
        case HOSE -> hose.again(record);
      }
    } else if (PeriodClose.isPayPeriod(record)) {
      periods.again(record);
    } else {
      facts.again(record);
    }
  }

  private void happened(SourceEvent event) {
    switch (event.subject()) {
      case EventSubject.Approval approval -> approvals.happened(event, approval);
      case EventSubject.Attendance attendance -> facts.happened(event, attendance);
      case EventSubject.PeopleChanged changed -> housekeeping.peopleChanged(event, changed);
      case EventSubject.DepartmentsChanged changed ->
          housekeeping.departmentsChanged(event, changed);
      case EventSubject.FormChanged changed -> housekeeping.formChanged(event, changed);
      case EventSubject.OutOfScope(Reason reason) ->
          housekeeping.record(event, DocumentState.IGNORED, reason);
      case EventSubject.Unreadable(Reason reason) ->
          housekeeping.record(event, DocumentState.HELD, reason);
    }
  }
}
