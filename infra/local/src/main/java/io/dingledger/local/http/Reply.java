package io.dingledger.local.http;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** An answer with text. */
  public static Reply text(int status, String type, String text) {
    return new Reply(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
  }
}
