package io.dingledger.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A received HTTP request.
 *
 * @param method the method, in capitals
 * @param path the path as sent, not decoded
 * @param query the query as sent, not decoded, without its question mark; empty when there is none
 * @param headers the headers by lower-case name; repeated ones are joined with commas
 * @param body the body
 * @param remoteAddress who sent it
 */
public record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    String remoteAddress) {
  public Request {
    headers = Map.copyOf(headers);
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** A header's value, empty when it was not sent. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** The query's parameters, decoded. */
  public Map<String, String> parameters() {
    return QueryString.decoded(query);
  }
}
