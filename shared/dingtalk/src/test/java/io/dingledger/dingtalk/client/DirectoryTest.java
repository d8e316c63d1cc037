package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.Apps;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private final Sandbox sandbox = new Sandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Nested
  class A_person {
    @Test
    void is_read_with_the_token_in_the_query_and_kept_for_a_while() {
      people("甲");
      assertEquals(new Person("u1", "甲", "A7"), person("u1"));
      people("乙");
      sandbox.clock.turn(Duration.ofMinutes(10).minusMillis(1));
      assertEquals("甲", person("u1").name());
      sandbox.clock.turn(Duration.ofMillis(1));
      assertEquals("乙", person("u1").name());
      sandbox.server.verify(
          2,
          postRequestedFor(urlPathEqualTo(Sandbox.PERSON_PATH))
              .withQueryParam("access_token", equalTo("tok1"))
              .withRequestBody(equalToJson("{\"userid\":\"u1\"}")));
    }

    @Test
    void without_a_job_number_has_an_empty_one() {
      sandbox.answer(Sandbox.PERSON_PATH, "{\"errcode\":0,\"result\":{\"name\":\"甲\"}}");
      assertEquals(new Person("u1", "甲", ""), person("u1"));
    }

    @Test
    void of_another_tenant_is_asked_for_anew() {
      people("甲");
      person("u1");
      people("乙");
      assertEquals(
          "乙",
          Sandbox.got(
                  sandbox.client.person(Apps.at(sandbox.server.baseUrl(), "other", "secret"), "u1"))
              .name());
    }

    @Test
    void who_is_not_found_is_a_matter_of_data_and_not_kept() {
      sandbox.answer(Sandbox.PERSON_PATH, "{\"errcode\":60121,\"errmsg\":\"找不到该用户\"}");
      assertEquals(
          FailureKind.DATA, Sandbox.failure(sandbox.client.person(sandbox.app(), "u1")).kind());
      people("甲");
      assertEquals("甲", person("u1").name());
    }

    @Test
    void with_an_impossible_id_costs_no_call() {
      for (String id : new String[] {"", " ", "u".repeat(129)}) {
        assertEquals(
            "DINGTALK-BAD-IDENTIFIER",
            Sandbox.failure(sandbox.client.person(sandbox.app(), id)).code());
      }
      assertEquals(0, sandbox.tokenCalls());
    }

    @Test
    void without_a_result_is_unreadable() {
      sandbox.answer(Sandbox.PERSON_PATH, "{\"errcode\":0}");
      assertEquals(
          "DINGTALK-UNREADABLE",
          Sandbox.failure(sandbox.client.person(sandbox.app(), "u1")).code());
    }

    private void people(String name) {
      sandbox.answer(
          Sandbox.PERSON_PATH,
          "{\"errcode\":0,\"result\":{\"userid\":\"u1\",\"name\":\""
              + name
              + "\",\"job_number\":\"A7\"}}");
    }

    private Person person(String id) {
      return Sandbox.got(sandbox.client.person(sandbox.app(), id));
    }
  }

  @Nested
  class A_department {
    @Test
    void minus_one_is_the_root_and_shares_its_place_in_memory() {
      sandbox.answer(
          Sandbox.DEPARTMENT_PATH,
          "{\"errcode\":0,\"result\":{\"dept_id\":1,\"name\":\"总部\",\"code\":\"0001\"}}");
      Department root = new Department("1", "总部", "0001");
      assertEquals(root, Sandbox.got(sandbox.client.department(sandbox.app(), "-1")));
      assertEquals(root, Sandbox.got(sandbox.client.department(sandbox.app(), "1")));
      sandbox.server.verify(
          1,
          postRequestedFor(urlPathEqualTo(Sandbox.DEPARTMENT_PATH))
              .withRequestBody(equalToJson("{\"dept_id\":1}")));
    }

    @Test
    void with_an_impossible_id_costs_no_call() {
      for (String id : new String[] {"", "x", "-2", "0", "1.5", "9".repeat(30)}) {
        assertEquals(
            "DINGTALK-BAD-IDENTIFIER",
            Sandbox.failure(sandbox.client.department(sandbox.app(), id)).code());
      }
      assertEquals(0, sandbox.tokenCalls());
    }
  }

  @Test
  void what_is_kept_is_bounded_and_the_oldest_goes_first() {
    BoundedCache<String, String> cache =
        new BoundedCache<>(2, Duration.ofMinutes(1), sandbox.clock);
    cache.put("a", "1");
    cache.put("b", "2");
    cache.put("c", "3");
    assertEquals(Optional.empty(), cache.get("a"));
    assertEquals(Optional.of("2"), cache.get("b"));
    assertEquals(Optional.of("3"), cache.get("c"));
  }
}
