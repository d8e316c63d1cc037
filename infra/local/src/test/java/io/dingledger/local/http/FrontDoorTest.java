package io.dingledger.local.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
  private final BlockingQueue<APIGatewayV2HTTPEvent> events = new LinkedBlockingQueue<>();
  private final Map<String, Boolean> checks = new LinkedHashMap<>(Map.of("queues", true));
  private final HttpClient http = HttpClient.newHttpClient();
  private APIGatewayV2HTTPResponse answer =
      APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withHeaders(Map.of("X-Sample", "yes"))
          .withBody("{\"好\":1}")
          .build();
  private FrontDoor door;

  @BeforeEach
  void open() {
    MemoryDocuments documents = Samples.documents();
    door =
        FrontDoor.open(
            0,
            (event, context) -> {
              events.add(event);
              return answer;
            },
            new ReadApi(documents, documents, Samples.pay(documents)),
            () -> checks,
            Clock.fixed(Samples.NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aCallbackBecomesAnEventOfAnHttpApi() throws Exception {
    HttpResponse<String> response =
        post(
            "/callback/k%20%2B1?nonce=a%2Bb+c&msg_signature=s&x=1&x=2&empty",
            "{\"encrypt\":\"密\"}");
    assertEquals(200, response.statusCode());
    assertEquals("{\"好\":1}", response.body());
    assertEquals("yes", response.headers().firstValue("x-sample").orElse(""));
    APIGatewayV2HTTPEvent event = events.remove();
    assertEquals("2.0", event.getVersion());
    assertEquals("POST /callback/{key}", event.getRouteKey());
    assertEquals(Map.of("key", "k +1"), event.getPathParameters());
    assertEquals(
        Map.of("nonce", "a+b c", "msg_signature", "s", "x", "1,2", "empty", ""),
        event.getQueryStringParameters());
    assertEquals("nonce=a%2Bb+c&msg_signature=s&x=1&x=2&empty", event.getRawQueryString());
    assertEquals("application/json", event.getHeaders().get("content-type"));
    assertEquals("{\"encrypt\":\"密\"}", event.getBody());
    assertFalse(event.getIsBase64Encoded());
    assertEquals("POST", event.getRequestContext().getHttp().getMethod());
    assertEquals(Samples.NOW.toEpochMilli(), event.getRequestContext().getTimeEpoch());
  }

  @Test
  void documentsOfOtherSystemsArriveAtRoutesOfTheirOwn() throws Exception {
    post("/inbound/k%20%2B1", "{}");
    APIGatewayV2HTTPEvent signed = events.remove();
    assertEquals("POST /inbound/{key}", signed.getRouteKey());
    assertEquals(Map.of("key", "k +1"), signed.getPathParameters());
    post("/inbound/k/hose", "{}");
    APIGatewayV2HTTPEvent hose = events.remove();
    assertEquals("POST /inbound/{key}/hose", hose.getRouteKey());
    assertEquals(Map.of("key", "k"), hose.getPathParameters());
    assertEquals(404, post("/inbound/k/other", "{}").statusCode());
    assertTrue(events.isEmpty());
  }

  @Test
  void aBodyThatIsNoTextArrivesInBase64() throws Exception {
    byte[] binary = {(byte) 0xff, (byte) 0xfe, 0};
    http.send(
        HttpRequest.newBuilder(door.callback("k")).POST(BodyPublishers.ofByteArray(binary)).build(),
        BodyHandlers.ofString());
    APIGatewayV2HTTPEvent event = events.remove();
    assertTrue(event.getIsBase64Encoded());
    assertArrayEquals(binary, Base64.getDecoder().decode(event.getBody()));
  }

  @Test
  void aTooLongBodyNeverReachesTheFunction() throws Exception {
    assertEquals(413, post("/callback/k", "x".repeat(FrontDoor.BODY_LIMIT + 1)).statusCode());
    assertTrue(events.isEmpty());
  }

  @Test
  void aFunctionThatAnswersNothingGives502() throws Exception {
    answer = null;
    assertEquals(502, post("/callback/k", "{}").statusCode());
  }

  @Test
  void aGetOfACallbackIsRefused() throws Exception {
    HttpResponse<String> response = get("/callback/k");
    assertEquals(405, response.statusCode());
    assertEquals("API-METHOD-REFUSED", json(response).path("code").asText());
  }

  @Test
  void healthNamesWhatIsNotWell() throws Exception {
    assertEquals(200, get("/healthz").statusCode());
    checks.put("database", false);
    HttpResponse<String> response = get("/healthz");
    assertEquals(503, response.statusCode());
    assertEquals("DOWN", json(response).path("status").asText());
    assertEquals("UP", json(response).path("checks").path("queues").asText());
    assertEquals("DOWN", json(response).path("checks").path("database").asText());
  }

  @Test
  void anUnknownAddressIsAProblem() throws Exception {
    assertEquals("API-PATH-UNKNOWN", json(get("/favicon.ico")).path("code").asText());
    assertEquals("API-PATH-UNKNOWN", json(get("/callback/a/b")).path("code").asText());
  }

  @Test
  void theDataIsOnlyForRequestsThatNameThisMachine() throws Exception {
    String refused = raw("/api/tenants/x/documents", "evil.example");
    assertTrue(refused.startsWith("HTTP/1.1 403"), refused);
    assertTrue(refused.contains("API-HOST-REFUSED"), refused);
    assertTrue(raw("/api/tenants/x/documents", "localhost:8080").startsWith("HTTP/1.1 404"));
    assertTrue(raw("/healthz", "tunnel.example").startsWith("HTTP/1.1 200"));
  }

  private String raw(String path, String host) throws Exception {
    URI base = door.base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(door.base().resolve(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(door.base().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
