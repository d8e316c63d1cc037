package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String PERSON =
      "{\"errcode\":0,\"result\":{\"name\":\"甲\",\"job_number\":\"7\"}}";
  private final Sandbox sandbox = new Sandbox();

  @BeforeEach
  void answerPeople() {
    sandbox.answer(Sandbox.PERSON_PATH, PERSON);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_token_is_asked_for_with_key_and_secret_and_used_again() {
    person("u1");
    person("u2");
    assertEquals(1, sandbox.tokenCalls());
    sandbox.server.verify(
        postRequestedFor(urlEqualTo(Sandbox.TOKEN_PATH))
            .withRequestBody(
                equalToJson(
                    "{\"appKey\":\"" + Apps.CLIENT + "\",\"appSecret\":\"secret-of-acme\"}")));
  }

  @Test
  void sixteen_threads_that_want_a_token_at_once_make_one_call() throws Exception {
    sandbox.server.stubFor(
        post(urlEqualTo(Sandbox.TOKEN_PATH))
            .willReturn(
                okJson("{\"accessToken\":\"tok1\",\"expireIn\":7200}").withFixedDelay(150)));
    for (Answer<Person> answer : sixteenAtOnce()) {
      assertEquals("甲", Sandbox.got(answer).name());
    }
    assertEquals(1, sandbox.tokenCalls());
  }

  @Test
  void sixteen_threads_share_a_refusal_and_the_next_call_asks_again() throws Exception {
    refuseTokens(400, "{\"code\":\"invalidClientIdOrSecret\",\"message\":\"no\"}", 500);
    for (Answer<Person> answer : sixteenAtOnce()) {
      assertEquals("invalidClientIdOrSecret", Sandbox.failure(answer).code());
      assertEquals(FailureKind.CONFIG, Sandbox.failure(answer).kind());
    }
    int calls = sandbox.tokenCalls();
    assertEquals(1, calls);
    sandbox.grantToken("tok1", "7200");
    assertEquals("甲", Sandbox.got(person("u1")).name());
  }

  @Nested
  class A_token_is_renewed {
    @Test
    void ten_minutes_before_it_expires() {
      person("u1");
      sandbox.clock.turn(Duration.ofMinutes(110).minusSeconds(1));
      person("u2");
      assertEquals(1, sandbox.tokenCalls());
      sandbox.clock.turn(Duration.ofSeconds(1));
      person("u3");
      assertEquals(2, sandbox.tokenCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "-7", "null", "\"soon\""})
    void not_more_often_than_every_thirty_seconds(String expireIn) {
      sandbox.grantToken("tok1", expireIn);
      person("u1");
      sandbox.clock.turn(Duration.ofSeconds(29));
      person("u2");
      assertEquals(1, sandbox.tokenCalls());
      sandbox.clock.turn(Duration.ofSeconds(1));
      person("u3");
      assertEquals(2, sandbox.tokenCalls());
    }

    @Test
    void after_two_hours_whatever_it_claims() {
      sandbox.grantToken("tok1", "999999999");
      person("u1");
      sandbox.clock.turn(Duration.ofMinutes(110));
      person("u2");
      assertEquals(2, sandbox.tokenCalls());
    }
  }

  @Nested
  class A_token_that_is_refused {
    @Test
    void is_dropped_and_the_call_made_once_more() {
      sandbox.server.stubFor(
          post(urlPathEqualTo(Sandbox.PERSON_PATH))
              .withQueryParam("access_token", equalTo("tok1"))
              .willReturn(okJson("{\"errcode\":88,\"sub_code\":\"40014\",\"sub_msg\":\"x\"}")));
      sandbox.server.stubFor(
          post(urlEqualTo(Sandbox.TOKEN_PATH))
              .inScenario("renewal")
              .whenScenarioStateIs(Scenario.STARTED)
              .willReturn(okJson("{\"accessToken\":\"tok1\",\"expireIn\":7200}"))
              .willSetStateTo("renewed"));
      sandbox.server.stubFor(
          post(urlEqualTo(Sandbox.TOKEN_PATH))
              .inScenario("renewal")
              .whenScenarioStateIs("renewed")
              .willReturn(okJson("{\"accessToken\":\"tok2\",\"expireIn\":7200}")));
      assertEquals("甲", Sandbox.got(person("u1")).name());
      assertEquals("甲", Sandbox.got(person("u2")).name());
      assertEquals(2, sandbox.tokenCalls());
      assertEquals(3, personCalls());
    }

    @Test
    void twice_gives_up_after_two_calls() {
      sandbox.answer(Sandbox.PERSON_PATH, "{\"errcode\":42001,\"errmsg\":\"expired\"}");
      assertEquals(FailureKind.TOKEN, Sandbox.failure(person("u1")).kind());
      assertEquals(2, sandbox.tokenCalls());
      assertEquals(2, personCalls());
    }
  }

  @Test
  void a_token_answer_without_a_usable_token_is_unreadable() {
    for (String token : new String[] {"", "a b", "a\\nb", "凭"}) {
      sandbox.grantToken(token, "7200");
      assertEquals("DINGTALK-UNREADABLE", Sandbox.failure(person("u1")).code());
    }
    assertEquals(0, personCalls());
  }

  @Test
  void another_tenant_with_the_same_client_id_never_finds_this_ones_token() {
    person("u1");
    refuseTokens(400, "{\"code\":\"invalidClientIdOrSecret\"}", 0);
    DingTalkApp thief = Apps.at(sandbox.server.baseUrl(), "thief", "guess");
    assertEquals(FailureKind.CONFIG, Sandbox.failure(sandbox.client.person(thief, "u1")).kind());
    assertEquals(1, personCalls());
  }

  @Test
  void what_passes_through_never_prints_itself() {
    ObjectNode secret = JsonTexts.object().put("appSecret", "s3cr3t");
    Map<String, String> token = Map.of("access_token", "s3cr3t");
    String printed =
        new Exchange.Call(URI.create("http://x.test"), "/path", token, token, secret).toString()
            + new Exchange.Received(secret, "s3cr3t")
            + new HttpReply(200, Optional.empty(), "s3cr3t");
    assertFalse(printed.contains("s3cr3t"), printed);
  }

  private void refuseTokens(int status, String body, int delay) {
    ResponseDefinitionBuilder refusal = aResponse().withStatus(status).withBody(body);
    sandbox.answer(Sandbox.TOKEN_PATH, refusal.withFixedDelay(delay));
  }

  private Answer<Person> person(String userId) {
    return sandbox.client.person(sandbox.app(), userId);
  }

  private int personCalls() {
    return sandbox
        .server
        .countRequestsMatching(postRequestedFor(urlPathEqualTo(Sandbox.PERSON_PATH)).build())
        .getCount();
  }

  private List<Answer<Person>> sixteenAtOnce() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer<Person>>> running = new ArrayList<>();
      for (int number = 0; number < 16; number++) {
        String userId = "u" + number;
        running.add(threads.submit(() -> person(userId)));
      }
      List<Answer<Person>> answers = new ArrayList<>();
      for (Future<Answer<Person>> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
