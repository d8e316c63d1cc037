package io.dingledger.ledgers.yonbip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dingledger.ledgers.http.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer of YonBIP says of itself. Business failures arrive with HTTP status 200.
 *
 * @param code its code as text, {@code 200} or {@code 00000} when good; empty when it has none
 * @param message its words
 * @param success its {@code success}, where it has one
 * @param data what it is about; a missing node when there is nothing
 */
record YonbipReply(String code, String message, Optional<Boolean> success, JsonNode data) {
  private static final String NO_TOKEN = "310001";
  private static final String BAD_TOKEN = "310036";
  private static final Pattern BAD_TOKEN_TEXT =
      Pattern.compile(
          "(非法|无效|过期|失效|invalid|expired).{0,10}token|token.{0,10}(非法|无效|过期|失效|invalid|expired)",
          Pattern.CASE_INSENSITIVE);

  /** No message of the gateway in plain text is longer. */
  private static final int LONGEST_PLAIN_TEXT = 200;

  /** Reads a body; empty when it is no answer of YonBIP. */
  static Optional<YonbipReply> read(String body) {
    String text = body.strip();
    if (text.length() <= LONGEST_PLAIN_TEXT
        && !text.startsWith("{")
        && !text.startsWith("<")
        && BAD_TOKEN_TEXT.matcher(text).find()) {
      return Optional.of(
          new YonbipReply(BAD_TOKEN, text, Optional.empty(), MissingNode.getInstance()));
    }
    return Json.tree(text).filter(JsonNode::isObject).flatMap(YonbipReply::of);
  }

  private static Optional<YonbipReply> of(JsonNode tree) {
    String code = Json.scalar(tree.path("code"));
    Optional<Boolean> success = flag(tree.path("success"));
    return code.isEmpty() && success.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new YonbipReply(code, Json.scalar(tree.path("message")), success, tree.path("data")));
  }

  private static Optional<Boolean> flag(JsonNode node) {
    String text = node.isBoolean() ? node.asText() : Json.scalar(node);
    return text.equals("true") || text.equals("false")
        ? Optional.of(text.equals("true"))
        : Optional.empty();
  }

  /** Whether it says that all is well, and nothing to the contrary. */
  boolean isGood() {
    boolean good = code.isEmpty() ? success.orElse(false) : code.equals("200");
    return good && success.orElse(true);
  }

  /** Whether the token was not accepted, so that nothing else was looked at. */
  boolean refusesToken() {
    return !isGood()
        && (code.equals(NO_TOKEN)
            || code.equals(BAD_TOKEN)
            || BAD_TOKEN_TEXT.matcher(message).find());
  }
}
