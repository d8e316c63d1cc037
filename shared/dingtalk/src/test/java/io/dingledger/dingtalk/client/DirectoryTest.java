package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.DingTalk.HireDates;
import io.dingledger.dingtalk.DingTalk.PeoplePage;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Secret;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryTest {
  private final Sandbox sandbox = new Sandbox();

  @AfterEach
  void close() {
    sandbox.close();
  }

  private void answer(Endpoint endpoint, String result) {
    sandbox.answer(endpoint.path(), "{\"errcode\":0,\"result\":" + result + "}");
  }

  private void assertAsked(Endpoint endpoint, String body) {
    sandbox.server.verify(
        postRequestedFor(urlPathEqualTo(endpoint.path())).withRequestBody(equalToJson(body)));
  }

  private void assertRefusedWithoutACall(Answer<?> answer, String code) {
    assertEquals(code, Sandbox.failure(answer).code());
    assertEquals(FailureKind.DATA, Sandbox.failure(answer).kind());
    assertEquals(0, sandbox.allCalls());
  }

  @Nested
  class A_person {
    @Test
    void has_a_number_departments_and_a_day_of_hire() {
      answer(
          Endpoint.PERSON,
          "{\"userid\":\"u1\",\"name\":\"甲\",\"job_number\":\"A7\",\"dept_id_list\":[7,1],"
              + "\"hired_date\":1597507200000}");
      assertEquals(
          new Person(
              "u1",
              "甲",
              "A7",
              List.of("7", "1"),
              Optional.of(LocalDate.of(2020, 8, 16)),
              Optional.empty(),
              true),
          Sandbox.got(person("u1")));
      assertAsked(Endpoint.PERSON, "{\"userid\":\"u1\"}");
    }

    @Test
    void may_be_written_in_texts_as_in_dingtalks_own_example() {
      answer(
          Endpoint.PERSON,
          "{\"name\":\"甲\",\"dept_id_list\":\"[2,3,-1,\\\"x\\\"]\",\"hired_date\":\"1597573616828\"}");
      Person read = Sandbox.got(person("u1"));
      assertEquals(List.of("2", "3", "1"), read.departmentIds());
      assertEquals(Optional.of(LocalDate.of(2020, 8, 16)), read.hiredOn());
    }

    @Test
    void of_a_third_party_app_has_no_day_of_hire() {
      answer(Endpoint.PERSON, "{\"userid\":\"u1\",\"name\":\"甲\",\"job_number\":\"A7\"}");
      Person read = Sandbox.got(sandbox.client.person(sandbox.thirdPartyApp(), "u1"));
      assertEquals(new Person("u1", "甲", "A7"), read);
    }

    @Test
    void is_asked_for_anew_each_time_for_the_snapshot_is_in_the_table() {
      answer(Endpoint.PERSON, "{\"name\":\"甲\"}");
      person("u1");
      answer(Endpoint.PERSON, "{\"name\":\"乙\"}");
      assertEquals("乙", Sandbox.got(person("u1")).name());
    }

    @Test
    void who_has_left_gives_dingtalks_own_code() {
      sandbox.answer(Sandbox.PERSON_PATH, "{\"errcode\":60121,\"errmsg\":\"找不到该用户\"}");
      Failure failure = Sandbox.failure(person("u1"));
      assertEquals("60121", failure.code());
      assertEquals(FailureKind.DATA, failure.kind());
    }

    @Test
    void with_an_impossible_id_costs_no_call() {
      for (String id : new String[] {"", " ", "u".repeat(129)}) {
        assertRefusedWithoutACall(person(id), "DINGTALK-BAD-IDENTIFIER");
      }
    }

    private Answer<Person> person(String id) {
      return sandbox.client.person(sandbox.app(), id);
    }
  }

  @Nested
  class A_page_of_people {
    @Test
    void says_where_the_next_one_begins() {
      answer(
          Endpoint.PEOPLE,
          "{\"has_more\":\"true\",\"next_cursor\":\"100\",\"list\":["
              + "{\"userid\":\"u1\",\"name\":\"甲\",\"job_number\":7,\"dept_id_list\":[1]},"
              + "{\"userid\":\"u2\",\"name\":\"乙\"}]}");
      PeoplePage page = Sandbox.got(people("-1", 0));
      assertEquals(Optional.of(100L), page.next());
      assertEquals(List.of("u1", "u2"), page.people().stream().map(Person::userId).toList());
      assertEquals("7", page.people().getFirst().jobNumber());
      assertAsked(Endpoint.PEOPLE, "{\"dept_id\":1,\"cursor\":0,\"size\":100}");
    }

    @Test
    void is_the_last_one_when_there_is_no_more_whatever_the_cursor() {
      answer(Endpoint.PEOPLE, "{\"has_more\":false,\"next_cursor\":9,\"list\":[]}");
      assertEquals(new PeoplePage(List.of(), Optional.empty()), Sandbox.got(people("7", 100)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "99", "0", "-1", "null", "\"x\""})
    void that_does_not_lead_on_is_an_error_and_not_an_endless_walk(String cursor) {
      answer(Endpoint.PEOPLE, "{\"has_more\":true,\"next_cursor\":" + cursor + ",\"list\":[]}");
      assertEquals("DINGTALK-ENDLESS-PAGES", Sandbox.failure(people("7", 100)).code());
    }

    @Test
    void of_an_impossible_department_or_place_costs_no_call() {
      assertRefusedWithoutACall(people("x", 0), "DINGTALK-BAD-IDENTIFIER");
      assertRefusedWithoutACall(people("7", -1), "DINGTALK-BAD-IDENTIFIER");
    }

    private Answer<PeoplePage> people(String departmentId, long cursor) {
      return sandbox.client.people(sandbox.app(), departmentId, cursor);
    }
  }

  @Nested
  class A_department {
    @Test
    void has_a_code_and_the_one_above_it() {
      answer(
          Endpoint.DEPARTMENT,
          "{\"dept_id\":7,\"name\":\"财务部\",\"code\":\"0007\",\"parent_id\":1}");
      assertEquals(
          new Department("7", "财务部", "0007", "1", List.of("财务部")),
          Sandbox.got(sandbox.client.department(sandbox.app(), "7")));
    }

    @Test
    void that_is_the_root_is_asked_for_as_one_and_has_none_above_it() {
      answer(Endpoint.DEPARTMENT, "{\"dept_id\":1,\"name\":\"总部\"}");
      for (String root : new String[] {"-1", "1"}) {
        assertEquals(
            new Department("1", "总部", "", "", List.of("总部")),
            Sandbox.got(sandbox.client.department(sandbox.app(), root)));
      }
      sandbox.server.verify(
          2,
          postRequestedFor(urlPathEqualTo(Endpoint.DEPARTMENT.path()))
              .withRequestBody(equalToJson("{\"dept_id\":1}")));
    }

    @Test
    void has_those_right_below_it_without_codes() {
      answer(
          Endpoint.DEPARTMENTS_BELOW,
          "[{\"dept_id\":7,\"name\":\"财务部\",\"parent_id\":1},"
              + "{\"dept_id\":\"8\",\"name\":\"销售部\",\"parent_id\":\"1\"}]");
      assertEquals(
          List.of(
              new Department("7", "财务部", "", "1", List.of("财务部")),
              new Department("8", "销售部", "", "1", List.of("销售部"))),
          Sandbox.got(sandbox.client.departmentsBelow(sandbox.app(), "-1")));
      assertAsked(Endpoint.DEPARTMENTS_BELOW, "{\"dept_id\":1}");
    }

    @Test
    void with_an_impossible_id_costs_no_call() {
      for (String id : new String[] {"", "x", "-2", "0", "1.5", "9".repeat(30)}) {
        assertRefusedWithoutACall(
            sandbox.client.department(sandbox.app(), id), "DINGTALK-BAD-IDENTIFIER");
        assertRefusedWithoutACall(
            sandbox.client.departmentsBelow(sandbox.app(), id), "DINGTALK-BAD-IDENTIFIER");
      }
    }
  }

  @Nested
  class The_roster {
    @ParameterizedTest
    @CsvSource({
      "2019-07-01, '', 2019-07-01",
      "2019-07-01 00:00:00, '', 2019-07-01",
      "1561910400000, '', 2019-07-01",
      "473356800000, '', 1985-01-01",
      "'', 2019-07-01, 2019-07-01",
      "soon, 2019-07-01, 2019-07-01",
      "2019-02-30, '', ",
      "'', '', ",
      "soon, later, "
    })
    void tells_days_as_texts_or_milliseconds(String value, String label, LocalDate expected) {
      answerRoster(field("sys02-joinWorkingTime", value, label));
      assertEquals(
          Map.of("u1", new HireDates(Optional.empty(), Optional.ofNullable(expected))),
          Sandbox.got(hireDates(List.of("u1"))));
    }

    @Test
    void tells_both_days_and_is_asked_for_nothing_else() {
      answerRoster(
          field("sys02-joinWorkingTime", "2010-07-01", "")
              + ","
              + field("sys00-confirmJoinTime", "2019-03-04", ""));
      assertEquals(
          Map.of(
              "u1",
              new HireDates(
                  Optional.of(LocalDate.of(2019, 3, 4)), Optional.of(LocalDate.of(2010, 7, 1)))),
          Sandbox.got(hireDates(List.of("u1"))));
      assertAsked(
          Endpoint.ROSTER,
          "{\"userIdList\":[\"u1\"],\"text2SelectConvert\":false,\"fieldFilterList\":"
              + "[\"sys00-confirmJoinTime\",\"sys02-joinWorkingTime\"]}");
    }

    @Test
    void is_asked_for_in_the_name_of_the_app_when_its_agent_is_known() {
      answerRoster(field("sys02-joinWorkingTime", "2010-07-01", ""));
      DingTalkApp plain = sandbox.app();
      DingTalkApp app =
          new DingTalkApp(
              plain.tenant(),
              plain.corpId(),
              new DingTalkApp.Internal(Apps.CLIENT, Secret.of("secret-of-acme"), "41001"),
              plain.apiBase(),
              plain.oldApiBase());
      Sandbox.got(sandbox.client.hireDates(app, List.of("u1")));
      assertAsked(
          Endpoint.ROSTER,
          "{\"appAgentId\":\"41001\",\"userIdList\":[\"u1\"],\"text2SelectConvert\":false,"
              + "\"fieldFilterList\":[\"sys00-confirmJoinTime\",\"sys02-joinWorkingTime\"]}");
    }

    @Test
    void without_a_person_says_nothing_of_them() {
      sandbox.answer(Endpoint.ROSTER.path(), "{\"result\":[{\"fieldDataList\":[]}]}");
      assertEquals(Map.of(), Sandbox.got(hireDates(List.of("u1"))));
    }

    @Test
    void is_not_asked_about_nobody_or_too_many_or_the_impossible() {
      assertEquals(Map.of(), Sandbox.got(hireDates(List.of())));
      assertRefusedWithoutACall(
          hireDates(Collections.nCopies(101, "u1")), "DINGTALK-BEYOND-LIMITS");
      assertRefusedWithoutACall(hireDates(List.of("u1", "")), "DINGTALK-BAD-IDENTIFIER");
    }

    private void answerRoster(String fields) {
      sandbox.answer(
          Endpoint.ROSTER.path(),
          "{\"result\":[{\"userId\":\"u1\",\"fieldDataList\":[" + fields + "]}]}");
    }

    private static String field(String code, String value, String label) {
      return "{\"fieldCode\":\"%s\",\"fieldValueList\":[{\"value\":\"%s\",\"label\":\"%s\"}]}"
          .formatted(code, value, label);
    }

    private Answer<Map<String, HireDates>> hireDates(List<String> userIds) {
      return sandbox.client.hireDates(sandbox.app(), userIds);
    }
  }
}
