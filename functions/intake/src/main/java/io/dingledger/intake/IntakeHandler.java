package io.dingledger.intake;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.platform.Stumble;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.metrics.Measure;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.observe.Delivery;
import io.dingledger.platform.observe.Handling;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code POST /callback/{key}} of DingTalk, {@code POST /inbound/{key}} and {@code POST
 * /inbound/{key}/hose} of other systems: maps the HTTP event to its step and the outcome back to
 * HTTP.
 *
 * <p>A refusal is a problem document (RFC 9457) that tells a forger nothing: whatever comes after
 * the mere form of the request is the same 403. The reason goes to the log, by its stable code.
 */
@Named("intake")
public class IntakeHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final System.Logger LOG = System.getLogger(IntakeHandler.class.getName());

  private static final String INBOUND = "POST /inbound/{key}";
  private static final String HOSE = INBOUND + "/hose";
  private static final int ACCEPTED = 202;
  private static final String TAKEN = "TAKEN";
  private static final String REFUSED = "REFUSED";
  private static final String UNAVAILABLE = "UNAVAILABLE";

  /** 合思 takes 200, 201 and 204 for an answer. */
  private static final int OK = 200;

  private final Intake intake;
  private final Inbound inbound;
  private final Handling handling;

  /** The function. */
  @Inject
  public IntakeHandler(Intake intake, Inbound inbound, Handling handling) {
    this.intake = intake;
    this.inbound = inbound;
    this.handling = handling;
  }

  /** The function with nobody who watches it. */
  public IntakeHandler(Intake intake, Inbound inbound) {
    this(intake, inbound, Handling.unseen("intake", Clock.systemUTC()));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Instant began = handling.now();
    String request = context == null ? "" : context.getAwsRequestId();
    List<APIGatewayV2HTTPResponse> answers = new ArrayList<>(1);
    handling.of(Delivery.ofRequest(request), busy -> answers.add(answered(event, busy)));
    handling.metrics().time(Measure.INTAKE_ANSWERED.word(), handling.since(began));
    return answers.getFirst();
  }

  private APIGatewayV2HTTPResponse answered(APIGatewayV2HTTPEvent event, Busy busy) {
    String key = orEmpty(event.getPathParameters()).getOrDefault("key", "");
    return switch (Objects.requireNonNullElse(event.getRouteKey(), "")) {
      case INBOUND ->
          inbound(inbound.receive(key, orEmpty(event.getHeaders()), bytes(event)), ACCEPTED, busy);
      case HOSE -> inbound(inbound.receiveHose(key, bytes(event)), OK, busy);
      default -> callback(key, event, busy);
    };
  }

  private static APIGatewayV2HTTPResponse inbound(
      Inbound.Outcome outcome, int accepted, Busy busy) {
    switch (outcome) {
      case Inbound.Outcome.Accepted made -> {
        busy.about(
            new Subject(
                Optional.of(made.tenant()),
                Optional.of(made.document()),
                Optional.of(made.messageId()),
                1));
        busy.ends(TAKEN);
      }
      case Inbound.Outcome.Refused refused -> busy.ends(REFUSED);
      case Inbound.Outcome.Unavailable unavailable -> busy.fails(UNAVAILABLE);
    }
    return answer(InboundAnswer.of(outcome, accepted));
  }

  private APIGatewayV2HTTPResponse callback(String key, APIGatewayV2HTTPEvent event, Busy busy) {
    return switch (intake.receive(key, orEmpty(event.getQueryStringParameters()), body(event))) {
      case Intake.Outcome.Accepted(String body) -> {
        busy.ends(TAKEN);
        yield answer(200, "application/json", body);
      }
      case Intake.Outcome.NotAccepted(CallbackRefusal refusal) -> {
        busy.ends(REFUSED);
        LOG.log(System.Logger.Level.WARNING, "callback refused: {0}", refusal.code());
        yield problem(refusal.httpStatus());
      }
      case Intake.Outcome.Unavailable(Throwable cause) -> {
        busy.fails(UNAVAILABLE);
        LOG.log(
            System.Logger.Level.ERROR,
            "CALLBACK-UNAVAILABLE: nothing was kept: " + Stumble.places(cause));
        yield problem(503);
      }
    };
  }

  private static String body(APIGatewayV2HTTPEvent event) {
    return new String(bytes(event), StandardCharsets.UTF_8);
  }

  /** The body's very bytes. What the gateway hands over as text was UTF-8. */
  private static byte[] bytes(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    if (!event.getIsBase64Encoded()) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
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

  private static APIGatewayV2HTTPResponse answer(InboundAnswer answer) {
    return answer(answer.status(), answer.type(), answer.body());
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
