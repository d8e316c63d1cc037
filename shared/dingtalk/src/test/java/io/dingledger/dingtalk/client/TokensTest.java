package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private final Sandbox sandbox = new Sandbox();

  @BeforeEach
  void answerPeople() {
    sandbox.answer(Sandbox.PERSON_PATH, Question.PERSON.goodAnswer);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_token_is_asked_for_with_key_and_secret_and_used_again() {
    person();
    person();
    assertEquals(1, sandbox.tokenCalls());
    sandbox.server.verify(
        postRequestedFor(urlEqualTo(Sandbox.TOKEN_PATH))
            .withRequestBody(
                equalToJson(
                    "{\"appKey\":\"" + Apps.CLIENT + "\",\"appSecret\":\"secret-of-acme\"}")));
  }

  @Test
  void the_store_is_read_once_a_minute_and_not_with_each_call() {
    sandbox.keepToken("tok1");
    person();
    sandbox.clock.turn(Duration.ofSeconds(59));
    person();
    assertEquals(1, sandbox.tokens.finds.get());
    sandbox.clock.turn(Duration.ofSeconds(1));
    person();
    assertEquals(2, sandbox.tokens.finds.get());
    assertEquals(0, sandbox.tokenCalls());
  }

  @Nested
  class A_token_is_renewed {
    @Test
    void ten_minutes_before_it_expires() {
      person();
      sandbox.clock.turn(Duration.ofMinutes(110).minusMillis(1));
      person();
      assertEquals(1, sandbox.tokenCalls());
      sandbox.clock.turn(Duration.ofMillis(1));
      person();
      assertEquals(2, sandbox.tokenCalls());
    }

    @Test
    void half_way_when_its_life_is_short() {
      sandbox.grantToken("tok1", "600");
      person();
      sandbox.clock.turn(Duration.ofSeconds(300).minusMillis(1));
      person();
      assertEquals(1, sandbox.tokenCalls());
      sandbox.clock.turn(Duration.ofMillis(1));
      person();
      assertEquals(2, sandbox.tokenCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-7", "null", "\"soon\"", "0.5"})
    void after_fifteen_seconds_when_its_life_is_not_stated(String expireIn) {
      sandbox.grantToken("tok1", expireIn);
      person();
      sandbox.clock.turn(Duration.ofSeconds(14));
      person();
      assertEquals(1, sandbox.tokenCalls());
      sandbox.clock.turn(Duration.ofSeconds(1));
      person();
      assertEquals(2, sandbox.tokenCalls());
    }

    @Test
    void after_two_hours_whatever_it_claims() {
      sandbox.grantToken("tok1", "999999999");
      person();
      sandbox.clock.turn(Duration.ofMinutes(110));
      person();
      assertEquals(2, sandbox.tokenCalls());
    }
  }

  @Nested
  class A_renewal_that_fails {
    @BeforeEach
    void renewalIsDue() {
      person();
      sandbox.clock.turn(Duration.ofMinutes(110));
      sandbox.answer(Sandbox.TOKEN_PATH, aResponse().withStatus(503).withBody("{}"));
    }

    @Test
    void leaves_the_old_token_in_use_and_is_tried_again_after_half_a_minute() {
      Sandbox.got(person());
      Sandbox.got(person());
      assertEquals(2, sandbox.tokenCalls());
      sandbox.clock.turn(Duration.ofSeconds(30));
      Sandbox.got(person());
      assertEquals(3, sandbox.tokenCalls());
    }

    @Test
    void is_a_failure_once_the_old_token_has_expired_which_is_then_never_used() {
      Sandbox.got(person());
      sandbox.clock.turn(Duration.ofMinutes(10));
      int calls = sandbox.calls(Sandbox.PERSON_PATH);
      assertEquals("HTTP-503", Sandbox.failure(person()).code());
      assertEquals(calls, sandbox.calls(Sandbox.PERSON_PATH));
    }

    @Test
    void does_not_stretch_the_old_token_beyond_its_life() {
      sandbox.clock.turn(Duration.ofMinutes(10).minusSeconds(5));
      Sandbox.got(person());
      sandbox.clock.turn(Duration.ofSeconds(5));
      assertEquals("HTTP-503", Sandbox.failure(person()).code());
    }
  }

  @Nested
  class An_unknown_error_of_the_token_service {
    @BeforeEach
    void tokensFail() {
      sandbox.answer(
          Sandbox.TOKEN_PATH,
          aResponse().withStatus(500).withBody("{\"code\":\"unknownError\",\"message\":\"x\"}"));
    }

    @Test
    void becomes_a_suspicion_about_the_configuration_the_third_time() {
      assertKind(FailureKind.TRANSIENT, "unknownError");
      sandbox.clock.turn(Duration.ofSeconds(40));
      assertKind(FailureKind.TRANSIENT, "unknownError");
      sandbox.clock.turn(Duration.ofSeconds(40));
      assertKind(FailureKind.CONFIG, "DINGTALK-TOKEN-SERVICE-FAILS");
    }

    @Test
    void is_passing_however_often_it_comes_within_seconds() {
      for (int count = 0; count < 10; count++) {
        assertKind(FailureKind.TRANSIENT, "unknownError");
      }
    }

    @Test
    void is_forgotten_with_any_other_answer() {
      assertKind(FailureKind.TRANSIENT, "unknownError");
      assertKind(FailureKind.TRANSIENT, "unknownError");
      sandbox.clock.turn(Duration.ofMinutes(2));
      sandbox.answer(Sandbox.TOKEN_PATH, aResponse().withStatus(503).withBody("{}"));
      assertKind(FailureKind.TRANSIENT, "HTTP-503");
      tokensFail();
      assertKind(FailureKind.TRANSIENT, "unknownError");
    }

    private void assertKind(FailureKind kind, String code) {
      Failure failure = Sandbox.failure(person());
      assertEquals(code, failure.code());
      assertEquals(kind, failure.kind());
    }
  }

  @Test
  void a_token_answer_without_a_usable_token_is_unreadable() {
    for (String token : new String[] {"", "a b", "a\\nb", "凭"}) {
      sandbox.grantToken(token, "7200");
      assertEquals("DINGTALK-UNREADABLE", Sandbox.failure(person()).code());
    }
    assertEquals(0, sandbox.calls(Sandbox.PERSON_PATH));
  }

  @Test
  void another_tenant_with_the_same_client_id_never_finds_this_ones_token() {
    person();
    sandbox.answer(
        Sandbox.TOKEN_PATH,
        aResponse().withStatus(400).withBody("{\"code\":\"invalidClientIdOrSecret\"}"));
    DingTalkApp thief = Apps.at(sandbox.server.baseUrl(), "thief", "guess");
    assertEquals(FailureKind.CONFIG, Sandbox.failure(sandbox.client.person(thief, "u1")).kind());
    assertEquals(1, sandbox.calls(Sandbox.PERSON_PATH));
  }

  @Test
  void a_fetch_that_brings_nothing_gives_the_right_to_fetch_back() {
    sandbox.answer(Sandbox.TOKEN_PATH, okJson("{}"));
    assertEquals("DINGTALK-UNREADABLE", Sandbox.failure(person()).code());
    sandbox.grantToken("tok1", "7200");
    Sandbox.got(person());
    assertEquals(2, sandbox.tokenCalls());
  }

  private Answer<Person> person() {
    return sandbox.client.person(sandbox.app(), "u1");
  }
}
