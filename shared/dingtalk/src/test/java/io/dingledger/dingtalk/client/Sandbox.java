package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.dingledger.dingtalk.Apps;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.DingTalkApp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stand-in for DingTalk on this machine, and a client that talks to it. */
final class Sandbox implements AutoCloseable {
  static final String TOKEN_PATH = "/v1.0/oauth2/accessToken";
  static final String APPROVAL_PATH = "/v1.0/workflow/processInstances";
  static final String PERSON_PATH = "/topapi/v2/user/get";
  static final String DEPARTMENT_PATH = "/topapi/v2/department/get";

  final TurnedClock clock = new TurnedClock();
  final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final HttpClient http = DingTalkClient.newHttpClient();
  final DingTalkClient client;

  Sandbox() {
    this(Duration.ofSeconds(10));
  }

  Sandbox(Duration requestLimit) {
    server.start();
    client = new DingTalkClient(http, clock, Duration.ofMinutes(10), requestLimit);
    grantToken("tok1", "7200");
  }

  DingTalkApp app() {
    return Apps.at(server.baseUrl());
  }

  void grantToken(String token, String expireIn) {
    server.stubFor(
        post(urlEqualTo(TOKEN_PATH))
            .willReturn(
                okJson("{\"accessToken\":\"" + token + "\",\"expireIn\":" + expireIn + "}")));
  }

  void answer(String path, String json) {
    answer(path, okJson(json));
  }

  void answer(String path, ResponseDefinitionBuilder response) {
    MappingBuilder mapping = any(urlPathEqualTo(path)).willReturn(response);
    server.stubFor(mapping);
  }

  int tokenCalls() {
    return server
        .countRequestsMatching(postRequestedFor(urlEqualTo(TOKEN_PATH)).build())
        .getCount();
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
