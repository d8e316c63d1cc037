package io.dingledger.local.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Translates between HTTP and the events of API Gateway's HTTP APIs, payload format 2.0. */
final class CallbackEvents {
  private CallbackEvents() {}

  /**
   * The event for a request.
   *
   * @param path the route's path, for example {@code /callback/{key}}
   * @param pathParameters the path's parameters, decoded
   */
  static APIGatewayV2HTTPEvent event(
      Request request, String path, Map<String, String> pathParameters, Instant now) {
    Optional<String> text = asText(request.body());
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(request.method() + " " + path)
        .withRawPath(request.path())
        .withRawQueryString(request.query())
        .withHeaders(new HashMap<>(request.headers()))
        .withQueryStringParameters(request.parameters())
        .withPathParameters(pathParameters)
        .withBody(text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())))
        .withIsBase64Encoded(text.isEmpty())
        .withRequestContext(context(request, path, now))
        .build();
  }

  /** The HTTP answer for a function's answer; no answer at all is its fault, 502 as on AWS. */
  static Reply reply(APIGatewayV2HTTPResponse answer) {
    if (answer == null) {
      return Reply.text(502, "application/json", "{\"message\":\"Bad Gateway\"}");
    }
    String body = Optional.ofNullable(answer.getBody()).orElse("");
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    Optional.ofNullable(answer.getHeaders()).ifPresent(headers::putAll);
    return new Reply(
        answer.getStatusCode(),
        headers,
        answer.getIsBase64Encoded()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8));
  }

  private static RequestContext context(Request request, String path, Instant now) {
    return RequestContext.builder()
        .withRouteKey(request.method() + " " + path)
        .withStage("$default")
        .withRequestId(UUID.randomUUID().toString())
        .withTimeEpoch(now.toEpochMilli())
        .withHttp(
            RequestContext.Http.builder()
                .withMethod(request.method())
                .withPath(request.path())
                .withProtocol("HTTP/1.1")
                .withSourceIp(request.remoteAddress())
                .withUserAgent(request.header("user-agent"))
                .build())
        .build();
  }

  private static Optional<String> asText(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
