package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A stand-in for DingTalk's two APIs, at one address: tokens, approval details, people and
 * departments, with the shapes and the errors of the real one, and switches for what the real one
 * does now and then. Callbacks are pushed by {@link CallbackPusher}.
 */
public final class SandboxDingTalk implements AutoCloseable {
  private static final int BODY_LIMIT = 64 * 1024;
  private static final int TOKEN_SECONDS = 7200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SandboxApp app;
  private final LoopbackServer server;
  private final Map<String, ApprovalInstance> instances = new ConcurrentHashMap<>();
  private final Map<String, Staff> people = new ConcurrentHashMap<>();
  private final Map<Long, Unit> departments = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> lags = new ConcurrentHashMap<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> throttled = new ConcurrentHashMap<>();

  private SandboxDingTalk(SandboxApp app, int port) {
    this.app = app;
    this.server = LoopbackServer.start(port, BODY_LIMIT, this::handle);
  }

  /**
   * Starts.
   *
   * @param port the port, or 0 for any free one
   */
  public static SandboxDingTalk start(SandboxApp app, int port) {
    return new SandboxDingTalk(app, port);
  }

  /** The address of both APIs. */
  public URI base() {
    return server.base();
  }

  /** Holds an instance, in place of an earlier one with the same id. */
  public void put(ApprovalInstance instance) {
    instances.put(instance.id(), instance);
  }

  /** Holds a person. */
  public void put(Staff person) {
    people.put(person.userId(), person);
  }

  /** Holds a department. */
  public void put(Unit department) {
    departments.put(department.id(), department);
  }

  /** Lets so many reads of an instance still say that it runs. */
  public void lag(String instanceId, int reads) {
    lags.put(instanceId, new AtomicInteger(reads));
  }

  /** Refuses so many of the next reads of an instance as too many per second. */
  public void throttle(String instanceId, int reads) {
    throttled.put(instanceId, new AtomicInteger(reads));
  }

  /** Makes all tokens given so far invalid. */
  public void expireTokens() {
    tokens.clear();
  }

  /** How often a path was called; for instances, {@code /v1.0/workflow/processInstances/{id}}. */
  public int callsOf(String path) {
    return Optional.ofNullable(calls.get(path)).map(AtomicInteger::get).orElse(0);
  }

  /** Stops answering. */
  @Override
  public void close() {
    server.close();
  }

  private Reply handle(Request request) {
    count(request.path());
    return switch (request.method() + " " + request.path()) {
      case "POST /v1.0/oauth2/accessToken" -> token(body(request));
      case "GET /v1.0/workflow/processInstances" -> instance(request);
      case "POST /topapi/v2/user/get" -> old(request, this::person);
      case "POST /topapi/v2/department/get" -> old(request, this::department);
      case String other when other.contains(" /topapi/") -> oldError(22, "invalid api path");
      default -> error(404, "InvalidAction.NotFound", "Specified api is not found.");
    };
  }

  private Reply token(JsonNode body) {
    boolean known =
        body.path("appKey").asText().equals(app.clientId())
            && body.path("appSecret").asText().equals(app.clientSecret());
    if (!known) {
      return error(400, "invalidClientIdOrSecret", "无效的clientId或者clientSecret");
    }
    String token =
        tokens.stream().findFirst().orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    tokens.add(token);
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("accessToken", token)
            .put("expireIn", TOKEN_SECONDS));
  }

  private Reply instance(Request request) {
    String token = request.header("x-acs-dingtalk-access-token");
    if (token.isEmpty()) {
      return error(
          400, "AuthenticationFailed.MissingParameter", "x-acs-dingtalk-access-token is missing");
    }
    if (!tokens.contains(token)) {
      return error(401, "InvalidAuthentication", "不合法的access_token");
    }
    String id = request.parameters().getOrDefault("processInstanceId", "");
    if (takeOne(throttled, id)) {
      return error(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "调用该接口的频率超过限制");
    }
    count(request.path() + "/" + id);
    ApprovalInstance instance = instances.get(id);
    if (instance == null) {
      return error(400, "processInstanceNotExist", "审批实例不存在");
    }
    boolean lagging = takeOne(lags, id);
    return Reply.json(200, lagging ? instance.laggingAnswer() : instance.answer());
  }

  private Reply old(Request request, Function<JsonNode, Reply> answer) {
    String token = request.parameters().getOrDefault("access_token", "");
    if (token.isEmpty()) {
      return gatewayError("40000", "access_token is blank");
    }
    return tokens.contains(token)
        ? answer.apply(body(request))
        : gatewayError("40014", "不合法的access_token");
  }

  private Reply person(JsonNode body) {
    Staff person = people.get(body.path("userid").asText());
    if (person == null) {
      return oldError(60121, "找不到该用户");
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("userid", person.userId());
    result.put("unionid", "union-" + person.userId());
    result.put("name", person.name());
    if (!person.jobNumber().isEmpty()) {
      result.put("job_number", person.jobNumber());
    }
    result.putArray("dept_id_list").add(person.departmentId());
    result.put("active", true);
    return oldAnswer(result);
  }

  private Reply department(JsonNode body) {
    Unit department = departments.get(body.path("dept_id").asLong());
    if (department == null) {
      return oldError(60003, "部门不存在");
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("dept_id", department.id());
    result.put("name", department.name());
    result.put("parent_id", department.parentId());
    if (!department.code().isEmpty()) {
      result.put("code", department.code());
    }
    return oldAnswer(result);
  }

  private void count(String path) {
    calls.computeIfAbsent(path, absent -> new AtomicInteger()).incrementAndGet();
  }

  private static boolean takeOne(Map<String, AtomicInteger> counts, String id) {
    AtomicInteger left = counts.get(id);
    return left != null && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  private static JsonNode body(Request request) {
    try {
      JsonNode body = JSON.readTree(request.body().length == 0 ? "{}" : request.text());
      return body == null ? JsonNodeFactory.instance.objectNode() : body;
    } catch (JsonProcessingException unreadable) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private static Reply error(int status, String code, String message) {
    return Reply.json(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("code", code)
            .put("message", message)
            .put("requestid", UUID.randomUUID().toString()));
  }

  private static Reply oldAnswer(ObjectNode result) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("errcode", 0);
    answer.put("errmsg", "ok");
    answer.set("result", result);
    return Reply.json(200, answer);
  }

  private static Reply oldError(int code, String message) {
    return Reply.json(
        200, JsonNodeFactory.instance.objectNode().put("errcode", code).put("errmsg", message));
  }

  private static Reply gatewayError(String code, String message) {
    return Reply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("errcode", 88)
            .put("sub_code", code)
            .put("sub_msg", message)
            .put("errmsg", "ding talk error[subcode=" + code + ",submsg=" + message + "]"));
  }
}
