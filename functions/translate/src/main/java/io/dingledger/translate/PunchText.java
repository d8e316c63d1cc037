package io.dingledger.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dingledger.model.event.EventSubject.PunchSeen;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A punch as it is kept, so that it can be translated again: one push can tell several. */
final class PunchText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PunchText() {}

  /** A punch as a JSON object. */
  static String of(PunchSeen punch) {
    return JSON.createObjectNode()
        .put("userId", punch.userId())
        .put("id", punch.id())
        .put("at", punch.at().toString())
        .put("method", punch.method())
        .put("outside", punch.outside())
        .put("byPerson", punch.byPerson())
        .toString();
  }

  /** The punch; empty when the text is not one. */
  static Optional<PunchSeen> read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return Optional.of(
          new PunchSeen(
              json.path("userId").asText(),
              json.path("id").asText(),
              Instant.parse(json.path("at").asText()),
              json.path("method").asText(),
              json.path("outside").asBoolean(),
              json.path("byPerson").asBoolean()));
    } catch (JsonProcessingException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
