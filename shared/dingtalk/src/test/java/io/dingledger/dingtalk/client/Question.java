package io.dingledger.dingtalk.client;

import io.dingledger.dingtalk.DingTalk;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/** Every question of the port, with an answer that is fine and some of the wrong shape. */
enum Question {
  APPROVAL(
      Endpoint.APPROVAL,
      "{\"success\":true,\"result\":{\"createTime\":\"2024-09-11T09:43Z\","
          + "\"formComponentValues\":[]}}",
      List.of("{\"success\":true}", "{\"result\":[]}", "{\"result\":{}}", "{\"result\":7}"),
      (client, app) -> client.approval(app, Sandbox.finished("k1"))),
  TRIP(
      Endpoint.TRIP,
      "{\"success\":true,\"result\":{\"journeys\":[]}}",
      List.of("{\"success\":true}", "{\"result\":[]}", "{\"result\":\"x\"}"),
      (client, app) -> client.trip(app, "k1")),
  INSTANCES(
      Endpoint.INSTANCE_IDS,
      "{\"success\":true,\"result\":{\"list\":[\"k1\"],\"nextToken\":\"20\"}}",
      List.of(
          "{\"success\":true}",
          "{\"result\":{}}",
          "{\"result\":[\"k1\"]}",
          "{\"result\":{\"list\":\"k1\"}}",
          "{\"result\":{\"list\":[\"k1\",\" \"]}}",
          "{\"result\":{\"list\":[\"k1\",{}]}}",
          "{\"result\":{\"list\":[\"k1\"],\"nextToken\":\"soon\"}}"),
      (client, app) ->
          client.completedInstances(
              app,
              "PROC-1",
              Instant.parse("2024-09-01T00:00:00Z"),
              Instant.parse("2024-09-11T00:00:00Z"),
              0)),
  HIRE_DATES(
      Endpoint.ROSTER,
      "{\"result\":[{\"userId\":\"u1\",\"fieldDataList\":[]}]}",
      List.of("{\"success\":true}", "{\"result\":{}}", "{\"result\":\"x\"}"),
      (client, app) -> client.hireDates(app, List.of("u1"))),
  PERSON(
      Endpoint.PERSON,
      "{\"errcode\":0,\"result\":{\"userid\":\"u1\",\"name\":\"甲\"}}",
      List.of(
          "{\"errcode\":0}",
          "{\"errcode\":0,\"result\":[]}",
          "{\"errcode\":0,\"result\":{\"userid\":\"u2\",\"name\":\"乙\"}}"),
      (client, app) -> client.person(app, "u1")),
  PEOPLE(
      Endpoint.PEOPLE,
      "{\"errcode\":0,\"result\":{\"has_more\":false,\"list\":[{\"userid\":\"u1\"}]}}",
      List.of(
          "{\"errcode\":0}",
          "{\"errcode\":0,\"result\":{\"has_more\":false}}",
          "{\"errcode\":0,\"result\":{\"list\":{}}}",
          "{\"errcode\":0,\"result\":{\"list\":[{\"userid\":\"u1\"},{\"name\":\"乙\"}]}}",
          "{\"errcode\":0,\"result\":{\"list\":[\"u1\"]}}"),
      (client, app) -> client.people(app, "1", 0)),
  DEPARTMENT(
      Endpoint.DEPARTMENT,
      "{\"errcode\":0,\"result\":{\"dept_id\":7,\"name\":\"财务部\"}}",
      List.of(
          "{\"errcode\":0}",
          "{\"errcode\":0,\"result\":[]}",
          "{\"errcode\":0,\"result\":{\"dept_id\":8}}"),
      (client, app) -> client.department(app, "7")),
  DEPARTMENTS_BELOW(
      Endpoint.DEPARTMENTS_BELOW,
      "{\"errcode\":0,\"result\":[{\"dept_id\":7,\"name\":\"财务部\",\"parent_id\":1}]}",
      List.of(
          "{\"errcode\":0}",
          "{\"errcode\":0,\"result\":{}}",
          "{\"errcode\":0,\"result\":[{\"dept_id\":7},{\"name\":\"x\"}]}",
          "{\"errcode\":0,\"result\":[7]}"),
      (client, app) -> client.departmentsBelow(app, "1")),
  ATTENDANCE(
      Endpoint.ATTENDANCE,
      "{\"errcode\":0,\"hasMore\":false,\"recordresult\":[]}",
      List.of(
          "{\"errcode\":0}",
          "{\"errcode\":0,\"hasMore\":false,\"recordresult\":{}}",
          "{\"errcode\":0,\"recordresult\":[{\"userId\":\"u1\"}]}",
          "{\"errcode\":0,\"recordresult\":[{\"workDate\":1725984000000}]}",
          "{\"errcode\":0,\"recordresult\":[\"u1\"]}"),
      (client, app) ->
          client.attendance(
              app, List.of("u1"), LocalDate.of(2024, 9, 11), LocalDate.of(2024, 9, 11))),
  FAILED_PUSHES(
      Endpoint.FAILED_PUSHES,
      "{\"errcode\":0,\"has_more\":false,\"failed_list\":[]}",
      List.of("{\"errcode\":0}", "{\"errcode\":0,\"has_more\":false,\"failed_list\":{}}"),
      (client, app) -> client.failedPushes(app));

  final Endpoint endpoint;
  final String goodAnswer;
  final List<String> wrongShapes;
  private final BiFunction<DingTalk, DingTalkApp, Answer<?>> ask;

  Question(
      Endpoint endpoint,
      String goodAnswer,
      List<String> wrongShapes,
      BiFunction<DingTalk, DingTalkApp, Answer<?>> ask) {
    this.endpoint = endpoint;
    this.goodAnswer = goodAnswer;
    this.wrongShapes = wrongShapes;
    this.ask = ask;
  }

  Answer<?> ask(DingTalk client, DingTalkApp app) {
    return ask.apply(client, app);
  }
}
