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
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadWeatherTest {
  private final Sandbox sandbox = new Sandbox();

  @BeforeEach
  void haveAToken() {
    sandbox.keepToken("tok1");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Nested
  class Whatever_is_asked {
    @ParameterizedTest
    @EnumSource(Question.class)
    void a_good_answer_is_an_answer(Question question) {
      sandbox.answer(question.endpoint.path(), question.goodAnswer);
      Sandbox.got(question.ask(sandbox.client, sandbox.app()));
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void an_answer_of_the_wrong_shape_is_unreadable_and_never_half_an_answer(Question question) {
      for (String shape : question.wrongShapes) {
        sandbox.answer(question.endpoint.path(), shape);
        assertEquals("DINGTALK-UNREADABLE", failure(question).code(), shape);
      }
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void every_cut_through_a_good_answer_is_a_failure_that_passes(Question question) {
      for (int length = 0; length < question.goodAnswer.length(); length += 7) {
        sandbox.answer(question.endpoint.path(), question.goodAnswer.substring(0, length));
        Failure failure = failure(question);
        assertEquals("DINGTALK-UNREADABLE", failure.code());
        assertEquals(FailureKind.TRANSIENT, failure.kind());
        sandbox.clock.turn(Duration.ofSeconds(1));
      }
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void a_cut_connection_is_passing_or_unreadable(Question question) {
      for (Fault fault : Fault.values()) {
        sandbox.answer(question.endpoint.path(), aResponse().withFault(fault));
        assertEquals(FailureKind.TRANSIENT, failure(question).kind(), fault.name());
      }
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void a_page_is_a_ban_and_a_redirect_a_wrong_address(Question question) {
      sandbox.answer(question.endpoint.path(), aResponse().withBody("\n<html>deny</html>"));
      assertFailure(question, "DINGTALK-BLOCKED", FailureKind.THROTTLE_LONG);
      sandbox.clock.turn(Halt.WHEN_BLOCKED);
      sandbox.answer(question.endpoint.path(), okJson("{\"status\":1111,\"punish\":\"deny\"}"));
      assertFailure(question, "DINGTALK-BLOCKED", FailureKind.THROTTLE_LONG);
      sandbox.clock.turn(Halt.WHEN_BLOCKED);
      sandbox.answer(
          question.endpoint.path(), aResponse().withStatus(302).withHeader("Location", "/x"));
      assertFailure(question, "DINGTALK-REDIRECTED", FailureKind.CONFIG);
      assertEquals(0, sandbox.calls("/x"));
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void an_answer_beyond_the_limit_is_not_read(Question question) {
      String padding = "x".repeat(DingTalkClient.LARGEST_ANSWER);
      sandbox.answer(question.endpoint.path(), okJson("{\"result\":\"" + padding + "\"}"));
      assertFailure(question, "DINGTALK-ANSWER-TOO-LARGE", FailureKind.DATA);
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void an_error_inside_a_successful_status_is_an_error(Question question) {
      boolean newApi = question.endpoint.api() == Endpoint.Api.NEW;
      sandbox.answer(
          question.endpoint.path(),
          newApi
              ? "{\"success\":false,\"code\":\"systemError\",\"result\":{\"list\":[]}}"
              : "{\"errcode\":-1,\"errmsg\":\"系统繁忙\",\"result\":{\"list\":[]}}");
      assertFailure(question, newApi ? "systemError" : "-1", FailureKind.TRANSIENT);
    }
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
    Failure failure = failure(Question.APPROVAL);
    assertEquals(FailureKind.THROTTLE, failure.kind());
    assertEquals(Optional.of(Duration.ofSeconds(3)), failure.retryAfter());
    sandbox.server.verify(1, getRequestedFor(urlPathEqualTo(Sandbox.APPROVAL_PATH)));
  }

  @Test
  void a_quota_used_up_at_dingtalk_is_a_quota() {
    sandbox.answer(
        Sandbox.APPROVAL_PATH,
        aResponse()
            .withStatus(403)
            .withBody("{\"code\":\"Forbidden.AccessDenied.ApiCountLimitForOrg\"}"));
    assertEquals(FailureKind.QUOTA, failure(Question.APPROVAL).kind());
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_a_time_out() {
    assertTimesOut(Question.APPROVAL, okJson("{}").withFixedDelay(2_000));
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void a_body_that_drips_is_a_time_out_too(Question question) {
    String body = "{\"a\":\"" + "x".repeat(100) + "\"}";
    assertTimesOut(question, okJson(body).withChunkedDribbleDelay(20, 2_000));
  }

  @Test
  void nobody_listening_is_unreachable() {
    Failure failure =
        Sandbox.failure(Question.APPROVAL.ask(sandbox.client, Apps.at("http://127.0.0.1:1")));
    assertEquals("DINGTALK-UNREACHABLE", failure.code());
    assertEquals(FailureKind.TRANSIENT, failure.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:x@example.test", "relative/path", "http:///nohost", ""})
  void an_address_that_cannot_be_called_is_a_matter_of_configuration(String base) {
    Failure failure = Sandbox.failure(Question.APPROVAL.ask(sandbox.client, Apps.at(base)));
    assertEquals("DINGTALK-BAD-ADDRESS", failure.code());
    assertEquals(FailureKind.CONFIG, failure.kind());
  }

  @Test
  void an_interrupted_wait_stays_interrupted() {
    Thread.currentThread().interrupt();
    Failure failure = failure(Question.APPROVAL);
    assertTrue(Thread.interrupted(), "the flag is kept");
    assertEquals("DINGTALK-INTERRUPTED", failure.code());
  }

  private static void assertTimesOut(Question question, ResponseDefinitionBuilder response) {
    try (Sandbox impatient = new Sandbox(Duration.ofMillis(250))) {
      impatient.keepToken("tok1");
      impatient.answer(question.endpoint.path(), response);
      Failure failure = Sandbox.failure(question.ask(impatient.client, impatient.app()));
      assertEquals("DINGTALK-TIMEOUT", failure.code());
      assertEquals(FailureKind.TRANSIENT, failure.kind());
    }
  }

  private void assertFailure(Question question, String code, FailureKind kind) {
    Failure failure = failure(question);
    assertEquals(code, failure.code());
    assertEquals(kind, failure.kind());
  }

  private Failure failure(Question question) {
    return Sandbox.failure(question.ask(sandbox.client, sandbox.app()));
  }
}
