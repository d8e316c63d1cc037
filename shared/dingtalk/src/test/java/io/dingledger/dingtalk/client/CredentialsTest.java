package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.access.AccessTokenStore.Token;
import io.dingledger.model.access.Suites;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialsTest {
  /** Shorter than what looks like a token by itself, and with signs that addresses encode. */
  private static final String TOKEN = "t0k-en/+9";

  private final Sandbox sandbox = new Sandbox();

  @BeforeEach
  void grantToken() {
    sandbox.grantToken(TOKEN, "7200");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void the_new_api_takes_the_token_in_a_header_only_and_the_old_one_in_the_query_only(
      Question question) {
    sandbox.answer(question.endpoint.path(), question.goodAnswer);
    Sandbox.got(question.ask(sandbox.client, sandbox.app()));
    boolean inHeader = question.endpoint.path().startsWith("/v1.0/");
    String header = "x-acs-dingtalk-access-token";
    sandbox.server.verify(
        anyRequestedFor(urlPathEqualTo(question.endpoint.path()))
            .withHeader(header, inHeader ? equalTo(TOKEN) : absent())
            .withHeader("Authorization", absent())
            .withQueryParam("access_token", inHeader ? absent() : equalTo(TOKEN)));
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void no_failure_repeats_the_token_however_dingtalk_quotes_it(Question question) {
    String quoted = "no " + TOKEN + " nor t0k-en%2F%2B9 " + "long ".repeat(55) + TOKEN;
    sandbox.answer(
        question.endpoint.path(),
        aResponse()
            .withStatus(400)
            .withBody("{\"code\":\"x." + TOKEN + "\",\"message\":\"" + quoted + "\"}"));
    assertNothingLeaks(question.ask(sandbox.client, sandbox.app()), TOKEN, "t0k", "2F%2B9");
  }

  @Test
  void no_failure_repeats_the_secrets_that_tokens_are_asked_for_with() {
    String quoted = "secret-of-acme, " + SuiteInMemory.SECRET + " and ticket-0001";
    for (String path : new String[] {Sandbox.TOKEN_PATH, Sandbox.CORP_TOKEN_PATH}) {
      sandbox.answer(
          path,
          aResponse()
              .withStatus(400)
              .withBody("{\"code\":\"invalidParameter\",\"message\":\"" + quoted + "\"}"));
    }
    Answer<?> own = sandbox.client.person(sandbox.app(), "u1");
    assertEquals("invalidParameter", Sandbox.failure(own).code());
    assertNothingLeaks(own, "secret-of-acme");
    Answer<?> thirdParty = sandbox.client.person(sandbox.thirdPartyApp(), "u1");
    assertNothingLeaks(thirdParty, SuiteInMemory.SECRET, "ticket-0001");
  }

  @Test
  void a_ticket_of_a_letter_or_two_does_not_garble_every_word() {
    sandbox.suites.ticket = Optional.of(Secret.of("e"));
    sandbox.answer(
        Sandbox.CORP_TOKEN_PATH,
        aResponse().withStatus(400).withBody("{\"code\":\"invalidAuthInfo\",\"message\":\"e\"}"));
    Failure failure = Sandbox.failure(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
    assertEquals("invalidAuthInfo", failure.code());
  }

  @Test
  void what_passes_through_never_prints_itself() {
    ObjectNode body = JsonTexts.object().put("appSecret", "s3cr3t");
    Map<String, String> token = Map.of("access_token", "s3cr3t");
    Secret secret = Secret.of("s3cr3t");
    DingTalkApp app = sandbox.app();
    DingTalkApp.Internal own = new DingTalkApp.Internal("client", secret);
    DingTalkApp withSecret =
        new DingTalkApp(app.tenant(), app.corpId(), own, app.apiBase(), app.oldApiBase());
    Exchange exchange =
        new Exchange(
            DingTalkClient.newHttpClient(), sandbox.clock, Pauses.REAL, Duration.ofSeconds(1));
    TokenRequests requests = new TokenRequests(exchange, Suites.NONE, sandbox.clock);
    TokenRequests.Request request = Sandbox.got(requests.of(withSecret));
    String printed =
        new Exchange.Call(
                    URI.create("http://x.test"),
                    "/path",
                    token,
                    token,
                    Optional.of(body),
                    List.of(secret))
                .toString()
            + new Exchange.Received(body, "s3cr3t")
            + new HttpReply(200, Optional.empty(), "s3cr3t")
            + new Token(secret, sandbox.clock.instant(), sandbox.clock.instant())
            + request
            + request.call().get()
            + AppKey.of(withSecret)
            + sandbox.client
            + new SharedAccess(sandbox.tokens, (tenant, now) -> null, sandbox.suites);
    assertFalse(printed.contains("s3cr3t"), printed);
  }

  private static void assertNothingLeaks(Answer<?> answer, String... secrets) {
    Failure failure = Sandbox.failure(answer);
    for (String secret : secrets) {
      assertFalse(failure.toString().contains(secret), failure.toString());
    }
    assertTrue(failure.detail().contains("***"), failure.detail());
  }
}
