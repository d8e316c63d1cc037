package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.dingledger.model.failure.FailureKind;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads from DingTalk over HTTP. Safe for concurrent use; one instance serves all tenants, whose
 * tokens and directories it keeps apart. Nothing is logged and nothing is thrown.
 *
 * <p>A call is made once. Only when DingTalk no longer accepts the access token, a new token is
 * fetched and the call made a second time.
 */
public final class DingTalkClient implements DingTalk {
  /** The longest answer that is read, in bytes; a form value has at most 64 KiB. */
  public static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  /** The most people, and the most departments, that are kept in memory. */
  public static final int MOST_KEPT = 10_000;

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
  private static final Pattern DEPARTMENT_ID = Pattern.compile("[1-9]\\d{0,17}");
  private static final int LONGEST_USER_ID = 128;
  private static final String ROOT_DEPARTMENT = "1";

  private record Known(AppKey app, String id) {}

  private final Exchange exchange;
  private final AccessTokens tokens;
  private final BoundedCache<Known, Person> people;
  private final BoundedCache<Known, Department> departments;

  /**
   * A client.
   *
   * @param http see {@link #newHttpClient}
   * @param clock for the life of tokens and of what is kept
   * @param directoryLife how long a person or department is kept in memory
   */
  public DingTalkClient(HttpClient http, InstantSource clock, Duration directoryLife) {
    this(http, clock, directoryLife, REQUEST_LIMIT);
  }

  DingTalkClient(
      HttpClient http, InstantSource clock, Duration directoryLife, Duration requestLimit) {
    this.exchange = new Exchange(http, clock, requestLimit);
    this.tokens = new AccessTokens(exchange, clock);
    this.people = new BoundedCache<>(MOST_KEPT, directoryLife, clock);
    this.departments = new BoundedCache<>(MOST_KEPT, directoryLife, clock);
  }

  /** An HTTP client as this one wants it: HTTP/1.1, no redirects, 5 s to connect. */
  public static HttpClient newHttpClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_LIMIT)
        .build();
  }

  /** {@inheritDoc} API0498; the answer's times are GMT+8 behind a false {@code Z}. */
  @Override
  public Answer<ApprovalDetail> approval(DingTalkApp app, EventSubject.Approval approval) {
    String instanceId = approval.instanceId();
    if (instanceId.isBlank() || instanceId.length() > DocumentId.LONGEST) {
      return new Answer.Failed<>(DingTalkFault.BAD_IDENTIFIER.failure());
    }
    Answer<Received> answer =
        withToken(
            app,
            token ->
                new Exchange.Call(
                    app.apiBase(),
                    "/v1.0/workflow/processInstances",
                    Map.of("processInstanceId", instanceId),
                    Map.of("x-acs-dingtalk-access-token", token),
                    null));
    return switch (answer) {
      case Answer.Failed<Received>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Received>(Received body) ->
          ApprovalReader.read(new DocumentId(instanceId), approval, body);
    };
  }

  /** {@inheritDoc} API0056; kept in memory for the directory's life. */
  @Override
  public Answer<Person> person(DingTalkApp app, String userId) {
    if (userId.isBlank() || userId.length() > LONGEST_USER_ID) {
      return new Answer.Failed<>(DingTalkFault.BAD_IDENTIFIER.failure());
    }
    return kept(
        people,
        new Known(AppKey.of(app), userId),
        () -> oldApi(app, "/topapi/v2/user/get", JsonTexts.object().put("userid", userId)),
        result ->
            new Person(userId, scalar(field(result, "name")), scalar(field(result, "job_number"))));
  }

  /** {@inheritDoc} API0083; kept in memory for the directory's life. */
  @Override
  public Answer<Department> department(DingTalkApp app, String departmentId) {
    String id = departmentId.equals("-1") ? ROOT_DEPARTMENT : departmentId;
    if (!DEPARTMENT_ID.matcher(id).matches()) {
      return new Answer.Failed<>(DingTalkFault.BAD_IDENTIFIER.failure());
    }
    ObjectNode body = JsonTexts.object().put("dept_id", Long.parseLong(id));
    return kept(
        departments,
        new Known(AppKey.of(app), id),
        () -> oldApi(app, "/topapi/v2/department/get", body),
        result -> new Department(id, scalar(field(result, "name")), scalar(field(result, "code"))));
  }

  @Override
  public Answer<String> trip(DingTalkApp app, String instanceId) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public Answer<PeoplePage> people(DingTalkApp app, String departmentId, long cursor) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public Answer<Map<String, HireDates>> hireDates(DingTalkApp app, List<String> userIds) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public Answer<List<Department>> departmentsBelow(DingTalkApp app, String departmentId) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public Answer<List<AttendanceRow>> attendance(
      DingTalkApp app, List<String> userIds, LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public Answer<InstancePage> completedInstances(
      DingTalkApp app, String processCode, Instant from, Instant to, long nextToken) {
    throw new UnsupportedOperationException("contract");
  }

  @Override
  public Answer<FailedPushes> failedPushes(DingTalkApp app) {
    throw new UnsupportedOperationException("contract");
  }

  /** Failures are not kept: the next call asks again. */
  private static <V> Answer<V> kept(
      BoundedCache<Known, V> cache,
      Known key,
      Supplier<Answer<JsonNode>> ask,
      Function<JsonNode, V> read) {
    Optional<V> known = cache.get(key);
    if (known.isPresent()) {
      return new Answer.Got<>(known.get());
    }
    Answer<V> answer = ask.get().map(read);
    if (answer instanceof Answer.Got<V>(V value)) {
      cache.put(key, value);
    }
    return answer;
  }

  private Answer<JsonNode> oldApi(DingTalkApp app, String path, ObjectNode body) {
    Answer<Received> answer =
        withToken(
            app,
            token ->
                new Exchange.Call(
                    app.oldApiBase(), path, Map.of("access_token", token), Map.of(), body));
    return switch (answer) {
      case Answer.Failed<Received>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<Received>(Received content) -> {
        JsonNode result = field(content.json(), "result");
        yield result.isObject()
            ? new Answer.Got<>(result)
            : new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
      }
    };
  }

  private Answer<Received> withToken(DingTalkApp app, Function<String, Exchange.Call> call) {
    Answer<String> token = tokens.token(app);
    return switch (token) {
      case Answer.Failed<String>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<String>(String first) -> {
        Answer<Received> answer = exchange.make(call.apply(first));
        yield isTokenFailure(answer) ? again(app, first, call) : answer;
      }
    };
  }

  private Answer<Received> again(
      DingTalkApp app, String refused, Function<String, Exchange.Call> call) {
    tokens.drop(app, refused);
    return switch (tokens.token(app)) {
      case Answer.Failed<String>(Failure failure) -> new Answer.Failed<>(failure);
      case Answer.Got<String>(String second) -> exchange.make(call.apply(second));
    };
  }

  private static boolean isTokenFailure(Answer<Received> answer) {
    return answer instanceof Answer.Failed<Received>(Failure failure)
        && failure.kind() == FailureKind.TOKEN;
  }
}
