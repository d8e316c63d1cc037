package io.dingledger.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.platform.Stumble;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * {@code POST /callback/{key}}: maps the HTTP event to the step and its outcome back to HTTP.
 *
 * <p>A refusal is a problem document (RFC 9457) that tells a forger nothing: whatever comes after
 * the mere form of the request is the same 403. The reason goes to the log, by its stable code.
 */
@Named("intake")
public class IntakeHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final System.Logger LOG = System.getLogger(IntakeHandler.class.getName());

  private final Intake intake;

  @Inject
  public IntakeHandler(Intake intake) {
    this.intake = intake;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String key = orEmpty(event.getPathParameters()).getOrDefault("key", "");
    return switch (intake.receive(key, orEmpty(event.getQueryStringParameters()), body(event))) {
      case Intake.Outcome.Accepted(String body) -> answer(200, "application/json", body);
      case Intake.Outcome.NotAccepted(CallbackRefusal refusal) -> {
        LOG.log(System.Logger.Level.WARNING, "callback refused: {0}", refusal.code());
        yield problem(refusal.httpStatus());
      }
      case Intake.Outcome.Unavailable(Throwable cause) -> {
        LOG.log(
            System.Logger.Level.ERROR,
            "CALLBACK-UNAVAILABLE: nothing was kept: " + Stumble.places(cause));
        yield problem(503);
      }
    };
  }

  private static String body(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    if (!event.getIsBase64Encoded()) {
      return body;
    }
    try {
      return new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static APIGatewayV2HTTPResponse problem(int status) {
    String title =
        switch (status) {
          case 400 -> "Bad Request";
          case 413 -> "Content Too Large";
          case 503 -> "Service Unavailable";
          default -> "Forbidden";
        };
    return answer(
        status,
        "application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}");
  }

  private static APIGatewayV2HTTPResponse answer(int status, String type, String body) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(Map.of("content-type", type, "cache-control", "no-store"))
        .withBody(body)
        .build();
  }

  private static Map<String, String> orEmpty(Map<String, String> parameters) {
    return Objects.requireNonNullElse(parameters, Map.of());
  }
}
