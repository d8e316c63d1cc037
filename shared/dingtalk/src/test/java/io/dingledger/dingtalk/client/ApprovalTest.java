package io.dingledger.dingtalk.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.Apps;
import io.dingledger.dingtalk.form.FormParser;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.ApprovalDetail.Action;
import io.dingledger.model.document.ApprovalDetail.Result;
import io.dingledger.model.document.ApprovalDetail.Status;
import io.dingledger.model.document.ApprovalDetail.Step;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {
  private final TimeZone before = TimeZone.getDefault();
  private final Sandbox sandbox = new Sandbox();

  @AfterEach
  void close() {
    TimeZone.setDefault(before);
    sandbox.close();
  }

  private static ObjectNode detail() {
    return JsonTexts.parseObject(
            """
            {"success":true,"result":{"title":"某人提交的报销","businessId":"202409110943000123456",
             "originatorUserId":"manager1234","originatorDeptId":"-1","originatorDeptName":"财务部",
             "createTime":"2024-09-11T09:43Z","finishTime":"2024-09-11T10:05Z",
             "status":"COMPLETED","result":"agree","bizAction":"NONE","mainProcessInstanceId":"",
             "operationRecords":[
              {"userId":"u1","date":"2024-09-11T09:43Z","type":"START_PROCESS_INSTANCE",
               "result":"NONE"},
              {"userId":"u2","date":"2024-09-11T10:05Z","type":"EXECUTE_TASK_NORMAL",
               "result":"AGREE"},
              {"userId":"u3","date":"?","type":"PROCESS_CC","result":"NONE"}],
             "formComponentValues":[{"id":"MoneyField-K1","name":"总金额",
              "componentType":"MoneyField","bizAlias":"","value":"1234.50"}]}}""")
        .orElseThrow();
  }

  private static ObjectNode with(String name, String value) {
    ObjectNode detail = detail();
    detail.withObject("/result").put(name, value);
    return detail;
  }

  @Test
  void an_instance_is_read_whole_with_its_raw_text() {
    String raw = detail().toString().replace("{\"success\"", "{ \"success\"");
    sandbox.answer(Sandbox.APPROVAL_PATH, raw);
    ApprovalDetail read =
        Sandbox.got(sandbox.client.approval(sandbox.app(), Sandbox.finished("kQ8x/+ =&码")));
    assertEquals("kQ8x/+ =&码", read.id().value());
    assertEquals("PROC-1", read.processCode());
    assertEquals("202409110943000123456", read.businessId());
    assertEquals("某人提交的报销", read.title());
    assertEquals("manager1234", read.originatorUserId());
    assertEquals("-1", read.originatorDepartmentId());
    assertEquals("财务部", read.originatorDepartmentName());
    assertEquals(Instant.parse("2024-09-11T01:43:00Z"), read.createdAt());
    assertTrue(read.isApproved());
    assertEquals(Action.NONE, read.action());
    assertEquals(Optional.empty(), read.mainInstanceId());
    assertEquals("1234.50", read.form().components().getFirst().value());
    assertEquals(raw, read.raw());
    sandbox.server.verify(
        getRequestedFor(urlPathEqualTo(Sandbox.APPROVAL_PATH))
            .withQueryParam("processInstanceId", equalTo("kQ8x/+ =&码"))
            .withHeader("x-acs-dingtalk-access-token", equalTo("tok1")));
  }

  @Test
  void the_chain_keeps_its_order_and_a_step_without_a_time_stands_at_the_one_before() {
    Instant start = Instant.parse("2024-09-11T01:43:00Z");
    Instant end = Instant.parse("2024-09-11T02:05:00Z");
    assertEquals(
        List.of(
            new Step("u1", start, "START_PROCESS_INSTANCE", "NONE"),
            new Step("u2", end, "EXECUTE_TASK_NORMAL", "AGREE"),
            new Step("u3", end, "PROCESS_CC", "NONE")),
        Sandbox.got(read(detail())).chain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void the_false_z_is_china_time_whatever_the_default_zone(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    sandbox.answer(Sandbox.APPROVAL_PATH, detail().toString());
    Approval withoutTime =
        new Approval("k", "P", "", "", Phase.FINISH, Optional.empty(), "", "", Optional.empty());
    ApprovalDetail read = Sandbox.got(sandbox.client.approval(sandbox.app(), withoutTime));
    assertEquals(Instant.parse("2024-09-11T01:43:00Z"), read.createdAt());
    assertEquals(Optional.of(Instant.parse("2024-09-11T02:05:00Z")), read.finishedAt());
  }

  @Test
  void the_events_own_time_of_ending_is_preferred() {
    assertEquals(
        Optional.of(Instant.ofEpochMilli(1_726_020_312_345L)),
        Sandbox.got(read(detail())).finishedAt());
  }

  @Test
  void a_missing_time_of_creation_is_taken_from_the_number_or_unreadable() {
    assertEquals(
        Instant.parse("2024-09-11T01:43:00Z"),
        Sandbox.got(read(with("createTime", ""))).createdAt());
    ObjectNode neither = with("createTime", "");
    neither.withObject("/result").put("businessId", "x");
    assertEquals("DINGTALK-UNREADABLE", Sandbox.failure(read(neither)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, RUNNING",
    "NEW, RUNNING",
    "COMPLETED, COMPLETED",
    "TERMINATED, TERMINATED",
    "CANCELED, TERMINATED",
    "SOMETHING, UNKNOWN",
    "'', UNKNOWN"
  })
  void the_status_is_known_or_unknown(String word, Status status) {
    assertEquals(status, Sandbox.got(read(with("status", word))).status());
  }

  @ParameterizedTest
  @CsvSource({"agree, AGREE", "refuse, REFUSE", "'', NONE", "other, NONE"})
  void the_result_is_agree_refuse_or_none(String word, Result result) {
    assertEquals(result, Sandbox.got(read(with("result", word))).result());
  }

  @ParameterizedTest
  @CsvSource({"MODIFY, MODIFY", "REVOKE, REVOKE", "'', NONE", "null, NONE"})
  void a_change_or_withdrawal_names_the_instance_it_is_about(String word, Action action) {
    ObjectNode detail = with("bizAction", word);
    detail.withObject("/result").put("mainProcessInstanceId", "main-1");
    ApprovalDetail read = Sandbox.got(read(detail));
    assertEquals(action, read.action());
    assertEquals(Optional.of("main-1"), read.mainInstanceId());
  }

  @Test
  void an_unknown_action_never_passes_for_a_new_document() {
    assertEquals(
        "DINGTALK-UNKNOWN-ACTION", Sandbox.failure(read(with("bizAction", "ERASE"))).code());
  }

  @Test
  void success_may_be_a_text() {
    ObjectNode detail = detail();
    assertTrue(Sandbox.got(read(detail.put("success", "true"))).isApproved());
    assertEquals(
        "DINGTALK-REFUSED-WITHOUT-CODE",
        Sandbox.failure(read(detail.put("success", "false"))).code());
  }

  @Test
  void a_table_of_forty_rows_arrives_with_forty_rows() {
    ObjectNode detail = detail();
    ArrayNode rows = detail.arrayNode();
    for (int number = 1; number <= 40; number++) {
      ObjectNode cell = JsonTexts.object().put("key", "M").put("value", number + ".10");
      rows.addObject().putArray("rowValue").add(cell);
    }
    detail
        .withObject("/result")
        .withArray("formComponentValues")
        .addObject()
        .put("componentType", "TableField")
        .put("value", rows.toString());
    assertEquals(40, Sandbox.got(read(detail)).form().components().get(1).rows().size());
  }

  @Test
  void a_form_beyond_the_limit_is_refused_as_a_whole() {
    ObjectNode detail = detail();
    ArrayNode form = detail.withObject("/result").withArray("formComponentValues");
    for (int count = 0; count < FormParser.MOST_COMPONENTS; count++) {
      form.addObject();
    }
    assertEquals("DINGTALK-FORM-TOO-LARGE", Sandbox.failure(read(detail)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"success\":true}", "{\"success\":true,\"result\":[]}", "{\"a\":"})
  void an_answer_without_an_instance_is_unreadable(String body) {
    sandbox.answer(Sandbox.APPROVAL_PATH, body);
    Answer<ApprovalDetail> answer = sandbox.client.approval(sandbox.app(), Sandbox.finished("k"));
    assertEquals("DINGTALK-UNREADABLE", Sandbox.failure(answer).code());
    assertEquals(FailureKind.TRANSIENT, Sandbox.failure(answer).kind());
  }

  @Test
  void an_impossible_instance_id_costs_no_call() {
    for (String id : new String[] {"", " ", "x".repeat(201)}) {
      Answer<ApprovalDetail> answer = sandbox.client.approval(sandbox.app(), Sandbox.finished(id));
      assertEquals("DINGTALK-BAD-IDENTIFIER", Sandbox.failure(answer).code());
    }
    assertEquals(0, sandbox.tokenCalls());
  }

  @Test
  void a_base_with_a_prefix_and_a_slash_at_its_end_is_fine() {
    sandbox.answer("/prefix" + Sandbox.TOKEN_PATH, "{\"accessToken\":\"t\",\"expireIn\":7200}");
    sandbox.answer("/prefix" + Sandbox.APPROVAL_PATH, detail().toString());
    Answer<ApprovalDetail> answer =
        sandbox.client.approval(
            Apps.at(sandbox.server.baseUrl() + "/prefix/"), Sandbox.finished("k"));
    assertEquals(Status.COMPLETED, Sandbox.got(answer).status());
  }

  private Answer<ApprovalDetail> read(ObjectNode detail) {
    sandbox.answer(Sandbox.APPROVAL_PATH, detail.toString());
    return sandbox.client.approval(sandbox.app(), Sandbox.finished("k"));
  }
}
