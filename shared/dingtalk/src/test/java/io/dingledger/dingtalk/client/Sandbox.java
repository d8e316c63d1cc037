package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.dingledger.dingtalk.Apps;
import io.dingledger.model.access.AccessTokenStore;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.access.TokenKey;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stand-in for DingTalk on this machine, and a client that talks to it. Pauses turn the clock.
 */
final class Sandbox implements AutoCloseable {
  static final String TOKEN_PATH = "/v1.0/oauth2/accessToken";
  static final String CORP_TOKEN_PATH = "/v1.0/oauth2/corpAccessToken";
  static final String APPROVAL_PATH = Endpoint.APPROVAL.path();
  static final String PERSON_PATH = Endpoint.PERSON.path();

  final TurnedClock clock = new TurnedClock();
  final TokensInMemory tokens = new TokensInMemory();
  final SuiteInMemory suites = new SuiteInMemory();
  final WireMockServer server = new WireMockServer(options().dynamicPort());
  final Pauses turning =
      delay -> {
        clock.turn(delay);
        return true;
      };
  private final HttpClient http = DingTalkClient.newHttpClient();
  private final Duration requestLimit;
  final DingTalkClient client;

  Sandbox() {
    this(Duration.ofSeconds(10));
  }

  Sandbox(Duration requestLimit) {
    this.requestLimit = requestLimit;
    server.start();
    client = client(tokens, CallBudget.UNLIMITED, turning);
    grantToken("tok1", "7200");
  }

  DingTalkClient client(AccessTokenStore store, CallBudget budget, Pauses pauses) {
    return new DingTalkClient(
        http,
        new SharedAccess(store, budget, suites),
        clock,
        pauses,
        new Patience(requestLimit, Patience.USUAL.tokenLock()));
  }

  DingTalkApp app() {
    return Apps.at(server.baseUrl());
  }

  DingTalkApp thirdPartyApp() {
    return SuiteInMemory.app(server.baseUrl());
  }

  TokenKey key() {
    return new TokenKey(app().tenant(), Apps.CORP, Apps.CLIENT, server.baseUrl());
  }

  void grantToken(String token, String expireIn) {
    grantToken(token, expireIn, 0);
  }

  void grantToken(String token, String expireIn, int milliseconds) {
    String body = "{\"accessToken\":\"" + token + "\",\"expireIn\":" + expireIn + "}";
    for (String path : new String[] {TOKEN_PATH, CORP_TOKEN_PATH}) {
      server.stubFor(post(urlEqualTo(path)).willReturn(okJson(body).withFixedDelay(milliseconds)));
    }
  }

  /** Keeps a fresh token in the store, so that none is asked for. */
  void keepToken(String value) {
    Instant now = clock.instant();
    tokens.keep(
        key(),
        new AccessTokenStore.Token(
            Secret.of(value), now.plusSeconds(6_600), now.plusSeconds(7_200)));
  }

  void answer(String path, String json) {
    answer(path, okJson(json));
  }

  void answer(String path, ResponseDefinitionBuilder response) {
    server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
  }

  int calls(String path) {
    return server.countRequestsMatching(anyRequestedFor(urlPathEqualTo(path)).build()).getCount();
  }

  int tokenCalls() {
    return calls(TOKEN_PATH) + calls(CORP_TOKEN_PATH);
  }

  int allCalls() {
    return server.getAllServeEvents().size();
  }

  static Approval finished(String instanceId) {
    return new Approval(
        instanceId,
        "PROC-1",
        "",
        "202409110943000123456",
        Phase.FINISH,
        Optional.of(Result.AGREE),
        "manager1234",
        "",
        Optional.of(Instant.ofEpochMilli(1_726_020_312_345L)));
  }

  static Failure failure(Answer<?> answer) {
    return assertInstanceOf(Answer.Failed.class, answer).failure();
  }

  static <T> T got(Answer<T> answer) {
    if (answer instanceof Answer.Got<T>(T value)) {
      return value;
    }
    throw new AssertionError("expected an answer, got " + answer);
  }

  @Override
  public void close() {
    server.stop();
    http.close();
  }
}
