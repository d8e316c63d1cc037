package io.dingledger.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Secret;
import io.dingledger.model.webhook.StandardWebhook;
import io.dingledger.model.work.TranslateWork;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to documents that other systems send. */
class InboundTest {
  private static final String KEY = "inbound-key-0001";
  private static final Secret SECRET = secret("a");
  private static final Secret OLD = secret("b");
  private static final Instant NOW = IntakeFixture.CLOCK.instant();
  private static final String CLAIM =
      """
      {"kind": "expenseClaim", "id": "EXP-1", "date": "2026-03-31", "person": {"userId": "zhang"},
       "total": 545.00, "lines": [{"category": "差旅费", "amount": 545.00}]}
      """;

  private final IntakeFixture fixture = new IntakeFixture();

  InboundTest() {
    HoseSettings hose =
        new HoseSettings(
            URI.create("https://hose.example.test"),
            "corp",
            "app",
            Secret.of("security"),
            Secret.of("sign-key"),
            HoseSettings.PAID,
            HoseSettings.Category.NAME,
            "",
            true);
    InboundSettings inbound = new InboundSettings(KEY, List.of(SECRET, OLD), Optional.of(hose));
    fixture.tenants.put(fixture.settings.withInbound(Optional.of(inbound)));
  }

  private static Secret secret(String letter) {
    return Secret.of(
        "whsec_"
            + Base64.getEncoder()
                .encodeToString(letter.repeat(32).getBytes(StandardCharsets.US_ASCII)));
  }

