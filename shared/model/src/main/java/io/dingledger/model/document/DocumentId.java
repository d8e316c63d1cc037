package io.dingledger.model.document;

/**
 * A source document's identifier within its tenant: DingTalk's process instance id, or {@code
 * event:} and an event id for a push that concerns no document.
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

  @Override
  public String toString() {
    return value;
  }
}
