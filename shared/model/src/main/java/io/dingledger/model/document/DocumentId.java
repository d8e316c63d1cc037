package io.dingledger.model.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/**
 * A source document's identifier within its tenant: DingTalk's process instance id, or one of ours
 * with a prefix: {@code event:} for a push that concerns no document, {@code day:} and {@code
 * punch:} for attendance facts, {@code pay:} for months of pay, {@code notice:} for notices, {@code
 * in:} for documents of other systems.
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

  /**
   * The identifier of a document of another system than DingTalk.
   *
   * @param source which, see {@link Inbound}
   * @param id its identifier there
   * @throws IllegalArgumentException when that is blank or too long
   */
  public static DocumentId ofInbound(Inbound source, String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("not a document identifier");
    }
    return new DocumentId(source.prefix() + id);
  }

  /** From which other system a document is; empty when it is DingTalk's or ours. */
  public Optional<Inbound> inbound() {
    return Arrays.stream(Inbound.values())
        .filter(source -> value.startsWith(source.prefix()))
        .findFirst();
  }

  /** The identifier that a document has in the system that it came from. */
  public String atItsSource() {
    return inbound().map(source -> value.substring(source.prefix().length())).orElse(value);
  }

  /** Other systems that documents come from. */
  public enum Inbound {
    /** Whoever signs with the tenant's secrets: Zapier, n8n, a program of its own. */
    API("in:api:"),
    /** The expense system 合思 (易快报). */
    HOSE("in:hose:");

    private final String prefix;

    Inbound(String prefix) {
      this.prefix = prefix;
    }

    /** What stands before the identifiers of its documents. */
    public String prefix() {
      return prefix;
    }

    /** The longest identifier that a document may have there. */
    public int longest() {
      return LONGEST - prefix.length();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
