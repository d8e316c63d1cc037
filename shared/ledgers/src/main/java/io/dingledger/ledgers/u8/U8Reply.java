package io.dingledger.ledgers.u8;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.ledgers.http.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer of the platform says of itself. Failures arrive with HTTP status 200.
 *
 * @param code {@code errcode} as text, {@code 0} when good
 * @param message {@code errmsg}
 * @param tree the whole answer
 */
record U8Reply(String code, String message, JsonNode tree) {
  private static final Pattern BAD_TOKEN_TEXT =
      Pattern.compile(
          "token.{0,10}(过期|失效|无效|非法|不存在|错误|expired|invalid)"
              + "|(过期|失效|无效|非法|expired|invalid).{0,10}token",
          Pattern.CASE_INSENSITIVE);

  /** Reads a body; empty when it is no answer of the platform. */
  static Optional<U8Reply> read(String body) {
    return Json.tree(body.strip())
        .filter(JsonNode::isObject)
        .filter(tree -> !Json.scalar(tree.path("errcode")).isEmpty())
        .map(
            tree ->
                new U8Reply(
                    Json.scalar(tree.path("errcode")), Json.scalar(tree.path("errmsg")), tree));
  }

  /** Whether it says that all is well. */
  boolean isGood() {
    return code.equals("0");
  }

  /** Whether the token was not accepted, so that nothing else was looked at. */
  boolean refusesToken() {
    return !isGood() && BAD_TOKEN_TEXT.matcher(message).find();
  }
}
