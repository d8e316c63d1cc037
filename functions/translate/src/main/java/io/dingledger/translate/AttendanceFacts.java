package io.dingledger.translate;

import io.dingledger.model.document.DocumentHeader;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.event.EventSubject.PunchSeen;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.store.AttendanceMarks;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.rules.RuleBook;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Punches and the results of days: documents that no approval brings. A punch is all in its push; a
 * day is only marked, and the patrol reads the marked days of many people with few calls.
 */
final class AttendanceFacts {
  private static final int MOST_TRIES = 20;
  private static final String DAY = "day:";
  private static final String PUNCH = "punch:";
  private static final int DATE_LENGTH = 10;

  /** How a reading of a day stands among the events of its document. */
  private static final String READ = "read:";

  private final DocumentStore documents;
  private final AttendanceMarks marks;
  private final SuiteReader suites;
  private final Directories directories;
  private final RuleBookSource ruleBooks;
  private final FactTranslation translation;
  private final Housekeeping housekeeping;
  private final InstantSource clock;

  AttendanceFacts(
      TranslatePorts ports,
      Directories directories,
      FactTranslation translation,
      Housekeeping housekeeping,
      InstantSource clock) {
    this.documents = ports.stores().documents();
    this.marks = ports.stores().marks();
    this.suites = ports.suites();
    this.directories = directories;
    this.ruleBooks = ports.ruleBooks();
    this.translation = translation;
    this.housekeeping = housekeeping;
    this.clock = clock;
  }

  /**
   * A push tells of punches, or that days have to be read again. As long as nobody has said what is
   * wanted, such pushes are ignored: there are thousands, and no review queue would survive them.
   */
  void happened(SourceEvent event, EventSubject.Attendance attendance) {
    switch (ruleBooks.of(event.tenant())) {
      case RuleBookSource.Active.Unusable(Reason reason) ->
          housekeeping.record(event, DocumentState.IGNORED, reason);
      case RuleBookSource.Active.Waiting(Failure why, Reason reason) ->
          housekeeping.record(event, DocumentState.IGNORED, reason);
      case RuleBookSource.Active.Ready ready -> noted(event, attendance, ready);
    }
  }

  private void noted(
      SourceEvent event, EventSubject.Attendance attendance, RuleBookSource.Active.Ready ready) {
    List<PersonDay> days =
        attendance.days().stream()
            .filter(day -> wants(ready, day.day(), DocumentKind.DAILY_RESULT))
            .toList();
    List<PunchSeen> punches =
        attendance.punches().stream()
            .filter(punch -> wants(ready, dayOf(punch, ready), DocumentKind.PUNCH))
            .toList();
    if (housekeeping.isKnown(event)) {
      return;
    }
    days.forEach(day -> marks.mark(event.tenant(), day, clock.instant()));
    punches.forEach(punch -> punched(event.tenant(), ready, punch));
    TranslateReason reason =
        days.isEmpty() && punches.isEmpty()
            ? TranslateReason.ATTENDANCE_NOT_WANTED
            : TranslateReason.ATTENDANCE_NOTED;
    housekeeping.record(event, DocumentState.IGNORED, Reason.of(reason));
  }

  /** Before the first rule book nobody has said what is wanted. */
  private static boolean wants(
      RuleBookSource.Active.Ready ready, LocalDate day, DocumentKind kind) {
    return ready.books().on(day) instanceof RuleBooksByDate.InForce.Version inForce
        && inForce.book().outOfScope(kind).isEmpty();
  }

  private static LocalDate dayOf(PunchSeen punch, RuleBookSource.Active active) {
    return punch.at().atZone(FactTranslation.zone(active)).toLocalDate();
  }

  private void punched(Tenant tenant, RuleBookSource.Active active, PunchSeen punch) {
    DocumentId id = DocumentId.ofPunch(punch.userId(), punch.at());
    // A punch that is known and not done yet is the retry step's.
    if (documents.find(tenant, id).isEmpty()) {
      translation.of(announced(tenant, id), active, punchFact(punch, active));
    }
  }

