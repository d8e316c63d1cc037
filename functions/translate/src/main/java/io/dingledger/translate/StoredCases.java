package io.dingledger.translate;

import io.dingledger.dingtalk.client.StoredApproval;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.platform.store.DirectoryStore.Known;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.rules.simulation.CaseDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of what is stored of a document what a rule book needs to see of it. DingTalk is never
 * asked: what is not stored is not there, and people are as they were read last.
 */
public final class StoredCases {
  private final DocumentStore documents;
  private final DirectoryStore directory;
  private final SuiteReader suites;
  private final ApprovalMemory memory;

  /** Cases from these stores, read by shared/dingtalk. */
  public StoredCases(DocumentStore documents, DirectoryStore directory) {
    this(documents, directory, new SuiteDocuments(), StoredApproval::read);
  }

  StoredCases(
      DocumentStore documents,
      DirectoryStore directory,
      SuiteReader suites,
      ApprovalMemory memory) {
    this.documents = documents;
    this.directory = directory;
    this.suites = suites;
    this.memory = memory;
  }

  /** The document; empty when it was never fetched, or when there is nothing to fetch of it. */
  public Optional<CaseDocument> of(TenantSettings tenant, DocumentRecord record) {
    return documents
        .raw(record.tenant(), record.id())
        .flatMap(
            raw ->
                record.approval().isPresent()
                    ? record
                        .approval()
                        .flatMap(said -> memory.read(said, raw))
                        .map(detail -> approval(tenant, detail))
                    : fact(tenant, record, raw));
  }

  private CaseDocument approval(TenantSettings tenant, ApprovalDetail detail) {
    Directory known =
        snapshot(
            tenant.tenant(),
            detail.originatorUserId(),
            detail.originatorDepartmentId(),
            suites.peopleNamed(detail.form()));
    DocumentHeader header = Headers.of(detail, known, tenant.zone());
    return new CaseDocument.Approval(name(detail), detail, suites.suite(detail, header), known);
  }

  private static String name(ApprovalDetail detail) {
    return detail.businessId().isEmpty() ? detail.id().value() : detail.businessId();
  }

  private Optional<CaseDocument> fact(TenantSettings tenant, DocumentRecord record, String raw) {
    if (record.id().inbound().isPresent()) {
      return inbound(tenant, record, raw);
    }
    Optional<PersonDay> day = AttendanceFacts.dayOf(record.id());
    if (day.isPresent()) {
      DocumentHeader header = header(record, day.get().userId(), day.get().day());
      return Optional.of(
          new CaseDocument.Fact(record.id().value(), suites.dailyResult(header, raw)));
    }
    return PunchText.read(raw)
        .filter(punch -> AttendanceFacts.isFact(record.id()))
        .map(
            punch ->
                new CaseDocument.Fact(
                    record.id().value(),
                    suites.punch(header(record, punch.userId(), date(punch, tenant)), punch)));
  }

  private Optional<CaseDocument> inbound(TenantSettings tenant, DocumentRecord record, String raw) {
    DocumentId.Inbound source = record.id().inbound().orElseThrow();
    Optional<String> text =
        switch (source) {
          case API -> Optional.of(raw);
          case HOSE ->
              HoseDocuments.written(
                  tenant, record, raw, userId -> snapshot(tenant.tenant(), userId, "", List.of()));
        };
    return text.flatMap(
        written ->
            WrittenContent.stored(
                written, source.prefix(), tenant.tenant(), tenant.zone(), directory));
  }

  private static LocalDate date(PunchSeen punch, TenantSettings tenant) {
    return LocalDate.ofInstant(punch.at(), tenant.zone());
  }

  private DocumentHeader header(DocumentRecord record, String userId, LocalDate day) {
    Directory known = snapshot(record.tenant(), userId, "", List.of());
    return Headers.of(record.id(), record.title(), userId, day, known);
  }

  private Directory snapshot(
      Tenant tenant, String originator, String departmentId, List<String> named) {
    Map<String, Person> people = new HashMap<>();
    List<String> all = new ArrayList<>(List.of(originator));
    all.addAll(named);
    all.stream()
        .filter(userId -> !userId.isBlank())
        .forEach(
            userId ->
                directory
                    .person(tenant, userId)
                    .map(Known::value)
                    .ifPresent(person -> people.put(userId, person)));
    String asked =
        departmentId.isEmpty()
            ? Optional.ofNullable(people.get(originator))
                .flatMap(person -> person.departmentIds().stream().findFirst())
                .orElse("")
            : departmentId;
    return new Directory(people, departments(tenant, asked));
  }

  private Map<String, Department> departments(Tenant tenant, String asked) {
    Map<String, Department> departments = new HashMap<>();
    if (!asked.isBlank()) {
      directory
          .department(tenant, Directories.idOf(asked))
          .map(Known::value)
          .ifPresent(
              found -> {
                departments.put(asked, found);
                departments.put(found.id(), found);
              });
    }
    return departments;
  }
}
