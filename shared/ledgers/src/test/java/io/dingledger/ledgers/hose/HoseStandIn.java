package io.dingledger.ledgers.hose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dingledger.ledgers.http.Json;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stands in for 合思: tokens that can be taken back, documents, and voucher numbers that it takes
 * only of what is paid.
 */
public final class HoseStandIn implements AutoCloseable {
  private static final String APP_SECURITY = "app-security";

  /** What was asked, by path, in order. */
  public final List<String> asked = new ArrayList<>();

  private final Map<String, ObjectNode> flows = new HashMap<>();
  private final Set<String> tokens = new HashSet<>();
  private final HttpServer server;
  private Optional<Answer> trouble = Optional.empty();
  private int issued;

  private record Answer(int status, String body) {}

  private HoseStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts one on a free port. */
  public static HoseStandIn start() {
    try {
      return new HoseStandIn();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An account that it knows. */
  public HoseSettings account() {
    return account(APP_SECURITY);
  }

  /** An account with this secret. */
  public HoseSettings account(String appSecurity) {
    return new HoseSettings(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        "corp",
        "app-key",
        Secret.of(appSecurity),
        Secret.of("sign-key"),
        HoseSettings.PAID,
        HoseSettings.Category.NAME,
        "",
        true);
  }

  /** Puts a document there. */
  public synchronized void put(String flow) {
    ObjectNode json = (ObjectNode) Json.tree(flow).orElseThrow();
    flows.put(json.path("id").asText(), json);
  }

  /** All tokens stop being accepted. */
  public synchronized void takeTokensBack() {
    tokens.clear();
  }

  /** The next call, log-ins excluded, is answered like this. */
  public synchronized void next(int status, String body) {
    trouble = Optional.of(new Answer(status, body));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(path.substring(path.lastIndexOf('/') + 1));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answer answer = answer(exchange, path, body);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, String path, String body) {
    if (path.endsWith("/auth/getAccessToken")) {
      return token(body);
    }
    if (trouble.isPresent()) {
      Answer answer = trouble.get();
      trouble = Optional.empty();
      return answer;
    }
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (!tokens.contains(query.getOrDefault("accessToken", ""))) {
      return new Answer(401, "{}");
    }
    return path.endsWith("/flowDetails")
        ? new Answer(
            200,
            "{\"value\":" + Optional.ofNullable(flows.get(query.get("flowId"))).orElse(null) + "}")
        : numbers(body);
  }

  private Answer token(String body) {
    boolean right =
        Json.tree(body)
            .filter(json -> json.path("appSecurity").asText().equals(APP_SECURITY))
            .isPresent();
    if (!right) {
      return new Answer(403, "{}");
    }
    String token = "token+" + ++issued;
    tokens.add(token);
    return new Answer(200, "{\"value\":{\"accessToken\":\"" + token + "\"}}");
  }

  private Answer numbers(String body) {
    for (JsonNode voucher : Json.tree(body).orElseThrow().path("voucher")) {
      ObjectNode flow = flows.get(voucher.path("flowId").asText());
      if (flow == null || !flow.path("state").asText().equals("paid")) {
        return new Answer(412, "{}");
      }
      ObjectNode form = (ObjectNode) flow.path("form");
      form.put("voucherNo", voucher.path("voucherNo").asText());
      form.put("voucherCreateTime", voucher.path("voucherCreateTime").asText());
      form.put("fiscalPeriod", voucher.path("fiscalPeriod").asText());
    }
    return new Answer(204, "");
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : Optional.ofNullable(raw).orElse("").split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
