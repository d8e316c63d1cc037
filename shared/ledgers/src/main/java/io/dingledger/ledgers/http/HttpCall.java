package io.dingledger.ledgers.http;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One request. It never prints its address, headers or body: they carry credentials.
 *
 * @param method for example {@code POST}
 * @param target where to
 * @param headers all headers but {@code Content-Type} and {@code Accept}
 * @param body the body, if it has one
 * @param accept the media type that is asked for
 */
public record HttpCall(
    String method, URI target, Map<String, String> headers, Optional<Body> body, String accept) {
  private static final String JSON = "application/json";

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  /** A body and how it is written. */
  public record Body(String contentType, String text, Charset charset) {
    @Override
    public String toString() {
      return "Body[" + contentType + "]";
    }
  }

  /** Posts JSON. */
  public static HttpCall postJson(URI target, Map<String, String> headers, String json) {
    Body body = new Body(JSON + "; charset=utf-8", json, StandardCharsets.UTF_8);
    return new HttpCall("POST", target, headers, Optional.of(body), JSON);
  }

  /** Posts a form whose fields are already encoded. */
  public static HttpCall postForm(URI target, Map<String, String> headers, String encoded) {
    Body body = new Body("application/x-www-form-urlencoded", encoded, StandardCharsets.UTF_8);
    return new HttpCall("POST", target, headers, Optional.of(body), JSON);
  }

  /** Gets JSON. */
  public static HttpCall get(URI target, Map<String, String> headers) {
    return new HttpCall("GET", target, headers, Optional.empty(), JSON);
  }

  @Override
  public String toString() {
    return method + " to " + target.getHost();
  }
}
