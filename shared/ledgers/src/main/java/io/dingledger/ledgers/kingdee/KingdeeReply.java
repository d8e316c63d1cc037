package io.dingledger.ledgers.kingdee;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.http.Exchange;
import io.dingledger.ledgers.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shapes in which Kingdee answers with HTTP 200. Which one comes depends on the service, on the
 * version, and on where in the server a failure happened.
 */
sealed interface KingdeeReply {
  /** Rows of a query: an array, perhaps empty, of arrays or of objects. */
  record Rows(JsonNode rows) implements KingdeeReply {}

  /**
   * An outcome.
   *
   * @param success what it says of itself
   * @param messageCode {@code MsgCode}; 0 when absent
   * @param messages the texts of its errors
   * @param result what the outcome is about; a missing node when there is nothing
   */
  record Status(boolean success, int messageCode, List<String> messages, JsonNode result)
      implements KingdeeReply {
    public Status {
      messages = List.copyOf(messages);
    }

    /** All texts of its errors. */
    String words() {
      return String.join("; ", messages);
    }
  }

  /** Text that begins with {@code response_error:}. */
  record ResponseError(String words) implements KingdeeReply {}

  /** A web page. */
  record Page() implements KingdeeReply {}

  /** Nothing that is known. */
  record Unreadable(String why) implements KingdeeReply {}

  /** Reads the body of an answer; never throws. */
  static KingdeeReply read(String body) {
    String text = body.startsWith("\uFEFF") ? body.substring(1).strip() : body.strip();
    if (text.isEmpty()) {
      return new Unreadable("empty");
    }
    if (Exchange.Answered.isPage(text)) {
      return new Page();
    }
    if (text.regionMatches(true, 0, "response_error:", 0, "response_error:".length())) {
      return new ResponseError(text);
    }
    Optional<JsonNode> tree = Json.tree(text);
    return tree.<KingdeeReply>map(ReplyReader::read).orElseGet(() -> new Unreadable("not JSON"));
  }

  /** Finds the shape of a tree. */
  final class ReplyReader {
    private ReplyReader() {}

    private static KingdeeReply read(JsonNode tree) {
      if (tree.isTextual()) {
        String inner = tree.asText();
        return inner.startsWith("\"") ? new Unreadable("text") : KingdeeReply.read(inner);
      }
      JsonNode first = tree.path(0).isArray() ? tree.path(0).path(0) : tree.path(0);
      JsonNode wrapped = tree.isArray() ? first : tree;
      if (wrapped.path("Result").path("ResponseStatus").isObject()) {
        return status(wrapped.path("Result"));
      }
      if (tree.isArray() && isError(first)) {
        return new Status(false, 0, messages(tree), first.path("Result"));
      }
      return tree.isArray() ? new Rows(tree) : new Unreadable("an object without a result");
    }

    private static boolean isError(JsonNode entry) {
      return entry.has("Message") && (entry.has("FieldName") || entry.has("DIndex"));
    }

    private static Status status(JsonNode result) {
      JsonNode status = result.path("ResponseStatus");
      return new Status(
          status.path("IsSuccess").asBoolean(false),
          status.path("MsgCode").asInt(0),
          messages(status.path("Errors")),
          result);
    }

    private static List<String> messages(JsonNode errors) {
      List<String> messages = new ArrayList<>();
      for (JsonNode error : errors) {
        String field = Json.scalar(error.path("FieldName"));
        String message = Json.scalar(error.path("Message"));
        messages.add(field.isEmpty() ? message : field + ": " + message);
      }
      return messages;
    }
  }
}
