package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.dingledger.dingtalk.Apps;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadWeatherTest {
  private final Sandbox sandbox = new Sandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_throttle_that_comes_as_403_is_a_throttle_and_is_not_repeated() {
    sandbox.answer(
        Sandbox.APPROVAL_PATH,
        aResponse()
            .withStatus(403)
            .withHeader("Retry-After", "3")
            .withBody(
                "{\"code\":\"Forbidden.AccessDenied.QpsLimitForAppkeyAndApi\",\"message\":\"x\"}"));
    Failure failure = failure();
    assertEquals(FailureKind.THROTTLE, failure.kind());
    assertEquals(Optional.of(Duration.ofSeconds(3)), failure.retryAfter());
    sandbox.server.verify(1, getRequestedFor(urlPathEqualTo(Sandbox.APPROVAL_PATH)));
  }

  @Test
  void a_used_up_quota_is_a_quota() {
    sandbox.answer(
        Sandbox.APPROVAL_PATH,
        aResponse()
            .withStatus(403)
            .withBody("{\"code\":\"Forbidden.AccessDenied.ApiCountLimitForOrg\"}"));
    assertEquals(FailureKind.QUOTA, failure().kind());
  }

  @Test
  void a_page_instead_of_an_answer_is_a_long_throttle() {
    sandbox.answer(
        Sandbox.APPROVAL_PATH, aResponse().withStatus(200).withBody("\n<html>deny</html>"));
    assertEquals(FailureKind.THROTTLE_LONG, failure().kind());
    assertEquals("DINGTALK-BLOCKED", failure().code());
  }

  @Test
  void a_slow_answer_is_a_time_out() {
    assertTimesOut(okJson("{}").withFixedDelay(3_000));
  }

  @Test
  void a_body_that_drips_is_a_time_out_too() {
    assertTimesOut(
        okJson("{\"a\":\"" + "x".repeat(100) + "\"}").withChunkedDribbleDelay(20, 4_000));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_connection_is_passing_or_unreadable(Fault fault) {
    sandbox.answer(Sandbox.APPROVAL_PATH, aResponse().withFault(fault));
    assertEquals(FailureKind.TRANSIENT, failure().kind());
  }

  @Test
  void nobody_listening_is_unreachable() {
    Answer<ApprovalDetail> answer =
        sandbox.client.approval(Apps.at("http://127.0.0.1:1"), Sandbox.finished("k"));
    assertEquals("DINGTALK-UNREACHABLE", Sandbox.failure(answer).code());
    assertEquals(FailureKind.TRANSIENT, Sandbox.failure(answer).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:x@example.test", "relative/path", "http:///nohost", ""})
  void an_address_that_cannot_be_called_is_a_matter_of_configuration(String base) {
    Answer<ApprovalDetail> answer = sandbox.client.approval(Apps.at(base), Sandbox.finished("k"));
    assertEquals("DINGTALK-BAD-ADDRESS", Sandbox.failure(answer).code());
    assertEquals(FailureKind.CONFIG, Sandbox.failure(answer).kind());
  }

  @Test
  void a_redirect_is_not_followed() {
    sandbox.answer(
        Sandbox.APPROVAL_PATH,
        aResponse().withStatus(302).withHeader("Location", sandbox.server.url("/elsewhere")));
    assertFailure("DINGTALK-REDIRECTED", FailureKind.CONFIG);
    sandbox.server.verify(0, getRequestedFor(urlPathEqualTo("/elsewhere")));
  }

  @Test
  void an_answer_beyond_the_limit_is_not_read() {
    String padding = "x".repeat(DingTalkClient.LARGEST_ANSWER);
    sandbox.answer(Sandbox.APPROVAL_PATH, okJson("{\"result\":\"" + padding + "\"}"));
    assertFailure("DINGTALK-ANSWER-TOO-LARGE", FailureKind.DATA);
  }

  @Test
  void an_interrupted_wait_stays_interrupted() {
    sandbox.client.person(sandbox.app(), "warm-up");
    Thread.currentThread().interrupt();
    Failure failure = failure();
    assertTrue(Thread.interrupted(), "the flag is kept");
    assertEquals("DINGTALK-INTERRUPTED", failure.code());
  }

  private static void assertTimesOut(ResponseDefinitionBuilder response) {
    try (Sandbox impatient = new Sandbox(Duration.ofMillis(500))) {
      impatient.answer(Sandbox.APPROVAL_PATH, response);
      Failure failure =
          Sandbox.failure(impatient.client.approval(impatient.app(), Sandbox.finished("k")));
      assertEquals("DINGTALK-TIMEOUT", failure.code());
      assertEquals(FailureKind.TRANSIENT, failure.kind());
    }
  }

  private void assertFailure(String code, FailureKind kind) {
    Failure failure = failure();
    assertEquals(code, failure.code());
    assertEquals(kind, failure.kind());
  }

  private Failure failure() {
    return Sandbox.failure(sandbox.client.approval(sandbox.app(), Sandbox.finished("k")));
  }
}
