package io.dingledger.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decodes queries and path segments. */
public final class QueryString {
  private QueryString() {}

  /**
   * The parameters of a query. As API Gateway's HTTP APIs do in payload format 2.0, values are
   * decoded and repeated parameters are joined with commas.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
   *     format 2.0</a>
   */
  public static Map<String, String> decoded(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        parameters.merge(
            text(parts[0]), parts.length > 1 ? text(parts[1]) : "", (a, b) -> a + "," + b);
      }
    }
    return parameters;
  }

  /** A decoded path segment; a plus sign is a plus sign there. */
  public static String segment(String segment) {
    return text(segment.replace("+", "%2B"));
  }

  private static String text(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }
}
