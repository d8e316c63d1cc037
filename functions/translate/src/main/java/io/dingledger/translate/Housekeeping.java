package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Notices;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Events that bring no document of their own. Each leaves one small record with its reason: it
 * costs one write, and a callback that was answered ends where a person can see it.
 */
final class Housekeeping {
  private final DocumentStore documents;
  private final DirectoryStore directory;
  private final Notices notices;
  private final RuleBookSource ruleBooks;
  private final InstantSource clock;

  Housekeeping(TranslatePorts ports, InstantSource clock) {
    this.documents = ports.stores().documents();
    this.directory = ports.stores().directory();
    this.notices = ports.stores().notices();
    this.ruleBooks = ports.ruleBooks();
    this.clock = clock;
  }

  /** What is known of these people is out of date; a repeat does not undo a later reading. */
  void peopleChanged(SourceEvent event, EventSubject.PeopleChanged changed) {
    directory.stalePeople(event.tenant(), changed.userIds(), event.occurredAt());
    record(event, DocumentState.IGNORED, Reason.of(TranslateReason.DIRECTORY_NOTED));
  }

  /** What is known of these departments is out of date. */
  void departmentsChanged(SourceEvent event, EventSubject.DepartmentsChanged changed) {
    directory.staleDepartments(event.tenant(), changed.departmentIds(), event.occurredAt());
    record(event, DocumentState.IGNORED, Reason.of(TranslateReason.DIRECTORY_NOTED));
  }

  /**
   * A form that the rule book reads must be looked at by a person; any other is nobody's affair.
   */
  void formChanged(SourceEvent event, EventSubject.FormChanged changed) {
    if (isKnown(event)) {
      return;
    }
    boolean isUsed = isUsed(event.tenant(), changed.processCode());
    Reason reason =
        isUsed
            ? Reason.of(TranslateReason.FORM_CHANGED, changed.processCode(), changed.change())
            : Reason.of(TranslateReason.FORM_NOT_USED, changed.processCode());
    if (isUsed) {
      notices.raise(event.tenant(), "form:" + changed.processCode(), reason);
    }
    record(event, DocumentState.IGNORED, reason);
  }

  /** By the rule book in force today, or by one that will be. */
  private boolean isUsed(Tenant tenant, String processCode) {
    return ruleBooks.of(tenant) instanceof RuleBookSource.Active.Ready ready
        && ready
            .books()
            .between(LocalDate.ofInstant(clock.instant(), ready.settings().zone()), LocalDate.MAX)
            .stream()
            .filter(RuleBooksByDate.InForce.Version.class::isInstance)
            .map(RuleBooksByDate.InForce.Version.class::cast)
            .anyMatch(inForce -> inForce.book().processCodes().contains(processCode));
  }

  /** Records how an event ended, once. */
  void record(SourceEvent event, DocumentState state, Reason reason) {
    if (isKnown(event)) {
      return;
    }
    DocumentRecord record =
        DocumentRecord.announced(event.tenant(), idOf(event), Optional.empty(), clock.instant())
            .changed()
            .kind(event.type())
            .title(event.type())
            .heardOf(event.eventId())
            .state(state)
            .reasons(List.of(reason))
            .build();
    documents.save(record.noting(clock.instant(), "translate", state.name(), reason.code()));
  }

  /** Whether this very event has come to its end before. */
  boolean isKnown(SourceEvent event) {
    return documents.find(event.tenant(), idOf(event)).isPresent();
  }

  private static DocumentId idOf(SourceEvent event) {
    return DocumentId.ofEvent(event.eventId());
  }
}
