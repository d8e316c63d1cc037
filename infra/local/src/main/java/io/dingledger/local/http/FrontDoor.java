package io.dingledger.local.http;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.lambda.LocalContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the local system is reached: callbacks for the intake function, as API Gateway would hand
 * them over, the health check and the interface below {@code /api/}.
 */
public final class FrontDoor implements AutoCloseable {
  /** The longest callback that is read, in bytes; DingTalk's are a few kilobytes. */
  public static final int BODY_LIMIT = 1024 * 1024;

  private static final String CALLBACK = "/callback/";
  private static final String CALLBACK_ROUTE = "/callback/{key}";
  private static final String INBOUND = "/inbound/";
  private static final String INBOUND_ROUTE = "/inbound/{key}";
  private static final String HOSE = "/hose";
  private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(10);
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake;
  private final LoopbackServer.Handler api;
  private final Supplier<Map<String, Boolean>> checks;
  private final Clock clock;
  private final LoopbackServer server;

  private FrontDoor(
      int port,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake,
      LoopbackServer.Handler api,
      Supplier<Map<String, Boolean>> checks,
      Clock clock) {
    this.intake = intake;
    this.api = api;
    this.checks = checks;
    this.clock = clock;
    this.server = LoopbackServer.start(port, BODY_LIMIT, this::handle);
  }

  /**
   * Opens.
   *
   * @param port the port, or 0 for any free one
   * @param intake gets {@code POST /callback/{key}} and what is posted below {@code /inbound/}
   * @param api gets everything below {@code /api/}
   * @param checks what the health check looks at: by name, whether it is well
   */
  public static FrontDoor open(
      int port,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> intake,
      LoopbackServer.Handler api,
      Supplier<Map<String, Boolean>> checks,
      Clock clock) {
    return new FrontDoor(port, intake, api, checks, clock);
  }

  /** Where it listens, for example {@code http://127.0.0.1:8080}. */
  public URI base() {
    return server.base();
  }

  /** The callback address of a tenant. */
  public URI callback(String callbackKey) {
    return base().resolve(CALLBACK + callbackKey);
  }

  /** The address of a tenant for documents of other systems. */
  public URI inbound(String inboundKey) {
    return base().resolve(INBOUND + inboundKey);
  }

  /** Takes no new requests and waits a moment for those in progress. */
  @Override
  public void close() {
    server.close();
  }

  private Reply handle(Request request) {
    String path = request.path();
    if (path.startsWith(CALLBACK) && path.indexOf('/', CALLBACK.length()) < 0) {
      return taken(request, CALLBACK_ROUTE, path.substring(CALLBACK.length()));
    }
    if (path.startsWith(INBOUND)) {
      return inbound(request, path.substring(INBOUND.length()));
    }
    if (path.equals("/healthz")) {
      return health();
    }
    if (path.startsWith("/api/")) {
      return isForUs(request) ? api.handle(request) : ApiProblem.HOST_REFUSED.reply(path);
    }
    return ApiProblem.PATH_UNKNOWN.reply(path);
  }

  private Reply inbound(Request request, String rest) {
    boolean isHose = rest.endsWith(HOSE);
    String key = isHose ? rest.substring(0, rest.length() - HOSE.length()) : rest;
    return key.indexOf('/') < 0
        ? taken(request, isHose ? INBOUND_ROUTE + HOSE : INBOUND_ROUTE, key)
        : ApiProblem.PATH_UNKNOWN.reply(request.path());
  }

  private Reply taken(Request request, String route, String key) {
    if (!request.method().equals("POST")) {
      return ApiProblem.METHOD_REFUSED.reply(request.path(), request.method(), "POST");
    }
    APIGatewayV2HTTPEvent event =
        CallbackEvents.event(
            request, route, Map.of("key", QueryString.segment(key)), clock.instant());
    return CallbackEvents.reply(
        intake.handleRequest(event, LocalContext.of("IntakeFunction", FUNCTION_TIMEOUT)));
  }

  private Reply health() {
    Map<String, Boolean> results = checks.get();
    boolean up = !results.containsValue(false);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("status", up ? "UP" : "DOWN");
    ObjectNode parts = body.putObject("checks");
    results.forEach((name, well) -> parts.put(name, well ? "UP" : "DOWN"));
    return Reply.json(up ? 200 : 503, body);
  }

  /**
   * A page of another site must not read the books by giving its own name this machine's address,
   * so the data is only for requests that name this machine. Callbacks carry their own proof and
   * may come through a tunnel.
   */
  private static boolean isForUs(Request request) {
    return OWN_NAMES.contains(request.header("host").replaceFirst(":\\d+$", ""));
  }
}
