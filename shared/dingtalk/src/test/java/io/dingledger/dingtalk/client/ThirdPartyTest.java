package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.access.CallBudget;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThirdPartyTest {
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
  void its_token_is_asked_for_with_suite_company_and_the_newest_ticket() {
    sandbox.suites.ticket = Optional.of(Secret.of("ticket-0002"));
    Sandbox.got(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
    sandbox.server.verify(
        postRequestedFor(urlEqualTo(Sandbox.CORP_TOKEN_PATH))
            .withRequestBody(
                equalToJson(
                    "{\"suiteKey\":\"suite-key-1\",\"suiteSecret\":\""
                        + SuiteInMemory.SECRET
                        + "\",\"authCorpId\":\""
                        + Apps.CORP
                        + "\",\"suiteTicket\":\"ticket-0002\"}")));
    sandbox.server.verify(
        postRequestedFor(urlPathEqualTo(Sandbox.PERSON_PATH))
            .withQueryParam("access_token", equalTo("tok1")));
  }

  @Test
  void its_token_is_shared_between_processes() {
    Sandbox.got(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
    DingTalkClient other = sandbox.client(sandbox.tokens, CallBudget.UNLIMITED, sandbox.turning);
    Sandbox.got(other.person(sandbox.thirdPartyApp(), "u1"));
    assertEquals(1, sandbox.tokenCalls());
  }

  @Test
  void without_a_ticket_it_waits_for_the_next_one() {
    sandbox.suites.ticket = Optional.empty();
    assertFailure("DINGTALK-TICKET-MISSING", FailureKind.TICKET);
    assertEquals(0, sandbox.allCalls());
    sandbox.suites.ticket = Optional.of(Secret.of("ticket-0003"));
    Sandbox.got(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
  }

  @Test
  void with_a_ticket_that_dingtalk_refuses_it_waits_too() {
    sandbox.answer(
        Sandbox.CORP_TOKEN_PATH,
        aResponse().withStatus(400).withBody("{\"code\":\"invalidSuiteTicket\"}"));
    assertFailure("invalidSuiteTicket", FailureKind.TICKET);
  }

  @Test
  void of_a_company_that_has_not_authorised_it_is_a_matter_of_configuration() {
    sandbox.answer(
        Sandbox.CORP_TOKEN_PATH,
        aResponse().withStatus(400).withBody("{\"code\":\"invalidAuthInfo\"}"));
    assertFailure("invalidAuthInfo", FailureKind.CONFIG);
  }

  @Test
  void of_an_unknown_suite_is_a_matter_of_configuration() {
    URI base = URI.create(sandbox.server.baseUrl());
    DingTalkApp known = sandbox.thirdPartyApp();
    DingTalkApp unknown =
        new DingTalkApp(known.tenant(), Apps.CORP, new DingTalkApp.ThirdParty("999"), base, base);
    Failure failure = Sandbox.failure(sandbox.client.person(unknown, "u1"));
    assertEquals("DINGTALK-SUITE-UNKNOWN", failure.code());
    assertEquals(FailureKind.CONFIG, failure.kind());
    assertEquals(0, sandbox.allCalls());
  }

  @Test
  void is_not_told_hire_dates_and_does_not_ask() {
    assertEquals(
        Map.of(), Sandbox.got(sandbox.client.hireDates(sandbox.thirdPartyApp(), List.of("u1"))));
    assertEquals(0, sandbox.allCalls());
  }

  @Test
  void cannot_list_instances_and_does_not_ask() {
    Failure failure =
        Sandbox.failure(Question.INSTANCES.ask(sandbox.client, sandbox.thirdPartyApp()));
    assertEquals("DINGTALK-INTERNAL-ONLY", failure.code());
    assertEquals(FailureKind.CONFIG, failure.kind());
    assertEquals(0, sandbox.allCalls());
  }

  @Test
  void has_no_monthly_budget() {
    DingTalkClient client =
        sandbox.client(
            sandbox.tokens,
            (tenant, now) -> new CallBudget.Permit.Exhausted(now.plusSeconds(9)),
            sandbox.turning);
    sandbox.answer(Question.APPROVAL.endpoint.path(), Question.APPROVAL.goodAnswer);
    Sandbox.got(Question.APPROVAL.ask(client, sandbox.thirdPartyApp()));
  }

  private void assertFailure(String code, FailureKind kind) {
    Failure failure = Sandbox.failure(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
    assertEquals(code, failure.code());
    assertEquals(kind, failure.kind());
  }
}
