package io.dingledger.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status the status code
 * @param headers the headers by name
 * @param body the body
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
  public Reply {
    headers = Map.copyOf(headers);
  }

  /** An answer with a JSON body. */
  public static Reply json(int status, JsonNode body) {
    return json(status, "application/json", body);
  }

  /** An answer with a JSON body of a more special type. */
  public static Reply json(int status, String type, JsonNode body) {
    return text(status, type + "; charset=utf-8", body.toString());
  }

  /** Why a request was refused, as {@code application/problem+json} (RFC 9457). */
  public static Reply problem(int status, Request request, Reason reason) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", "urn:dingledger:problem:" + reason.code());
    body.put("title", "refused");
    body.put("status", status);
    body.put("instance", request.path());
    body.put("code", reason.code());
    body.put("zh", reason.chinese());
    body.put("en", reason.english());
    return json(status, "application/problem+json", body);
  }

  /** An answer with text. */
  public static Reply text(int status, String type, String text) {
    return new Reply(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
  }
}
