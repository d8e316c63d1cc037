package io.dingledger.translate;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Person;
import io.dingledger.model.document.Reading;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.platform.store.DirectoryStore;
import io.dingledger.rules.Finding;
import io.dingledger.rules.RuleBook;
import io.dingledger.rules.Translation;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.written.Written;
import io.dingledger.rules.written.WrittenDocuments;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A document in the published written form. People who are only named by their user id are those of
 * the company's directory at DingTalk; whoever is described is as described.
 */
final class WrittenContent implements FactTranslation.Content {
  private static final Directory NOBODY = new Directory(Map.of(), Map.of());

  private final String text;
  private final String prefix;
  private final ZoneId zone;
  private final Directories directories;
  private final CaseDocument document;

  private WrittenContent(
      String text, String prefix, ZoneId zone, Directories directories, CaseDocument document) {
    this.text = text;
    this.prefix = prefix;
    this.zone = zone;
    this.directories = directories;
    this.document = document;
  }

  /** What reading a text gave. */
  sealed interface Read {
    /** The document. */
    record Content(WrittenContent content) implements Read {}

    /** Why it can't be used. */
    record Unreadable(Reason reason) implements Read {}
  }

  /**
   * Reads a text.
   *
   * @param prefix what stands before its identifier
   * @param zone the tenant's
   */
  static Read read(String text, String prefix, ZoneId zone, Directories directories) {
    return switch (written(text, prefix, NOBODY, zone)) {
      case Written.Faulty(List<Finding> faults) -> {
        Finding first = faults.getFirst();
        String place = first.line() + ":" + first.column() + " " + first.reason().code();
        yield new Read.Unreadable(Reason.of(InboundReason.UNREADABLE, place));
      }
      case Written.Documents(List<CaseDocument> documents) ->
          new Read.Content(
              new WrittenContent(text, prefix, zone, directories, documents.getFirst()));
    };
  }

  private static Written written(String text, String prefix, Directory known, ZoneId zone) {
    return WrittenDocuments.readSent(text, new WrittenDocuments.Sent(prefix, known), zone);
  }

  /** Whether two texts say the same, however they are written. */
  static boolean sayTheSame(String one, String other, String prefix, ZoneId zone) {
    return one.equals(other)
        || written(one, prefix, NOBODY, zone) instanceof Written.Documents(List<CaseDocument> first)
            && written(other, prefix, NOBODY, zone)
                instanceof Written.Documents(List<CaseDocument> second)
            && first.equals(second);
  }

  /** The case for a simulation, with people as they were read last. */
  static Optional<CaseDocument> stored(
      String text, String prefix, Tenant tenant, ZoneId zone, DirectoryStore snapshot) {
    return written(text, prefix, NOBODY, zone) instanceof Written.Documents(var documents)
        ? whole(text, prefix, zone, known(documents.getFirst(), tenant, snapshot))
        : Optional.empty();
  }

  private static Directory known(CaseDocument document, Tenant tenant, DirectoryStore snapshot) {
    Map<String, Person> people = new HashMap<>();
    undescribed(document)
        .forEach(
            userId ->
                snapshot
                    .person(tenant, userId)
                    .ifPresent(found -> people.put(userId, found.value())));
    Map<String, Department> departments = new HashMap<>();
    people.values().stream()
        .flatMap(person -> person.departmentIds().stream())
        .forEach(
            id ->
                snapshot
                    .department(tenant, id)
                    .ifPresent(found -> departments.put(id, found.value())));
    return new Directory(people, departments);
  }

  private static Optional<CaseDocument> whole(
      String text, String prefix, ZoneId zone, Directory known) {
    return written(text, prefix, known, zone) instanceof Written.Documents(var documents)
        ? Optional.of(documents.getFirst())
        : Optional.empty();
  }

  DocumentKind kind() {
    return switch (document) {
      case CaseDocument.Written written -> written.kind();
      case CaseDocument.Approval approval -> DocumentKind.UNRECOGNISED;
      case CaseDocument.Suite suite -> suite.reading().document().kind();
      case CaseDocument.Fact fact -> fact.reading().document().kind();
    };
  }

  String title() {
    return header(document).title();
  }

  String businessId() {
    return header(document).businessId();
  }

  LocalDate day() {
    return document.businessDate(zone);
  }

  private DocumentHeader header(CaseDocument each) {
    return switch (each) {
      case CaseDocument.Written(var name, var kind, ApprovalDetail detail, Directory people) ->
          Headers.of(detail, people, zone);
      case CaseDocument.Approval(var name, ApprovalDetail detail, var suite, Directory people) ->
          Headers.of(detail, people, zone);
      case CaseDocument.Suite suite -> suite.reading().document().header();
      case CaseDocument.Fact fact -> fact.reading().document().header();
    };
  }

  /** Attendance can be out of scope; for all else the book only needs rules. */
  @Override
  public Optional<Reason> unwanted(RuleBook book) {
    return document instanceof CaseDocument.Fact ? book.outOfScope(kind()) : Optional.empty();
  }

  @Override
  public Answer<FactTranslation.Prepared> prepared(TenantSettings tenant, DocumentRecord record) {
    List<String> named = undescribed(document);
    if (named.isEmpty()) {
      return new Answer.Got<>(asItIs());
    }
    String originator = header(document).originator().userId();
    String asked = named.contains(originator) ? originator : "";
    List<String> others = named.stream().filter(userId -> !userId.equals(asked)).toList();
    return directories
        .of(tenant.app(), asked, "", others)
        .map(known -> prepared(whole(text, prefix, zone, known).orElse(document)));
  }

  /** Ready, with nobody looked up. */
  FactTranslation.Prepared asItIs() {
    return prepared(document);
  }

  private FactTranslation.Prepared prepared(CaseDocument whole) {
    return new FactTranslation.Prepared(
        header(whole), typed(whole), (book, context) -> translated(book, context, whole));
  }

  private static Optional<Reading> typed(CaseDocument each) {
    return switch (each) {
      case CaseDocument.Written written -> Optional.empty();
      case CaseDocument.Approval approval -> approval.suite();
      case CaseDocument.Suite suite -> Optional.of(suite.reading());
      case CaseDocument.Fact fact -> Optional.of(fact.reading());
    };
  }

  private static Translation translated(
      RuleBook book, RuleBook.Context context, CaseDocument each) {
    return switch (each) {
      case CaseDocument.Written(var name, var kind, var detail, var people) ->
          book.translateWritten(context, kind, detail, people);
      case CaseDocument.Approval(var name, var detail, var suite, var people) ->
          book.translate(context, detail, suite, people);
      case CaseDocument.Suite(var name, var reading, var people) ->
          book.translateWritten(context, reading, people);
      case CaseDocument.Fact(var name, var reading) -> book.translate(context, reading);
    };
  }

  /** Those of whom nothing but the user id is said. */
  private static List<String> undescribed(CaseDocument document) {
    Stream<Person> people =
        switch (document) {
          case CaseDocument.Written written -> written.directory().people().values().stream();
          case CaseDocument.Approval approval -> Stream.empty();
          case CaseDocument.Suite suite -> suite.directory().people().values().stream();
          case CaseDocument.Fact fact -> Stream.of(fact.reading().document().header().originator());
        };
    return people
        .filter(person -> person.equals(new Person(person.userId(), "", "")))
        .map(Person::userId)
        .filter(userId -> !userId.isBlank())
        .sorted()
        .toList();
  }
}
