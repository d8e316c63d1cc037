package io.dingledger.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.intake.IntakeFixture.Callback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published callbacks, and callbacks made by the official reference class, through the step. */
class IntakeVectorsTest {
  private final JsonNode file = read();

  @TestFactory
  Stream<DynamicTest> eachVectorIsAnsweredAsDingTalkExpects() {
    return all("vectors")
        .map(vector -> DynamicTest.dynamicTest(text(vector, "name"), () -> answered(vector)));
  }

  @TestFactory
  Stream<DynamicTest> eachNegativeVectorIsRefused() {
    return all("negative")
        .map(
            negative -> {
              JsonNode vector = changed(negative);
              return DynamicTest.dynamicTest(
                  negative.path("change").toString(),
                  () -> {
                    IntakeFixture fixture = fixture(vector);
                    assertInstanceOf(
                        Intake.Outcome.NotAccepted.class, receive(fixture, vector), "refused");
                    assertEquals(403, handle(fixture, vector).getStatusCode());
                    assertEquals(0, fixture.events.size());
                  });
            });
  }

  private void answered(JsonNode vector) {
    IntakeFixture fixture = fixture(vector);
    Optional<ObjectNode> event = JsonTexts.parseObject(text(vector, "plaintext"));
    if (event.isEmpty()) {
      // A reply of DingTalk's own documentation: rightly sealed, but no push.
      assertEquals(
          new Intake.Outcome.NotAccepted(CallbackRefusal.CONTENT_NOT_OBJECT),
          receive(fixture, vector));
      assertEquals(403, handle(fixture, vector).getStatusCode());
      return;
    }
    Intake.Outcome.Accepted accepted =
        assertInstanceOf(Intake.Outcome.Accepted.class, receive(fixture, vector));
    assertEquals("success", fixture.opened(accepted.body()));
    boolean check = isUrlCheck(event.get());
    assertEquals(check ? 0 : 1, fixture.events.drain().size());

    APIGatewayV2HTTPResponse response = handle(fixture, vector);
    assertEquals(200, response.getStatusCode());
    assertEquals("success", fixture.opened(response.getBody()));
  }

  private static boolean isUrlCheck(JsonNode event) {
    return event.path("EventType").asText().endsWith("_url");
  }

  private static Intake.Outcome receive(IntakeFixture fixture, JsonNode vector) {
    Callback callback = callback(vector);
    return fixture.intake.receive(IntakeFixture.KEY, callback.query(), callback.body());
  }

  private static APIGatewayV2HTTPResponse handle(IntakeFixture fixture, JsonNode vector) {
    Callback callback = callback(vector);
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setPathParameters(Map.of("key", IntakeFixture.KEY));
    event.setQueryStringParameters(callback.query());
    event.setBody(callback.body());
    return fixture.handler().handleRequest(event, null);
  }

  private static Callback callback(JsonNode vector) {
    return Callback.of(
        text(vector, "signature"),
        text(vector, "timestamp"),
        text(vector, "nonce"),
        text(vector, "encrypt"));
  }

  private static IntakeFixture fixture(JsonNode vector) {
    Optional<ObjectNode> event = JsonTexts.parseObject(text(vector, "plaintext"));
    String corp =
        event
            .map(content -> JsonTexts.scalar(JsonTexts.field(content, "CorpId")))
            .filter(named -> !named.isEmpty())
            .orElse(IntakeFixture.CORP);
    return new IntakeFixture(
        IntakeFixture.callback(
            IntakeFixture.KEY,
            text(vector, "token"),
            text(vector, "aesKey"),
            text(vector, "ownerKey")),
        corp);
  }

  private JsonNode changed(JsonNode negative) {
    ObjectNode base =
        all("vectors")
            .filter(vector -> text(vector, "name").equals(text(negative, "base")))
            .findFirst()
            .orElseThrow()
            .deepCopy();
    return base.setAll((ObjectNode) negative.path("change"));
  }

  private Stream<JsonNode> all(String list) {
    assertTrue(file.path(list).size() > 2, list);
    return StreamSupport.stream(file.path(list).spliterator(), false);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static JsonNode read() {
    try (InputStream in = IntakeVectorsTest.class.getResourceAsStream("/dingtalk-vectors.json")) {
      return JsonTexts.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
