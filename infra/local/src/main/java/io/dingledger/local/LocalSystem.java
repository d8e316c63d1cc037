package io.dingledger.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.ScheduleDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.http.FrontDoor;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.MetricsApi;
import io.dingledger.local.http.OperatorToken;
import io.dingledger.local.lambda.EventSourcePoller;
import io.dingledger.local.lambda.ScheduleTicker;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.rulebook.Signing;
import io.dingledger.local.tenants.DeskFault;
import io.dingledger.local.tenants.StandingDesk;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DocumentStore;
import io.dingledger.platform.store.PatrolNotes.Chore;
import io.dingledger.platform.store.PayItemStore;
import io.dingledger.platform.store.TenantErasure;
import io.dingledger.platform.store.WholeTable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The whole system in one process: embedded table and queues, provisioned from the template, and
 * the functions' own handlers, fed as Lambda's event sources feed them.
 *
 * <p>In this order: construct it, {@link #adopt} every third-party app and every tenant, {@link
 * #open} the front door, {@link #feed} the functions. A callback of a tenant or of an app that is
 * not adopted would be refused. Feeding begins with a round of the patrol, so that what was missed
 * while nothing ran is caught up at once.
 */
public final class LocalSystem implements AutoCloseable {
  private static final int CONCURRENCY = 4;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();
  private final RequestCounts requests = new RequestCounts();
  private final Template template;
  private final LocalParts parts;
  private final SqsClient sqs;
  private final Map<String, URI> queues;
  private final Times times;
  private final LocalMetrics measured = new LocalMetrics();
  private final Map<LocalParts.Part, LocalFunctions> functions = new HashMap<>();
  private final WholeTable table;
  private final Platform platform;
  private final RuleBookDesk desk;
  private final DataFolder data;
  private final Optional<Handlers> elsewhere;
  private final BiFunction<String, Metrics, Handling> watching;
  private final Gauges gauges;
  private final OperatorToken operator;
  private final List<EventSourcePoller> pollers = new ArrayList<>();
  private Optional<FrontDoor> door = Optional.empty();

  /**
   * Starts table and queues.
   *
   * @param template the deployment template
   * @param data the data folder; only one process at a time can open it
   * @throws RuntimeException when a part does not start; what had started is closed again
   */
  public LocalSystem(Template template, DataFolder data, Options.Store store) {
    this(template, data, Setup.of(store));
  }

  /** The same, but for what differs. */
  public LocalSystem(Template usual, DataFolder data, Setup setup) {
    this.template = TimedTemplate.of(usual, setup.times());
    this.times = setup.times();
    this.watching = setup.watching();
    this.data = data;
    try {
      this.parts = keep(new LocalParts(template, data, setup, requests, clock));
      this.queues = parts.queues();
      LocalParts.Part people = parts.of(Callers.OPERATOR);
      this.sqs = people.sqs();
      this.platform = people.platform();
      this.table = people.whole();
      this.elsewhere = setup.elsewhere().map(made -> keep(made.apply(parts.ground())));
      this.gauges =
          new Gauges(
              parts.embedded(),
              sqs,
              queues,
              template.queues(),
              platform.tenants(),
              people.census(),
              measured,
              clock);
      this.operator = OperatorToken.at(data.operatorToken());
      this.desk =
          new RuleBookDesk(platform, tenant -> Interfaces.openFrom(platform, tenant), clock);
      Recovery.takeUp(platform.documents(), clock.instant());
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /**
   * Opens the front door: callbacks are taken from now on.
   *
   * @param port its port, 0 for any free one
   * @throws RuntimeException when the port is taken
   */
  public void open(int port) {
    if (door.isPresent()) {
      throw new IllegalStateException("the front door is open");
    }
    door =
        Optional.of(
            FrontDoor.open(
                port,
                handlers("IntakeFunction").intake(),
                new MetricsApi(gauges::json, interfaces()),
                () -> Map.of("queues", queuesAnswer(), "table", tableAnswers()),
                clock));
    data.isOpenAt(door().base());
  }

  private LoopbackServer.Handler interfaces() {
    MessageQueue<RetryWork> failures = Platform.failures(sqs, url("FailuresQueue"));
    return Interfaces.withTenants(
        platform,
        table,
        desk,
        operator,
        failures,
        StandingDesk.Delays.NONE,
        clock,
        Interfaces.of(
            platform,
            desk,
            operator,
            Platform.events(sqs, url("EventsQueue")),
            failures,
            functions(Callers.OPERATOR).ledgers(),
            clock));
  }

  /**
   * Asks for the close of a month of pay; a repeat changes nothing.
   *
   * @param by who wants it
   */
  public void closePayPeriod(Tenant tenant, YearMonth month, String by) {
    Platform.events(sqs, url("EventsQueue")).send(new TranslateWork.ClosePeriod(tenant, month, by));
  }

  /** Pay items, and the months in which they are booked. */
  public PayItemStore payItems() {
    return platform.payItems();
  }

  /** Begins to feed the functions; callbacks that arrived before wait in their queue. */
  public void feed() {
    for (EventSource source : template.eventSources()) {
      feed(source, handlers(source.function()).handler(source.function()));
    }
    for (ScheduleDefinition schedule : template.schedules()) {
      SqsClient client = parts.of(schedule.logicalId()).sqs();
      keep(ScheduleTicker.start(client, url(schedule.queue()), schedule));
    }
  }

  /** Does now what the schedules do from time to time: the sweep, and rounds of the patrol. */
  public void tick() {
    for (ScheduleDefinition schedule : template.schedules()) {
      SqsClient client = parts.of(schedule.logicalId()).sqs();
      client.sendMessage(
          request -> request.queueUrl(url(schedule.queue())).messageBody(schedule.input()));
    }
  }

  /** Stores a third-party app; its newest ticket stays. */
  public void adopt(Suite suite) {
    platform.suites().put(suite);
  }

  /**
   * Stores a tenant's settings and takes its rule book over by all steps of the life cycle. Whether
   * a company has authorised a third-party app is for DingTalk to say: what it said before stays,
   * and so does an operator's stop.
   *
   * @throws IllegalStateException when a step is refused, or when a tenant of this identifier was
   *     deleted, with the reason
   */
  public TenantSettings adopt(TenantSettings settings, String ruleBook, Signing signing) {
    Optional<TenantSettings> known = platform.tenants().find(settings.tenant());
    if (known.isEmpty()) {
      requireUnburied(settings.tenant());
    }
    TenantSettings standing =
        known.map(before -> settings.withStanding(before.standing())).orElse(settings);
    platform.tenants().put(standing);
    desk.takeOverOrFail(standing, ruleBook, signing);
    return standing;
  }

  private void requireUnburied(Tenant tenant) {
    new TenantErasure(table, clock)
        .tombstone(tenant)
        .map(stone -> Reason.of(DeskFault.WAS_DELETED, tenant.id(), stone.begunAt()))
        .ifPresent(
            why -> {
              throw new IllegalStateException(why.code() + " " + why.english());
            });
  }

  /** What an operator does with rule books. */
  public RuleBookDesk desk() {
    return desk;
  }

  /** A tenant's settings. */
  public Optional<TenantSettings> tenant(Tenant tenant) {
    return platform.tenants().find(tenant);
  }

  /**
   * Says up to when a tenant's approvals were all heard of, unless it is known: what was started
   * since is looked for by the first round of the patrol.
   */
  public void heardOfAllUpTo(Tenant tenant, Instant upTo) {
    if (platform.notes().doneUpTo(tenant, Chore.RECENT_INSTANCES).isEmpty()) {
      platform.notes().done(tenant, Chore.RECENT_INSTANCES, upTo);
    }
  }

  /**
   * The HTTP server for callbacks and the API.
   *
   * @throws IllegalStateException when it is not open yet
   */
  public FrontDoor door() {
    return door.orElseThrow(() -> new IllegalStateException("the front door is not open yet"));
  }

  /** Queues and documents as they are now, and what the functions measured. */
  public ObjectNode metrics() {
    return gauges.json();
  }

  /** The requests to table and queues so far. */
  public RequestCounts requests() {
    return requests;
  }

  /** The documents of all tenants. */
  public DocumentStore documents() {
    return platform.documents();
  }

  /** Stops taking callbacks, lets the functions end their batches, then closes table and queues. */
  @Override
  public void close() {
    door.ifPresent(LocalSystem::closed);
    // All stop before the first is waited for, so that the waits run side by side.
    pollers.forEach(EventSourcePoller::stop);
    while (!opened.isEmpty()) {
      closed(opened.pop());
    }
  }

  private static void closed(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception ignored) {
      System.getLogger(LocalSystem.class.getName())
          .log(System.Logger.Level.WARNING, "a part did not close", ignored);
    }
  }

  private Handlers handlers(String function) {
    return elsewhere.orElseGet(() -> functions(function));
  }

  /** The handlers of a function, over what that function reaches table and queues with. */
  private LocalFunctions functions(String function) {
    return functions.computeIfAbsent(
        parts.of(function),
        part ->
            new LocalFunctions(
                part.platform(),
                part.sqs(),
                queues,
                times,
                part.census(),
                measured,
                clock,
                step -> watching.apply(step, measured)));
  }

  private void feed(EventSource source, RequestHandler<SQSEvent, SQSBatchResponse> function) {
    EventSourcePoller.Queue queue =
        new EventSourcePoller.Queue(url(source.queue()), arn(source.queue()));
    SqsClient client = parts.of(source.function()).sqs();
    pollers.add(keep(EventSourcePoller.start(client, queue, source, CONCURRENCY, function)));
  }

  private String url(String queue) {
    return queues.get(queue).toString();
  }

  private String arn(String queue) {
    return Provisioner.arnOf(parts.administrator(), queues.get(queue));
  }

  private boolean queuesAnswer() {
    return answers(() -> arn("EventsQueue"));
  }

  private boolean tableAnswers() {
    return answers(() -> platform.documents().due(clock.instant(), 1));
  }

  private static boolean answers(Runnable question) {
    try {
      question.run();
      return true;
    } catch (RuntimeException unreachable) {
      return false;
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }
}
