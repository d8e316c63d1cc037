package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.DingTalk.FailedPushes;
import io.dingledger.dingtalk.DingTalk.InstancePage;
import io.dingledger.model.failure.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatchUpTest {
  private static final Instant FROM = Instant.parse("2024-06-01T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(120));

  private final Sandbox sandbox = new Sandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Nested
  class A_page_of_instances {
    @Test
    void is_asked_for_by_form_and_window_in_milliseconds() {
      answer("{\"list\":[\"k1\",\"k2\"],\"nextToken\":\"20\"}");
      assertEquals(
          new InstancePage(List.of("k1", "k2"), Optional.of(20L)), Sandbox.got(instances(0)));
      sandbox.server.verify(
          postRequestedFor(urlPathEqualTo(Endpoint.INSTANCE_IDS.path()))
              .withRequestBody(
                  equalToJson(
                      "{\"processCode\":\"PROC-1\",\"startTime\":"
                          + FROM.toEpochMilli()
                          + ",\"endTime\":"
                          + TO.toEpochMilli()
                          + ",\"nextToken\":0,\"maxResults\":20,\"statuses\":[\"COMPLETED\"]}")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"list\":[\"k1\"]}",
          "{\"list\":[\"k1\"],\"nextToken\":\"\"}",
          "{\"list\":[\"k1\"],\"nextToken\":null}",
          "{\"list\":[\"k1\"],\"nextToken\":\"0\"}",
          "{\"list\":[\"k1\"],\"nextToken\":0}"
        })
    void is_the_last_one_when_it_names_no_next(String result) {
      answer(result);
      assertEquals(new InstancePage(List.of("k1"), Optional.empty()), Sandbox.got(instances(20)));
    }

    @Test
    void may_name_the_next_one_as_a_number() {
      answer("{\"list\":[],\"nextToken\":40}");
      assertEquals(Optional.of(40L), Sandbox.got(instances(20)).next());
    }

    @Test
    void without_any_may_leave_the_list_out() {
      answer("{}");
      assertEquals(new InstancePage(List.of(), Optional.empty()), Sandbox.got(instances(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "\"20\"", "7"})
    void that_does_not_lead_on_is_an_error_and_not_an_endless_walk(String token) {
      answer("{\"list\":[\"k1\"],\"nextToken\":" + token + "}");
      assertEquals("DINGTALK-ENDLESS-PAGES", Sandbox.failure(instances(20)).code());
    }

    @Test
    void of_an_impossible_form_or_window_costs_no_call() {
      assertCode("DINGTALK-BAD-IDENTIFIER", instances(" ", FROM, TO, 0));
      assertCode("DINGTALK-BAD-IDENTIFIER", instances("P".repeat(129), FROM, TO, 0));
      assertCode("DINGTALK-BAD-IDENTIFIER", instances("PROC-1", FROM, TO, -1));
      assertCode("DINGTALK-BEYOND-LIMITS", instances("PROC-1", FROM, TO.plusMillis(1), 0));
      assertCode("DINGTALK-BEYOND-LIMITS", instances("PROC-1", TO, FROM, 0));
      assertEquals(0, sandbox.allCalls());
    }

    private void answer(String result) {
      sandbox.answer(Endpoint.INSTANCE_IDS.path(), "{\"success\":true,\"result\":" + result + "}");
    }

    private Answer<InstancePage> instances(long token) {
      return instances("PROC-1", FROM, TO, token);
    }

    private Answer<InstancePage> instances(String code, Instant from, Instant to, long token) {
      return sandbox.client.completedInstances(sandbox.app(), code, from, to, token);
    }
  }

  @Nested
  class Failed_pushes {
    @Test
    void come_as_they_were_received_even_what_nobody_understands() {
      String row =
          "{\"call_back_tag\":\"bpms_instance_change\",\"event_time\":1726020312345,"
              + "\"bpms_instance_change\":{\"corpid\":\"ding0\",\"amount\":12.50}}";
      sandbox.answer(
          Endpoint.FAILED_PUSHES.path(),
          "{\"errcode\":0,\"has_more\":true,\"failed_list\":[" + row + ",\"odd\",null]}");
      assertEquals(
          new FailedPushes(List.of(row, "\"odd\"", "null"), true),
          Sandbox.got(sandbox.client.failedPushes(sandbox.app())));
      sandbox.server.verify(1, getRequestedFor(urlPathEqualTo(Endpoint.FAILED_PUSHES.path())));
    }

    @Test
    void may_be_none_at_all() {
      sandbox.answer(Endpoint.FAILED_PUSHES.path(), "{\"errcode\":0,\"has_more\":\"false\"}");
      assertEquals(
          new FailedPushes(List.of(), false),
          Sandbox.got(sandbox.client.failedPushes(sandbox.app())));
    }

    @Test
    void are_told_to_third_party_apps_too() {
      sandbox.answer(Endpoint.FAILED_PUSHES.path(), Question.FAILED_PUSHES.goodAnswer);
      Sandbox.got(sandbox.client.failedPushes(sandbox.thirdPartyApp()));
    }
  }

  @Nested
  class A_trip {
    @Test
    void is_asked_for_with_its_company_and_handed_on_as_it_is() {
      sandbox.answer(
          Endpoint.TRIP.path(),
          "{\"success\":\"true\",\"result\":{\"tripDays\":1.50,\"journeys\":[{\"tripWay\":\"单程\"}]}}");
      assertEquals(
          "{\"tripDays\":1.50,\"journeys\":[{\"tripWay\":\"单程\"}]}",
          Sandbox.got(sandbox.client.trip(sandbox.app(), "k/1")));
      sandbox.server.verify(
          getRequestedFor(urlPathEqualTo(Endpoint.TRIP.path()))
              .withQueryParam("processInstanceId", equalTo("k/1"))
              .withQueryParam("processCorpId", equalTo(Apps.CORP)));
    }

    @Test
    void with_an_impossible_id_costs_no_call() {
      assertCode("DINGTALK-BAD-IDENTIFIER", sandbox.client.trip(sandbox.app(), ""));
      assertCode("DINGTALK-BAD-IDENTIFIER", sandbox.client.trip(sandbox.app(), "k".repeat(201)));
      assertEquals(0, sandbox.allCalls());
    }
  }

  private static void assertCode(String code, Answer<?> answer) {
    assertEquals(code, Sandbox.failure(answer).code());
  }
}
