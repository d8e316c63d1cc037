package io.dingledger.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.dingtalk.callback.CallbackRequest;
import io.dingledger.intake.IntakeFixture.Callback;
import io.dingledger.model.tenant.CallbackSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeHandlerTest {
  private static final String EVENT =
      """
      {"EventType":"bpms_instance_change","eventId":"e-1","processInstanceId":"p-1",\
      "processCode":"PROC-1","type":"finish","result":"agree"}""";

  private final IntakeFixture fixture = new IntakeFixture();

  /** What provokes a refusal: an app, a key of the URL and a callback. */
  private record Case(CallbackSettings callbacks, String key, Callback callback) {}

  private static APIGatewayV2HTTPEvent request(String key, Callback callback) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setPathParameters(Map.of("key", key));
    event.setQueryStringParameters(callback.query());
    event.setBody(callback.body());
    return event;
  }

  private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
    return fixture.handler().handleRequest(event, null);
  }

  @Test
  void anEventIsAnsweredWithTheEncryptedSuccess() {
    APIGatewayV2HTTPResponse response = handle(request(IntakeFixture.KEY, fixture.callback(EVENT)));
    assertEquals(200, response.getStatusCode());
    assertEquals("application/json", response.getHeaders().get("content-type"));
    assertEquals("success", fixture.opened(response.getBody()));
    assertEquals(1, fixture.events.size());
  }

  @Test
  void aBodyInBase64IsDecodedFirst() {
    Callback callback = fixture.callback(EVENT);
    APIGatewayV2HTTPEvent event =
        request(
            IntakeFixture.KEY,
            callback.withBody(
                Base64.getEncoder()
                    .encodeToString(callback.body().getBytes(StandardCharsets.UTF_8))));
    event.setIsBase64Encoded(true);
    assertEquals(200, handle(event).getStatusCode());
    event.setBody("not base64!");
    assertEquals(400, handle(event).getStatusCode());
  }

  @Test
  void aRequestWithoutAnythingIsMalformed() {
    assertEquals(400, handle(new APIGatewayV2HTTPEvent()).getStatusCode());
  }

  @Test
  void troubleOfOursIsSaidAsTroubleSoThatDingTalkSendsAgain() {
    APIGatewayV2HTTPResponse response =
        fixture
            .handlerInto(IntakeFixture.DEAD_QUEUE)
            .handleRequest(request(IntakeFixture.KEY, fixture.callback(EVENT)), null);
    assertProblem(503, response);
  }

  @ParameterizedTest
  @EnumSource(CallbackRefusal.class)
  void aRefusalTellsItsStatusAndNothingElse(CallbackRefusal refusal) {
    Case provoked = provoke(refusal);
    IntakeFixture with = new IntakeFixture(provoked.callbacks(), IntakeFixture.CORP);
    assertEquals(
        new Intake.Outcome.NotAccepted(refusal),
        with.intake.receive(
            provoked.key(), provoked.callback().query(), provoked.callback().body()));
    APIGatewayV2HTTPResponse response =
        with.handler().handleRequest(request(provoked.key(), provoked.callback()), null);
    assertProblem(
        switch (refusal) {
          case BODY_TOO_LARGE -> 413;
          case BODY_NOT_JSON, ENCRYPT_MISSING, PARAMETER_MISSING -> 400;
          default -> 403;
        },
        response);
    assertEquals(0, with.events.size());
  }

  @Test
  void allRefusalsThatDependOnOurConfigurationLookTheSame() {
    Set<APIGatewayV2HTTPResponse> answers = new HashSet<>();
    Arrays.stream(CallbackRefusal.values())
        .filter(refusal -> refusal.httpStatus() == 403)
        .map(this::provoke)
        .forEach(
            provoked ->
                answers.add(
                    new IntakeFixture(provoked.callbacks(), IntakeFixture.CORP)
                        .handler()
                        .handleRequest(request(provoked.key(), provoked.callback()), null)));
    assertEquals(1, answers.size());
  }

  private static void assertProblem(int status, APIGatewayV2HTTPResponse response) {
    assertEquals(status, response.getStatusCode());
    assertEquals("application/problem+json", response.getHeaders().get("content-type"));
    assertFalse(response.getBody().contains("CALLBACK"), "the reason is for our log");
    assertFalse(response.getBody().contains("encrypt"), "no success by accident");
  }

  private Case provoke(CallbackRefusal refusal) {
    Callback good = fixture.callback(EVENT);
    return switch (refusal) {
      case UNKNOWN_KEY -> new Case(fixture.callback, "guessed", good);
      case BODY_TOO_LARGE -> of(good.withBody("x".repeat(CallbackRequest.LARGEST_BODY + 1)));
      case BODY_NOT_JSON -> of(good.withBody("[]"));
      case ENCRYPT_MISSING -> of(good.withBody("{}"));
      case PARAMETER_MISSING -> of(good.without("nonce"));
      case SIGNATURE -> of(good.with("msg_signature", "0".repeat(40)));
      case AES_KEY_UNUSABLE -> with(settings("short", IntakeFixture.OWNER), good);
      case BASE64 -> of(signed("***"));
      case BLOCK_LENGTH -> of(signed("AAAA"));
      case PADDING -> of(signed(Base64.getEncoder().encodeToString(new byte[32])));
      case LENGTH -> of(signed(TamperedSeal.withLength(IntakeFixture.AES_KEY, 1000)));
      case OWNER_KEY -> with(settings(IntakeFixture.AES_KEY, "another"), good);
      case CONTENT_NOT_OBJECT -> of(fixture.callback("success"));
      case WRONG_CORP -> of(fixture.callback(EVENT.replace("{", "{\"CorpId\":\"ding-other\",")));
    };
  }

  private Case of(Callback callback) {
    return with(fixture.callback, callback);
  }

  private static Case with(CallbackSettings callbacks, Callback callback) {
    return new Case(callbacks, IntakeFixture.KEY, callback);
  }

  private static CallbackSettings settings(String aesKey, String owner) {
    return IntakeFixture.callback(IntakeFixture.KEY, IntakeFixture.TOKEN, aesKey, owner);
  }

  /** Rightly signed, whatever it holds. */
  private Callback signed(String encrypt) {
    return Callback.of(
        CallbackCrypto.signature(fixture.callback, "1", "2", encrypt), "1", "2", encrypt);
  }

  @Test
  void theHeadersOfAnAnswerForbidCaching() {
    Map<String, String> headers =
        new LinkedHashMap<>(
            handle(request(IntakeFixture.KEY, fixture.callback(EVENT))).getHeaders());
    assertEquals("no-store", headers.get("cache-control"));
  }
}
