package io.dingledger.model.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A source document's identifier within its tenant: DingTalk's process instance id, or one of ours
 * with a prefix: {@code event:} for a push that concerns no document, {@code day:} and {@code
 * punch:} for attendance facts, {@code pay:} for months of pay, {@code notice:} for notices.
 */
public record DocumentId(String value) {
  /** The longest identifier that is accepted. */
  public static final int LONGEST = 200;

  public DocumentId {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("not a document identifier");
    }
  }

  /** The identifier under which a push without a document is recorded. */
  public static DocumentId ofEvent(String eventId) {
    return new DocumentId("event:" + eventId);
  }

  /** The identifier of the results of a person's day. */
  public static DocumentId ofDay(String userId, LocalDate day) {
    return new DocumentId("day:" + day + ":" + userId);
  }

  /** The identifier of a punch; one person makes one at a time. */
  public static DocumentId ofPunch(String userId, Instant at) {
    return new DocumentId("punch:" + at + ":" + userId);
  }

  /** The identifier under which a notice stands that belongs to no single document. */
  public static DocumentId ofNotice(String id) {
    return new DocumentId("notice:" + id);
  }

  /** The identifier of a month of pay that is closed. */
  public static DocumentId ofPayPeriod(YearMonth month) {
    return new DocumentId("pay:" + month);
  }

  @Override
  public String toString() {
    return value;
  }
}
