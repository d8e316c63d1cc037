package io.dingledger.rules.simulation;

import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.DocumentKind;
import io.dingledger.model.document.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A document that a rule book is tried on. Nothing is fetched for it: it brings all it needs. */
public sealed interface CaseDocument {
  /**
   * What people call it: a file's name, or that with the number of the document within the file.
   */
  String name();

  /** The document's identifier, by which pay items and vouchers name it. */
  DocumentId id();

  /**
   * The day on which it counts: the day of approval, or the day of attendance.
   *
   * @param zone the zone in which business dates are dates
   */
  LocalDate businessDate(ZoneId zone);

  /**
   * An approval as DingTalk told it; the book's scope decides what it is.
   *
   * @param detail the approval
   * @param suite the document as typed from a suite of DingTalk's own, if it is one
   * @param directory the people and departments that it names
   */
  record Approval(String name, ApprovalDetail detail, Optional<Reading> suite, Directory directory)
      implements CaseDocument {
    @Override
    public DocumentId id() {
      return detail.id();
    }

    @Override
    public LocalDate businessDate(ZoneId zone) {
      return approvedOn(detail, zone);
    }
  }

  /**
   * A document of a kind that forms map, written down field by field; no scope is asked.
   *
   * @param detail components carry the fields' names as {@code bizAlias}
   */
  record Written(String name, DocumentKind kind, ApprovalDetail detail, Directory directory)
      implements CaseDocument {
    @Override
    public DocumentId id() {
      return detail.id();
    }

    @Override
    public LocalDate businessDate(ZoneId zone) {
      return approvedOn(detail, zone);
    }
  }

  /** A suite of DingTalk's own that was written down, so that no scope is asked. */
  record Suite(String name, Reading reading, Directory directory) implements CaseDocument {
    @Override
    public DocumentId id() {
      return reading.document().header().id();
    }

    @Override
    public LocalDate businessDate(ZoneId zone) {
      return reading.document().header().businessDate();
    }
  }

  /** Attendance that no approval brings: a day's result, a punch. */
  record Fact(String name, Reading reading) implements CaseDocument {
    @Override
    public DocumentId id() {
      return reading.document().header().id();
    }

    @Override
    public LocalDate businessDate(ZoneId zone) {
      return reading.document().header().businessDate();
    }
  }

  private static LocalDate approvedOn(ApprovalDetail detail, ZoneId zone) {
    return detail.finishedAt().orElse(detail.createdAt()).atZone(zone).toLocalDate();
  }
}
