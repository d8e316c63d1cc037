package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.json.JsonTexts.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.ApprovalDetail;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.document.Person;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.tenant.DingTalkApp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from DingTalk over HTTP. Safe for concurrent use; one instance serves all tenants, whose
 * tokens and budgets it keeps apart. Nothing is logged and nothing is thrown.
 *
 * <p>A call is made once. Only when DingTalk no longer accepts the access token, a new token is
 * fetched and the call made a second time. Calls wait, a few seconds at most, for their turn among
 * the twenty a second that an app may make; calls that DingTalk counts are first taken out of the
 * tenant's monthly budget.
 */
public final class DingTalkClient implements DingTalk {
  /** The longest answer that is read, in bytes; a form value has at most 64 KiB. */
  public static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  /** The people of one page (API0062). */
  static final int PEOPLE_PAGE = 100;

  /** The people of one question about hire dates (API0939). */
  static final int MOST_HIRE_DATES = 100;

  /** The instances of one page (API0501). */
  static final int INSTANCE_PAGE = 20;

  /** The longest window of one question about instances (API0501). */
  static final Duration LONGEST_WINDOW = Duration.ofDays(120);

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final Calls calls;

  /**
   * A client.
   *
   * @param http see {@link #newHttpClient}
   * @param shared tokens, budget and suites
   * @param clock for the life of tokens and the pace of calls
   */
  public DingTalkClient(HttpClient http, SharedAccess shared, InstantSource clock) {
    this(http, shared, clock, Patience.USUAL);
  }

  /** The same, more or less patient. */
  public DingTalkClient(
      HttpClient http, SharedAccess shared, InstantSource clock, Patience patience) {
    this(http, shared, clock, Pauses.REAL, patience);
  }

  DingTalkClient(
      HttpClient http, SharedAccess shared, InstantSource clock, Pauses pauses, Patience patience) {
    Exchange exchange = new Exchange(http, clock, pauses, patience.call());
    TokenRequests requests = new TokenRequests(exchange, shared.suites(), clock);
    this.calls =
        new Calls(
            exchange,
            new AccessTokens(shared.tokens(), requests, clock, pauses, patience.tokenLock()),
            new Budget(shared.budget(), clock, pauses),
            clock);
  }

  /** An HTTP client as this one wants it: HTTP/1.1, no redirects, 5 s to connect. */
  public static HttpClient newHttpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_LIMIT)
        .build();
  }

  /** {@inheritDoc} The answer's times are GMT+8 behind a false {@code Z}. */
  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    String id = approval.instanceId();
    if (!Fields.isInstanceId(id)) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    return read(
        calls.get(app, Endpoint.APPROVAL, Map.of("processInstanceId", id)),
        received -> ApprovalReader.read(new DocumentId(id), approval, received));
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    if (!Fields.isInstanceId(instanceId)) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    Map<String, String> query =
        Map.of("processInstanceId", instanceId, "processCorpId", app.corpId());
    return read(
        calls.get(app, Endpoint.TRIP, query),
        received -> {
          JsonNode result = field(received.json(), "result");
          return result.isObject()
              ? new Answer.Got<>(JsonTexts.render(result))
              : failed(DingTalkFault.UNREADABLE);
        });
  }

  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    if (!Fields.isUserId(userId)) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    return read(
        calls.post(app, Endpoint.PERSON, JsonTexts.object().put("userid", userId)),
        received -> DirectoryReader.person(userId, received.json()));
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    Optional<ObjectNode> body = department(departmentId);
    if (body.isEmpty() || cursor < 0) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    return read(
        calls.post(app, Endpoint.PEOPLE, body.get().put("cursor", cursor).put("size", PEOPLE_PAGE)),
        received -> DirectoryReader.people(cursor, received.json()));
  }

  /** {@inheritDoc} People without a date are in the map too, if the roster has them. */
  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    if (app.isThirdParty() || userIds.isEmpty()) {
      return new Answer.Got<>(Map.of());
    }
    if (userIds.size() > MOST_HIRE_DATES) {
      return failed(DingTalkFault.BEYOND_LIMITS);
    }
    if (!userIds.stream().allMatch(Fields::isUserId)) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    ObjectNode body = JsonTexts.object().put("text2SelectConvert", false);
    ArrayNode asked = body.putArray("userIdList");
    userIds.forEach(asked::add);
    if (app.access() instanceof DingTalkApp.Internal own && !own.agentId().isEmpty()) {
      body.put("appAgentId", own.agentId());
    }
    body.putArray("fieldFilterList").add(DirectoryReader.HIRED).add(DirectoryReader.FIRST_WORKED);
    return read(
        calls.post(app, Endpoint.ROSTER, body),
        received -> DirectoryReader.hireDates(received.json()));
  }

  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    Optional<String> id = Fields.departmentId(departmentId);
    if (id.isEmpty()) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    return read(
        calls.post(app, Endpoint.DEPARTMENT, department(id.get()).orElseThrow()),
        received -> DirectoryReader.department(id.get(), received.json()));
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    Optional<ObjectNode> body = department(departmentId);
    if (body.isEmpty()) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    return read(
        calls.post(app, Endpoint.DEPARTMENTS_BELOW, body.get()),
        received -> DirectoryReader.departments(received.json()));
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    AttendancePages pages = new AttendancePages(userIds, from, to);
    if (!pages.isAllowed()) {
      return failed(DingTalkFault.BEYOND_LIMITS);
    }
    if (!userIds.stream().allMatch(Fields::isUserId)) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    return userIds.isEmpty()
        ? new Answer.Got<>(List.of())
        : pages.read(body -> calls.post(app, Endpoint.ATTENDANCE, body));
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    if (app.isThirdParty()) {
      return failed(DingTalkFault.INTERNAL_ONLY);
    }
    if (!Fields.isProcessCode(processCode) || nextToken < 0) {
      return failed(DingTalkFault.BAD_IDENTIFIER);
    }
    if (from.isAfter(to) || Duration.between(from, to).compareTo(LONGEST_WINDOW) > 0) {
      return failed(DingTalkFault.BEYOND_LIMITS);
    }
    ObjectNode body =
        JsonTexts.object()
            .put("processCode", processCode)
            .put("startTime", from.toEpochMilli())
            .put("endTime", to.toEpochMilli())
            .put("nextToken", nextToken)
            .put("maxResults", INSTANCE_PAGE);
    body.putArray("statuses").add("COMPLETED");
    return read(
        calls.post(app, Endpoint.INSTANCE_IDS, body),
        received -> ListReader.instances(nextToken, received.json()));
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    return read(
        calls.get(app, Endpoint.FAILED_PUSHES, Map.of()),
        received -> ListReader.failedPushes(received.json()));
  }

  private static Optional<ObjectNode> department(String departmentId) {
    return Fields.departmentId(departmentId)
        .map(id -> JsonTexts.object().put("dept_id", Long.parseLong(id)));
  }

  private static <T> Answer<T> read(Answer<Received> answer, Function<Received, Answer<T>> reader) {
    return switch (answer) {
      case Answer.Failed<Received>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Received>(Received received) -> reader.apply(received);
    };
  }

  private static <T> Answer<T> failed(DingTalkFault fault) {
    return new Answer.Failed<>(fault.failure());
  }
}
