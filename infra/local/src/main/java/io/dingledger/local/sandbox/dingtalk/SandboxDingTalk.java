package io.dingledger.local.sandbox.dingtalk;

import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A stand-in for DingTalk's two APIs, at one address, with the shapes and the errors of the real
 * one, and {@link Switches} for what the real one does now and then. It knows one company with an
 * app of its own, third-party apps, and the companies that authorise these. Callbacks are pushed by
 * {@link CallbackPusher} and {@link SuitePusher}.
 */
public final class SandboxDingTalk implements AutoCloseable {
  private static final int BODY_LIMIT = 64 * 1024;

  private final Clock clock;
  private final Company company;
  private final Map<String, Company> companies = new ConcurrentHashMap<>();
  private final Tokens tokens;
  private final Switches switches = new Switches();
  private final CallCounts calls = new CallCounts();
  private final ApprovalApi approvals;
  private final AttendanceApi attendance;
  private final LoopbackServer server;
  private volatile Consumer<String> listener = path -> {};

  private SandboxDingTalk(SandboxApp app, int port, Clock clock) {
    this.clock = clock;
    this.company = company(app.corpId());
    this.tokens = new Tokens(app);
    this.approvals = new ApprovalApi(clock);
    this.attendance = new AttendanceApi(clock);
    this.server = LoopbackServer.start(port, BODY_LIMIT, this::handle);
  }

  /**
   * Starts.
   *
   * @param app the app of its first company
   * @param port the port, or 0 for any free one
   */
  public static SandboxDingTalk start(SandboxApp app, int port) {
    return start(app, port, Clock.systemUTC());
  }

  /** Starts with another clock. */
  public static SandboxDingTalk start(SandboxApp app, int port, Clock clock) {
    return new SandboxDingTalk(app, port, clock);
  }

  /** The address of both APIs. */
  public URI base() {
    return server.base();
  }

  /** The company that has an app of its own. */
  public Company company() {
    return company;
  }

  /** Any company; one that is not known yet begins empty. */
  public Company company(String corpId) {
    return companies.computeIfAbsent(corpId, id -> new Company(id, clock));
  }

  /** Offers a third-party app; without a ticket and an authorisation nobody gets a token. */
  public void offer(SandboxSuite suite) {
    tokens.add(suite);
  }

  /** Makes a new ticket for a third-party app; the one before is good no longer. */
  public void ticket(SandboxSuite suite, String ticket) {
    tokens.ticket(suite, ticket);
  }

  /** Lets a company authorise a third-party app. */
  public void authorise(SandboxSuite suite, String corpId) {
    tokens.authorise(suite, corpId);
  }

  /** Lets a company withdraw its authorisation. */
  public void relieve(SandboxSuite suite, String corpId) {
    tokens.relieve(suite, corpId);
  }

  /** What goes wrong. */
  public Switches switches() {
    return switches;
  }

  /** Makes all tokens given so far invalid. */
  public void expireTokens() {
    tokens.expire();
  }

  /** The calls so far. */
  public CallCounts calls() {
    return calls;
  }

  /** How often a path was called; for instances, {@code /v1.0/workflow/processInstances/{id}}. */
  public int callsOf(String path) {
    return calls.of(path);
  }

  /** Tells somebody of the path of each call before it is answered. */
  public void tell(Consumer<String> each) {
    listener = each;
  }

  /** Stops answering. */
  @Override
  public void close() {
    server.close();
  }

  private Reply handle(Request request) {
    calls.made(request.path());
    listener.accept(request.path());
    Optional<Api> api = Api.of(request.method(), request.path());
    if (api.isPresent()) {
      return handle(api.get(), request);
    }
    return request.path().startsWith("/v1.0/")
        ? Answers.refused(404, "InvalidAction.NotFound", "Specified api is not found.")
        : Answers.oldRefused(22, "invalid api path");
  }

  private Reply handle(Api api, Request request) {
    return switch (api) {
      case ACCESS_TOKEN -> tokens.ofApp(Answers.body(request));
      case CORP_ACCESS_TOKEN -> tokens.ofSuite(Answers.body(request));
      default -> api.isOld() ? old(api, request) : recent(api, request);
    };
  }

  /** The new API takes its token from a header only. */
  private Reply recent(Api api, Request request) {
    String token = request.header("x-acs-dingtalk-access-token");
    if (token.isEmpty()) {
      return Answers.refused(
          400, "AuthenticationFailed.MissingParameter", "x-acs-dingtalk-access-token is missing");
    }
    return tokens
        .of(token)
        .map(grant -> permitted(api, grant, request))
        .orElseGet(() -> Answers.refused(401, "InvalidAuthentication", "不合法的access_token"));
  }

  /** The old API takes its token from the query only. */
  private Reply old(Api api, Request request) {
    String token = request.parameters().getOrDefault("access_token", "");
    if (token.isEmpty()) {
      return Answers.gatewayRefused("40000", "access_token is blank");
    }
    return tokens
        .of(token)
        .map(grant -> permitted(api, grant, request))
        .orElseGet(() -> Answers.gatewayRefused("40014", "不合法的access_token"));
  }

  private Reply permitted(Api api, Tokens.Grant grant, Request request) {
    if (api == Api.INSTANCE_IDS && grant.thirdParty()) {
      return Answers.denied(api.scope());
    }
    String instance = request.parameters().getOrDefault("processInstanceId", "");
    Optional<Reply> refusal =
        switches.takesOne(instance) ? Optional.of(Switches.tooFast(api)) : switches.refusal(api);
    return refusal.orElseGet(() -> answered(api, grant, request, instance));
  }

  private Reply answered(Api api, Tokens.Grant grant, Request request, String instance) {
    calls.counted(api);
    if (!instance.isEmpty()) {
      calls.made(request.path() + "/" + instance);
    }
    Company asked = company(grant.corpId());
    boolean thirdParty = grant.thirdParty();
    return switch (api) {
      case ACCESS_TOKEN, CORP_ACCESS_TOKEN -> throw new IllegalStateException("needs no token");
      case INSTANCE -> ApprovalApi.instance(asked, instance);
      case INSTANCE_IDS -> approvals.ids(asked, Answers.body(request));
      case TRIP -> ApprovalApi.trip(asked, instance);
      case ROSTER -> ContactApi.roster(asked, Answers.body(request));
      case PERSON -> ContactApi.person(asked, thirdParty, Answers.body(request));
      case PEOPLE -> ContactApi.people(asked, thirdParty, Answers.body(request));
      case DEPARTMENT -> ContactApi.department(asked, Answers.body(request));
      case DEPARTMENTS -> ContactApi.departmentsBelow(asked, Answers.body(request));
      case ATTENDANCE -> attendance.list(asked, Answers.body(request));
      case FAILED_PUSHES -> asked.failedPushes().answer();
    };
  }
}
