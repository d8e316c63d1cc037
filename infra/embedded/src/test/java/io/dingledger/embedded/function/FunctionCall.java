package io.dingledger.embedded.function;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** Calls the function under test as Lambda does, by the event server that Quarkus's tests have. */
public final class FunctionCall {
  private FunctionCall() {}

  /** The function's answer to an event of any kind. */
  public static JsonPath answer(Object event) {
    return given()
        .contentType("application/json")
        .accept("application/json")
        .body(event)
        .when()
        .post()
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** A message as Lambda hands it to the function. */
  public static Map<String, String> message(String id, String queue, String body) {
    return Map.of("messageId", id, "eventSourceARN", queue, "body", body);
  }

  /** Hands over a batch of messages; the ids of those that must come again. */
  @SafeVarargs
  public static List<String> failed(Map<String, String>... messages) {
    return answer(Map.of("Records", List.of(messages))).getList("batchItemFailures.itemIdentifier");
  }
}
