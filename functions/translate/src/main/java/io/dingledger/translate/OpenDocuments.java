package io.dingledger.translate;

import io.dingledger.model.document.DocumentId;
import io.dingledger.model.progress.DocumentRecord;
import io.dingledger.model.progress.DocumentState;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.store.AttendanceMarks;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Counts what may still bring pay items for a month. */
final class OpenDocuments {
  private static final Set<DocumentState> OPEN =
      EnumSet.of(
          DocumentState.RECEIVED, DocumentState.FETCHING, DocumentState.PARKED, DocumentState.HELD);
  private static final int PER_PAGE = 100;

  /** Enough to know that it is many. */
  private static final int MOST_PAGES = 10;

  private static final DocumentId NOTICE = DocumentId.ofNotice("");

  private final DocumentStore documents;
  private final AttendanceMarks marks;

  OpenDocuments(DocumentStore documents, AttendanceMarks marks) {
    this.documents = documents;
    this.marks = marks;
  }

  /**
   * The documents of a month that are still open. One whose day is not known yet counts by the day
   * on which it came.
   */
  int of(Tenant tenant, YearMonth month, ZoneId zone) {
    int found = 0;
    for (DocumentState state : OPEN) {
      Optional<String> cursor = Optional.empty();
      for (int pages = 0; pages == 0 || (cursor.isPresent() && pages < MOST_PAGES); pages++) {
        Page<DocumentRecord> page = documents.list(tenant, Optional.of(state), cursor, PER_PAGE);
        found += (int) page.items().stream().filter(record -> isOf(record, month, zone)).count();
        cursor = page.cursor();
      }
    }
    return found;
  }

  /** The days of people in a month whose attendance is still to be read. */
  int unreadDays(Tenant tenant, YearMonth month) {
    return (int)
        marks.upTo(tenant, month.atEndOfMonth()).stream()
            .filter(mark -> YearMonth.from(mark.day().day()).equals(month))
            .count();
  }

  private static boolean isOf(DocumentRecord record, YearMonth month, ZoneId zone) {
    LocalDate day =
        record.businessDate().orElseGet(() -> LocalDate.ofInstant(record.createdAt(), zone));
    boolean isDocument =
        !record.id().value().startsWith(NOTICE.value()) && !PeriodClose.isPayPeriod(record);
    return isDocument && YearMonth.from(day).equals(month);
  }
}