  private static APIGatewayV2HTTPEvent request(String route, byte[] body) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setRouteKey("POST " + route);
    event.setPathParameters(Map.of("key", KEY));
    event.setBody(Base64.getEncoder().encodeToString(body));
    event.setIsBase64Encoded(true);
    return event;
  }

  private static APIGatewayV2HTTPEvent signed(String body) {
    return signed(body.getBytes(StandardCharsets.UTF_8), NOW, SECRET);
  }

  private static APIGatewayV2HTTPEvent signed(byte[] body, Instant at, Secret secret) {
    APIGatewayV2HTTPEvent event = request("/inbound/{key}", body);
    event.setHeaders(new HashMap<>(StandardWebhook.headers("msg_1", at, body, List.of(secret))));
    return event;
  }

  private static APIGatewayV2HTTPEvent hose(String body) {
    return request("/inbound/{key}/hose", body.getBytes(StandardCharsets.UTF_8));
  }

  private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return fixture.handler().handleRequest(event, null);
  }

  private static JsonNode json(APIGatewayV2HTTPResponse response) {
    try {
      return JsonMapper.builder().build().readTree(response.getBody());
    } catch (IOException notJson) {
      throw new AssertionError(notJson);
    }
  }

  private TranslateWork.Received queued() {
    List<TranslateWork> all = fixture.events.drain();
    assertEquals(1, all.size());
    return (TranslateWork.Received) all.getFirst();
  }

  @Nested
  class ASignedDocument {
    @Test
    void isQueuedAsItCameAndTheSenderIsToldWhereToSeeIt() {
      APIGatewayV2HTTPResponse response = handle(signed(CLAIM));
      assertEquals(202, response.getStatusCode());
      assertEquals("in:api:EXP-1", json(response).path("id").asText());
      assertEquals(
          "/api/tenants/acme/documents/in%3Aapi%3AEXP-1", json(response).path("see").asText());
      assertEquals(
          new TranslateWork.Received(
              IntakeFixture.TENANT, new DocumentId("in:api:EXP-1"), "msg_1", CLAIM, NOW),
          queued());
    }

    @Test
    void mayBeSignedWithTheOldSecretWhileTheSecretIsChanged() {
      byte[] body = CLAIM.getBytes(StandardCharsets.UTF_8);
      assertEquals(202, handle(signed(body, NOW, OLD)).getStatusCode());
    }

    @Test
    void isVerifiedByItsVeryBytes() {
      APIGatewayV2HTTPEvent event = signed(CLAIM);
      event.setBody(
          Base64.getEncoder().encodeToString((CLAIM + " ").getBytes(StandardCharsets.UTF_8)));
      assertEquals(401, handle(event).getStatusCode());
      assertEquals(0, fixture.events.size());
    }

    @Test
    void thatCanNotBeQueuedIsNotAccepted() {
      APIGatewayV2HTTPResponse response =
          fixture.handlerInto(IntakeFixture.DEAD_QUEUE).handleRequest(signed(CLAIM), null);
      assertEquals(503, response.getStatusCode());
    }

    @Test
    void withFaultsIsToldAllOfThemWithTheirPlaces() {
      APIGatewayV2HTTPResponse response =
          handle(signed("{\"kind\": \"payment\",\n \"amount\": \"much\",\n \"payer\": \"x\"}"));
      assertEquals(422, response.getStatusCode());
      Set<String> told = new HashSet<>();
      json(response)
          .path("faults")
          .forEach(
              fault ->
                  told.add(
                      fault.path("line").asInt()
                          + ":"
                          + fault.path("column").asInt()
                          + " "
                          + fault.path("code").asText()));
      assertTrue(told.contains("2:12 DOC-WRITTEN-WRONG-TYPE"), told.toString());
      assertTrue(told.contains("3:2 DOC-WRITTEN-KEY-UNKNOWN"), told.toString());
      assertTrue(told.contains("1:1 DOC-WRITTEN-KEY-MISSING"), told.toString());
      assertFalse(json(response).path("zh").asText().isBlank());
      assertEquals(0, fixture.events.size());
    }

    @Test
    void mustStateItsIdAndBeTheOnlyOne() {
      String withoutId = CLAIM.replace("\"id\": \"EXP-1\", ", "");
      assertEquals(
          "DOC-WRITTEN-KEY-MISSING",
          json(handle(signed(withoutId))).path("faults").path(0).path("code").asText());
      String two = "[" + CLAIM + "," + CLAIM.replace("EXP-1", "EXP-2") + "]";
      assertEquals(
          "DOC-WRITTEN-SEVERAL",
          json(handle(signed(two))).path("faults").path(0).path("code").asText());
    }

    @Test
    void whoseIdHasNoRoomForThePrefixIsRefused() {
      String longest = "X".repeat(DocumentId.Inbound.API.longest());
      assertEquals(202, handle(signed(CLAIM.replace("EXP-1", longest))).getStatusCode());
      assertEquals(422, handle(signed(CLAIM.replace("EXP-1", longest + "X"))).getStatusCode());
    }
  }

  @Nested
  class AForger {
    @Test
    void getsOneAndTheSameAnswerWhateverIsWrong() {
      Set<APIGatewayV2HTTPResponse> answers = new HashSet<>();
      APIGatewayV2HTTPEvent unknownKey = signed(CLAIM);
      unknownKey.setPathParameters(Map.of("key", "guessed"));
      answers.add(handle(unknownKey));
      byte[] body = CLAIM.getBytes(StandardCharsets.UTF_8);
      answers.add(handle(signed(body, NOW, secret("c"))));
      answers.add(handle(signed(body, NOW.minus(Duration.ofMinutes(6)), secret("c"))));
      APIGatewayV2HTTPEvent bare = signed("not even JSON");
      bare.setHeaders(null);
      answers.add(handle(bare));
      answers.add(handle(hose("{\"signKey\": \"guessed\", \"flowId\": \"ID-1\"}")));
      answers.add(handle(hose("not JSON")));
      assertEquals(1, answers.size());
      assertEquals(401, answers.iterator().next().getStatusCode());
      assertEquals(0, fixture.events.size());
    }

    @Test
    void whoPlaysARecordedMessageAgainIsRefused() {
      byte[] body = CLAIM.getBytes(StandardCharsets.UTF_8);
      Duration tolerance = StandardWebhook.USUAL_TOLERANCE;
      assertEquals(202, handle(signed(body, NOW.minus(tolerance), SECRET)).getStatusCode());
      assertEquals(
          401, handle(signed(body, NOW.minus(tolerance).minusSeconds(1), SECRET)).getStatusCode());
      assertEquals(
          401, handle(signed(body, NOW.plus(tolerance).plusSeconds(1), SECRET)).getStatusCode());
    }
  }

  @Nested
  class AMessageOfHose {
    @Test
    void isQueuedWithoutItsSecretAndWithoutPeople() {
      APIGatewayV2HTTPResponse response =
          handle(
              hose(
                  """
                  {"signKey": "sign-key", "flowId": "ID_3abc", "action": "freeflow.paid",
                   "state": "paid", "userInfo": {"name": "张三", "cellphone": "13800000000"}}
                  """));
      assertEquals(200, response.getStatusCode());
      TranslateWork.Received received = queued();
      assertEquals(new DocumentId("in:hose:ID_3abc"), received.document());
      assertEquals(
          "{\"flowId\":\"ID_3abc\",\"action\":\"freeflow.paid\",\"state\":\"paid\"}",
          received.text());
    }

    @Test
    void whoseFlowCanNotBeSeenIsRefusedByItsReason() {
      APIGatewayV2HTTPResponse response =
          handle(hose("{\"signKey\":\"sign-key\",\"flowId\":\"ID\\n1\"}"));
      assertEquals("INBOUND-HOSE-MESSAGE", json(response).path("code").asText());
    }

    @Test
    void whoseFlowIsTooLongIsRefusedByItsReason() {
      String longId = "X".repeat(DocumentId.LONGEST);
      APIGatewayV2HTTPResponse response =
          handle(hose("{\"signKey\":\"sign-key\",\"flowId\":\"" + longId + "\"}"));
      assertEquals("INBOUND-HOSE-MESSAGE", json(response).path("code").asText());
    }
  }

  @Test
  void anAnswerHasNoMoreFaultsThanFitAndSaysHowManyThereAre() {
    String empty = "{},".repeat(50_000);
    APIGatewayV2HTTPResponse response =
        handle(signed(CLAIM.replace("\"lines\": [", "\"lines\": [" + empty)));
    assertEquals(422, response.getStatusCode());
    assertTrue(response.getBody().length() < 1_000_000, "Lambda answers at most 6 MB");
    assertEquals(InboundAnswer.MOST_FAULTS, json(response).path("faults").size());
    assertTrue(json(response).path("en").asText().contains("100000 faults"));
  }

  @ParameterizedTest
  @EnumSource(InboundProblem.class)
  void eachProblemHasItsStatusAndItsWordsInBothLanguages(InboundProblem problem) {
    APIGatewayV2HTTPResponse response = provoke(problem);
    assertEquals(problem.httpStatus(), response.getStatusCode());
    assertEquals("application/problem+json", response.getHeaders().get("content-type"));
    assertEquals(problem.code(), json(response).path("code").asText());
    assertFalse(response.getBody().contains("{0}"));
    assertEquals(0, fixture.events.size());
  }

  private APIGatewayV2HTTPResponse provoke(InboundProblem problem) {
    byte[] body = CLAIM.getBytes(StandardCharsets.UTF_8);
    return switch (problem) {
      case REFUSED -> handle(signed(body, NOW, secret("c")));
      case CLOCK -> handle(signed(body, NOW.minus(Duration.ofHours(8)), SECRET));
      case TOO_LARGE -> handle(signed(CLAIM.replace("差旅费", "费".repeat(50_000))));
      case NOT_UTF_8 -> handle(signed(new byte[] {(byte) 0xff, (byte) 0xfe}, NOW, SECRET));
      case FAULTY -> handle(signed("{}"));
      case HOSE_MESSAGE -> handle(hose("{\"signKey\": \"sign-key\"}"));
      case UNAVAILABLE ->
          fixture.handlerInto(IntakeFixture.DEAD_QUEUE).handleRequest(signed(CLAIM), null);
    };
  }

  @Test
  void aBodyBeyondTheLimitIsNotEvenVerified() {
    byte[] body = new byte[Inbound.LARGEST_MESSAGE + 1];
    APIGatewayV2HTTPEvent event = request("/inbound/{key}", body);
    assertEquals(413, handle(event).getStatusCode());
  }
}