  /** A later reading of a day counts; one that says the same changes nothing. */
  void dayRead(TranslateWork.DayRead read) {
    DocumentId id = DocumentId.ofDay(read.day().userId(), read.day().day());
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      DocumentRecord record =
          documents.find(read.tenant(), id).orElseGet(() -> announced(read.tenant(), id));
      boolean isOld = lastRead(record).filter(last -> !last.isBefore(read.readAt())).isPresent();
      boolean saysTheSame =
          record.version() > 0
              && record.isTranslated()
              && documents.raw(read.tenant(), id).equals(Optional.of(read.results()));
      if (isOld || saysTheSame || dayRead(record, read)) {
        return;
      }
    }
    throw new IllegalStateException("record of " + id + " is written all the time");
  }

  private boolean dayRead(DocumentRecord record, TranslateWork.DayRead read) {
    DocumentRecord heard = record.changed().heardOf(READ + read.readAt()).build();
    if (record.hasPostings()) {
      return heldAfterPosting(heard, read.day());
    }
    RuleBookSource.Active active = ruleBooks.of(read.tenant());
    return translation.of(heard, active, dayFact(read.day(), read.results()));
  }

  private boolean heldAfterPosting(DocumentRecord heard, PersonDay day) {
    Reason reason = Reason.of(TranslateReason.DAY_CHANGED_AFTER_POSTING, day.userId(), day.day());
    DocumentRecord doubtful = heard.held().changed().reasons(List.of(reason)).build();
    return documents
        .save(doubtful.noting(clock.instant(), "translate", "HELD", reason.code()))
        .isPresent();
  }

  /** Whether a document is a fact that no approval brings. */
  static boolean isFact(DocumentId id) {
    return id.value().startsWith(PUNCH) || id.value().startsWith(DAY);
  }

  /** A known fact is due for another try: it is kept as it was pushed or read. */
  void again(DocumentRecord record) {
    Optional<String> raw = documents.raw(record.tenant(), record.id());
    if (record.isTranslated() || raw.isEmpty()) {
      return;
    }
    RuleBookSource.Active active = ruleBooks.of(record.tenant());
    String id = record.id().value();
    if (id.startsWith(PUNCH)) {
      PunchText.read(raw.get())
          .ifPresent(punch -> translation.of(record, active, punchFact(punch, active)));
    } else {
      dayOf(record.id()).ifPresent(day -> translation.of(record, active, dayFact(day, raw.get())));
    }
  }

  /** Whose day a document is the result of; empty when it is none. */
  static Optional<PersonDay> dayOf(DocumentId document) {
    String id = document.value();
    if (!id.startsWith(DAY)) {
      return Optional.empty();
    }
    String day = id.substring(DAY.length(), DAY.length() + DATE_LENGTH);
    String userId = id.substring(DAY.length() + DATE_LENGTH + 1);
    return Optional.of(new PersonDay(userId, LocalDate.parse(day)));
  }

  private FactTranslation.Fact dayFact(PersonDay day, String rows) {
    return new FactTranslation.Fact(
        DocumentKind.DAILY_RESULT,
        "考勤 " + day.day(),
        day.day(),
        rows,
        new Attendance(
            DocumentKind.DAILY_RESULT,
            day.userId(),
            day.day(),
            header -> suites.dailyResult(header, rows)));
  }

  private FactTranslation.Fact punchFact(PunchSeen punch, RuleBookSource.Active active) {
    var local = punch.at().atZone(FactTranslation.zone(active)).toLocalDateTime();
    return new FactTranslation.Fact(
        DocumentKind.PUNCH,
        "打卡 " + local.toLocalDate() + " " + local.toLocalTime(),
        local.toLocalDate(),
        PunchText.of(punch),
        new Attendance(
            DocumentKind.PUNCH,
            punch.userId(),
            local.toLocalDate(),
            header -> suites.punch(header, punch)));
  }

  /** Somebody's attendance, typed by what DingTalk told of it. */
  private final class Attendance implements FactTranslation.Content {
    private final DocumentKind kind;
    private final String userId;
    private final LocalDate day;
    private final Function<DocumentHeader, Reading> reader;

    private Attendance(
        DocumentKind kind, String userId, LocalDate day, Function<DocumentHeader, Reading> reader) {
      this.kind = kind;
      this.userId = userId;
      this.day = day;
      this.reader = reader;
    }

    @Override
    public Optional<Reason> unwanted(RuleBook book) {
      return book.outOfScope(kind);
    }

    @Override
    public Answer<FactTranslation.Prepared> prepared(TenantSettings tenant, DocumentRecord record) {
      return directories
          .of(tenant.app(), userId, "", List.of())
          .map(known -> Headers.of(record.id(), record.title(), userId, day, known))
          .map(
              header -> {
                Reading reading = reader.apply(header);
                return new FactTranslation.Prepared(
                    header,
                    Optional.of(reading),
                    (book, context) -> book.translate(context, reading));
              });
    }
  }

  private static Optional<Instant> lastRead(DocumentRecord record) {
    return record.eventIds().stream()
        .filter(id -> id.startsWith(READ))
        .map(id -> Instant.parse(id.substring(READ.length())))
        .max(Comparator.naturalOrder());
  }

  private DocumentRecord announced(Tenant tenant, DocumentId id) {
    return DocumentRecord.announced(tenant, id, Optional.empty(), clock.instant());
  }
}
