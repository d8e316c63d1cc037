package io.dingledger.local.sandbox.dingtalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxDingTalkTest {
  static final SandboxApp APP =
      new SandboxApp(
          "dingcorp1",
          "dingapp1",
          "app-secret",
          "token123",
          "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
  private static final String INSTANCES = "/v1.0/workflow/processInstances";

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private SandboxDingTalk sandbox;

  @BeforeEach
  void start() {
    sandbox = SandboxDingTalk.start(APP, 0);
    sandbox.company().put(instance("one"));
    sandbox.company().put(new Staff("u1", "张三", "E0001", 101));
    sandbox.company().put(new Staff("u2", "李四", "", 101));
    sandbox.company().put(new Unit(101, "市场部", "D101", 1));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  static ApprovalInstance instance(String id) {
    return new ApprovalInstance(
        id,
        "PROC-1",
        "dingtalk.businessFinance.reimbursement",
        "202603020900000000001",
        "张三提交的报销",
        "u1",
        "101",
        "市场部",
        Instant.parse("2026-03-02T01:00:00Z"),
        Optional.of(Instant.parse("2026-03-02T18:30:00Z")),
        "COMPLETED",
        "agree",
        "NONE",
        "",
        JsonNodeFactory.instance.arrayNode());
  }

  static ApprovalInstance withdrawing(String id, String main) {
    ApprovalInstance like = instance(id);
    return new ApprovalInstance(
        id,
        like.processCode(),
        like.category(),
        like.businessId(),
        like.title(),
        like.originatorUserId(),
        like.departmentId(),
        like.departmentName(),
        like.createdAt(),
        like.finishedAt(),
        like.status(),
        like.result(),
        "REVOKE",
        main,
        like.components());
  }

  @Test
  void aTokenIsTheSameUntilItExpires() throws Exception {
    String first = token();
    assertEquals(first, token());
    sandbox.expireTokens();
    assertNotEquals(first, token());
    assertEquals(3, sandbox.callsOf("/v1.0/oauth2/accessToken"));
  }

  @Test
  void aWrongSecretGetsNoToken() throws Exception {
    HttpResponse<String> response =
        post("/v1.0/oauth2/accessToken", "{\"appKey\":\"dingapp1\",\"appSecret\":\"wrong\"}");
    assertEquals(400, response.statusCode());
    assertEquals("invalidClientIdOrSecret", json(response).path("code").asText());
  }

  @Test
  void anInstanceIsToldInChinasWallTimeWithAFalseZ() throws Exception {
    JsonNode answer = json(instance("one", token()));
    assertTrue(answer.path("success").isBoolean());
    JsonNode result = answer.path("result");
    assertEquals("2026-03-02T09:00Z", result.path("createTime").asText());
    assertEquals("2026-03-03T02:30Z", result.path("finishTime").asText());
    assertEquals("COMPLETED", result.path("status").asText());
    assertEquals("agree", result.path("result").asText());
    assertEquals("", result.path("processInstanceId").asText());
    assertEquals(1, sandbox.callsOf(INSTANCES + "/one"));
  }

  @Test
  void aLaggingInstanceStillRunsForSoManyReads() throws Exception {
    sandbox.company().lag("one", 2);
    String token = token();
    for (String status : new String[] {"RUNNING", "RUNNING", "COMPLETED"}) {
      JsonNode result = json(instance("one", token)).path("result");
      assertEquals(status, result.path("status").asText());
      assertEquals(status.equals("COMPLETED"), result.has("finishTime"));
    }
  }

  @Test
  void theNewApiRefusesAsDingTalkDoes() throws Exception {
    String token = token();
    assertRefused(404, "InvalidAction.NotFound", post("/v1.0/nothing", "{}"));
    assertRefused(400, "processInstanceNotExist", instance("nobody", token));
    assertRefused(401, "InvalidAuthentication", instance("one", "wrong"));
    assertRefused(400, "AuthenticationFailed.MissingParameter", get(INSTANCES, ""));
    sandbox.switches().throttle("one", 1);
    assertRefused(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", instance("one", token));
    assertEquals(200, instance("one", token).statusCode());
  }

  @Test
  void peopleAndDepartmentsComeFromTheOldApi() throws Exception {
    String token = token();
    JsonNode person = old("user/get", token, "{\"userid\":\"u1\"}");
    assertEquals(0, person.path("errcode").asInt(-1));
    assertEquals("E0001", person.path("result").path("job_number").asText());
    assertTrue(
        old("user/get", token, "{\"userid\":\"u2\"}")
            .path("result")
            .path("job_number")
            .isMissingNode());
    JsonNode department = old("department/get", token, "{\"dept_id\":101}");
    assertEquals("D101", department.path("result").path("code").asText());
  }

  @Test
  void theOldApiAnswers200EvenWhenItRefuses() throws Exception {
    String token = token();
    assertEquals(60121, old("user/get", token, "{\"userid\":\"x\"}").path("errcode").asInt());
    assertEquals(60003, old("department/get", token, "{\"dept_id\":9}").path("errcode").asInt());
    assertEquals(22, old("nothing", token, "{}").path("errcode").asInt());
    JsonNode wrong = old("user/get", "wrong", "{}");
    assertEquals(88, wrong.path("errcode").asInt());
    assertEquals("40014", wrong.path("sub_code").asText());
    assertEquals("40000", old("user/get", "", "{}").path("sub_code").asText());
  }

  private void assertRefused(int status, String code, HttpResponse<String> response)
      throws IOException {
    assertEquals(status, response.statusCode());
    assertEquals(code, json(response).path("code").asText());
  }

  private String token() throws Exception {
    HttpResponse<String> response =
        post("/v1.0/oauth2/accessToken", "{\"appKey\":\"dingapp1\",\"appSecret\":\"app-secret\"}");
    assertEquals(7200, json(response).path("expireIn").asInt());
    return json(response).path("accessToken").asText();
  }

  private HttpResponse<String> instance(String id, String token) throws Exception {
    return get(INSTANCES + "?processInstanceId=" + id, token);
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.base().resolve(path));
    if (!token.isEmpty()) {
      request.header("x-acs-dingtalk-access-token", token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(sandbox.base().resolve(path))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private JsonNode old(String path, String token, String body) throws Exception {
    HttpResponse<String> response = post("/topapi/v2/" + path + "?access_token=" + token, body);
    assertEquals(200, response.statusCode());
    return json(response);
  }

  private JsonNode json(HttpResponse<String> response) throws IOException {
    return mapper.readTree(response.body());
  }
}
