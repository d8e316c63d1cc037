package io.dingledger.dingtalk.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureClassifierTest {
  private static final Instant NOW = Instant.parse("2024-09-11T02:00:00Z");

  @Nested
  class Codes_of_the_old_api {
    @ParameterizedTest
    @CsvSource({
      "40014, TOKEN",
      "42001, TOKEN",
      "40001, TOKEN",
      "41001, TOKEN",
      "90001, THROTTLE",
      "90002, THROTTLE",
      "90003, THROTTLE",
      "90004, THROTTLE",
      "90005, THROTTLE",
      "90006, THROTTLE",
      "90007, THROTTLE",
      "90008, THROTTLE",
      "90009, THROTTLE",
      "90010, THROTTLE",
      "90011, THROTTLE",
      "90012, THROTTLE",
      "90013, THROTTLE",
      "90014, THROTTLE",
      "90018, THROTTLE",
      "410100, THROTTLE",
      "90020, QUOTA",
      "-1, TRANSIENT",
      "15, TRANSIENT",
      "60011, CONFIG",
      "60020, CONFIG",
      "50002, CONFIG",
      "50004, CONFIG",
      "50003, CONFIG",
      "50005, CONFIG",
      "40096, CONFIG",
      "40089, CONFIG",
      "43007, CONFIG",
      "71013, CONFIG",
      "90017, CONFIG",
      "22, CONFIG",
      "40085, TICKET",
      "60121, DATA",
      "33012, DATA",
      "40003, DATA",
      "33001, DATA",
      "60003, DATA",
      "40035, DATA",
      "400002, DATA",
      "40038, DATA",
      "40000, DATA",
      "810001, DATA",
      "820012, DATA",
      "850015, DATA",
      "123456, DATA"
    })
    void stand_for_their_class_wherever_they_are_written(String code, FailureKind kind) {
      assertKind(kind, code, 200, "{\"errcode\":" + code + ",\"errmsg\":\"x\"}");
      assertKind(kind, code, 200, "{\"errcode\":\"" + code + "\"}");
      assertKind(
          kind, code, 200, "{\"errcode\":88,\"sub_code\":\"" + code + "\",\"sub_msg\":\"x\"}");
      if (!code.startsWith("-")) {
        assertKind(
            kind,
            code,
            200,
            "{\"errcode\":88,\"errmsg\":\"ding talk error[subcode=" + code + ",submsg=x]\"}");
      }
    }

    @Test
    void that_complain_of_a_blank_token_are_about_the_token() {
      assertKind(
          FailureKind.TOKEN,
          "40000",
          200,
          "{\"errcode\":88,\"sub_code\":\"40000\",\"sub_msg\":\"access_token is blank\"}");
    }
  }

  @Nested
  class Codes_of_the_new_api {
    @ParameterizedTest
    @CsvSource({
      "400, InvalidAuthentication, TOKEN",
      "401, accesstoken.expired, TOKEN",
      "400, AuthenticationFailed.MissingParameter, TOKEN",
      "403, Forbidden.AccessDenied.QpsLimitForApi, THROTTLE",
      "403, Forbidden.AccessDenied.QpsLimitForAppkeyAndApi, THROTTLE",
      "403, Forbidden.AccessDenied.QpmLimitForAppkeyAndApi, THROTTLE",
      "403, Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi, THROTTLE",
      "403, Forbidden.AccessDenied.QpmLimitForSuitekeyAndOrgAndApi, THROTTLE",
      "400, qps.exceed.limit, THROTTLE",
      "400, request.overlimit, THROTTLE",
      "429, system.busy, THROTTLE",
      "400, todo.taskCreate.flowControlError, THROTTLE",
      "403, Forbidden.AccessDenied.ApiCountLimitForOrg, QUOTA",
      "500, systemError, TRANSIENT",
      "500, system.busy, TRANSIENT",
      "500, unknownError, TRANSIENT",
      "503, serviceBusy, TRANSIENT",
      "503, operationTimeout, TRANSIENT",
      "504, service.timeout, TRANSIENT",
      "400, lockError, TRANSIENT",
      "403, Forbidden.AccessDenied.AccessTokenPermissionDenied, CONFIG",
      "403, Forbidden.AccessDenied.IpNotInWhiteList, CONFIG",
      "403, apiPermissionDenied, CONFIG",
      "400, invalidClientIdOrSecret, CONFIG",
      "401, unauthorized.client, CONFIG",
      "401, invalid.client, CONFIG",
      "400, invalidSuiteKey, CONFIG",
      "400, invalidAuthInfo, CONFIG",
      "403, needAuth, CONFIG",
      "400, invalidSuiteTicket, TICKET",
      "400, invalidParameter, DATA",
      "400, processInstanceNotExist, DATA",
      "400, processInstanceIdError, DATA",
      "400, processCodeError, DATA",
      "400, userNotExist, DATA",
      "400, Throttling.User, THROTTLE",
      "400, some.newLimit, THROTTLE",
      "400, veryBusyToday, THROTTLE",
      "400, neverSeen, DATA",
      "500, neverSeen, TRANSIENT",
      "401, neverSeen, TOKEN",
      "403, neverSeen, CONFIG",
    })
    void stand_for_their_class(int status, String code, FailureKind kind) {
      assertKind(kind, code, status, "{\"code\":\"" + code + "\",\"message\":\"x\"}");
    }

    @Test
    void also_count_with_a_status_of_success() {
      assertKind(
          FailureKind.DATA,
          "processInstanceNotExist",
          200,
          "{\"success\":false,\"code\":\"processInstanceNotExist\",\"result\":{}}");
    }

    @Test
    void name_the_permission_that_is_missing() {
      Failure failure =
          failure(
              403,
              "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"message\":\"no\","
                  + "\"accessdenieddetail\":{\"requiredScopes\":[\"Workflow.Instance.Read\"]}}");
      assertTrue(failure.detail().contains("Workflow.Instance.Read"), failure.detail());
    }
  }

  @Nested
  class Answers_without_a_code {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            200 | <html>blocked</html>       | THROTTLE_LONG | DINGTALK-BLOCKED
            403 | <!DOCTYPE html>            | THROTTLE_LONG | DINGTALK-BLOCKED
            503 | <html></html>              | THROTTLE_LONG | DINGTALK-BLOCKED
            200 | {"status":1111,"wait":5,"source":"x5","punish":"deny"} | THROTTLE_LONG | DINGTALK-BLOCKED
            403 | Forbidden                  | THROTTLE_LONG | DINGTALK-BLOCKED
            200 | {"success":true,"resu      | TRANSIENT     | DINGTALK-UNREADABLE
            200 | ok                         | TRANSIENT     | DINGTALK-UNREADABLE
            200 | []                         | TRANSIENT     | DINGTALK-UNREADABLE
            200 | {"success":false}          | TRANSIENT     | DINGTALK-REFUSED-WITHOUT-CODE
            200 | {"success":"false"}        | TRANSIENT     | DINGTALK-REFUSED-WITHOUT-CODE
            302 | moved                      | CONFIG        | DINGTALK-REDIRECTED
            302 | {}                         | CONFIG        | HTTP-302
            404 | not found                  | CONFIG        | HTTP-404
            401 | {}                         | TOKEN         | HTTP-401
            403 | {}                         | CONFIG        | HTTP-403
            408 | {}                         | TRANSIENT     | HTTP-408
            400 | {}                         | DATA          | HTTP-400
            429 | {}                         | THROTTLE      | HTTP-429
            429 | slow down                  | THROTTLE      | HTTP-429
            500 | {}                         | TRANSIENT     | HTTP-500
            502 | bad gateway                | TRANSIENT     | HTTP-502
            """)
    void are_judged_by_shape_and_status(int status, String body, FailureKind kind, String code) {
      assertKind(kind, code, status, body);
    }

    @Test
    void and_without_a_body_are_unreadable() {
      assertKind(FailureKind.TRANSIENT, "DINGTALK-UNREADABLE", 200, "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":0,\"errmsg\":\"ok\",\"result\":{}}",
        "{\"errcode\":\"0\",\"sub_code\":\"\",\"result\":{}}",
        "{\"success\":true,\"result\":{}}",
        "{\"success\":\"true\",\"result\":{},\"code\":\"200\"}",
        "{\"accessToken\":\"t\",\"expireIn\":7200}"
      })
  void an_answer_without_complaint_is_a_success(String body) {
    assertEquals(new Answer.Got<>(JsonTexts.parseObject(body).orElseThrow()), judge(200, body));
  }

  @Nested
  class The_stated_wait {
    @Test
    void is_read_from_the_header_as_seconds_or_as_a_date() {
      assertEquals(Optional.of(Duration.ofSeconds(7)), waitOf("7", "{}"));
      assertEquals(
          Optional.of(Duration.ofSeconds(90)), waitOf("Wed, 11 Sep 2024 02:01:30 GMT", "{}"));
    }

    @Test
    void is_at_most_a_day_and_nothing_once_it_has_passed() {
      assertEquals(Optional.of(Duration.ofDays(1)), waitOf("999999999", "{}"));
      assertEquals(Optional.empty(), waitOf("Wed, 11 Sep 2024 01:00:00 GMT", "{}"));
      assertEquals(Optional.empty(), waitOf("0", "{}"));
      assertEquals(Optional.empty(), waitOf("soon", "{}"));
    }

    @Test
    void is_read_from_the_words_of_90002_in_china_time() {
      String words = "从 2024-09-11 09:59:00 到 2024-09-11 10:00:00 请求总次数超过了 9 次, 限制将在 %s 结束";
      String body = "{\"errcode\":90002,\"errmsg\":\"" + words + "\"}";
      assertEquals(
          Optional.of(Duration.ofMinutes(5)), waitOf(null, body.formatted("2024-09-11 10:05:00")));
      assertEquals(Optional.empty(), waitOf(null, body.formatted("2024-09-11 09:05:00")));
      assertEquals(Optional.empty(), waitOf(null, body.formatted("2024-99-99 10:05:00")));
    }

    @Test
    void is_a_minute_for_a_limit_per_minute() {
      assertEquals(
          Optional.of(Duration.ofMinutes(1)),
          waitOf(null, "{\"code\":\"Forbidden.AccessDenied.QpmLimitForAppkeyAndApi\"}"));
    }

    private Optional<Duration> waitOf(String header, String body) {
      HttpReply reply = new HttpReply(429, Optional.ofNullable(header), body);
      return assertInstanceOf(Answer.Failed.class, FailureClassifier.judge(reply, NOW, List.of()))
          .failure()
          .retryAfter();
    }
  }

  @Test
  void the_detail_holds_no_token_secret_or_phone_number() {
    Failure failure =
        failure(
            400,
            "{\"code\":\"x\",\"message\":\"access_token=abc123 and 'appSecret': 's3cr3t', token"
                + " 0a1b2c3d4e5f60718293a4b5c6d7e8f9 of 13800000000 and qWeRtYuIoPaSdFgHjKlZxCvBnMqWeRtY "
                + "long ".repeat(500)
                + "\"}");
    for (String forbidden : new String[] {"abc123", "s3cr3t", "0a1b2c3d", "13800000000", "qWeRt"}) {
      assertFalse(failure.detail().contains(forbidden), failure.detail());
    }
    assertTrue(failure.detail().length() <= Failure.LONGEST_DETAIL);
    assertEquals("dingtalk", failure.system());
  }

  private static void assertKind(FailureKind kind, String code, int status, String body) {
    Failure failure = failure(status, body);
    assertEquals(kind, failure.kind(), status + " " + body);
    assertEquals(code, failure.code(), status + " " + body);
  }

  private static Failure failure(int status, String body) {
    return assertInstanceOf(Answer.Failed.class, judge(status, body)).failure();
  }

  private static Answer<ObjectNode> judge(int status, String body) {
    return FailureClassifier.judge(new HttpReply(status, Optional.empty(), body), NOW, List.of());
  }
}
