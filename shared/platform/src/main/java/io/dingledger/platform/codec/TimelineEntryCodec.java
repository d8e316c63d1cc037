package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.progress.TimelineEntry;
import java.util.List;

/** {@code {at, actor, what, detail}}. */
public final class TimelineEntryCodec implements JsonCodec<TimelineEntry> {
  private static final String ENTRIES = "entries";

  @Override
  public ObjectNode toJson(TimelineEntry entry) {
    return Json.object()
        .put("at", entry.at().toString())
        .put("actor", entry.actor())
        .put("what", entry.what())
        .put("detail", entry.detail());
  }

  @Override
  public TimelineEntry fromJson(JsonNode json) {
    return new TimelineEntry(
        Json.instant(json, "at"),
        Json.text(json, "actor"),
        Json.text(json, "what"),
        Json.text(json, "detail"));
  }

  /** Several entries as one text, in their order. */
  public String encodeAll(List<TimelineEntry> entries) {
    ObjectNode json = Json.object();
    Json.putList(json, ENTRIES, entries, this::toJson);
    return Json.text(json);
  }

  /**
   * The entries of a text.
   *
   * @throws Unreadable when it is none of {@link #encodeAll}
   */
  public List<TimelineEntry> decodeAll(String text) {
    try {
      return Json.list(Json.read(text), ENTRIES, this::fromJson);
    } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
      throw new Unreadable(ENTRIES);
    }
  }
}
