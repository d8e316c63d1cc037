package io.dingledger.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.dingtalk.DingTalk;
import io.dingledger.dingtalk.WatchedDingTalk;
import io.dingledger.dingtalk.client.DingTalkClient;
import io.dingledger.dingtalk.client.Patience;
import io.dingledger.dingtalk.client.SharedAccess;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.intake.Inbound;
import io.dingledger.intake.Intake;
import io.dingledger.intake.IntakeHandler;
import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.hose.Hose;
import io.dingledger.ledgers.hose.HoseClient;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.model.work.RetryWork;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.patrol.Patrol;
import io.dingledger.patrol.PatrolHandler;
import io.dingledger.patrol.PatrolPorts;
import io.dingledger.patrol.PatrolSettings;
import io.dingledger.patrol.Tally;
import io.dingledger.platform.Platform;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.observe.Handling;
import io.dingledger.platform.observe.LogFields;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.TableCensus;
import io.dingledger.platform.trace.Segments;
import io.dingledger.platform.trace.Trace;
import io.dingledger.platform.trace.Tracer;
import io.dingledger.post.ConnectedLedgers;
import io.dingledger.post.Entrance;
import io.dingledger.post.LedgerSource;
import io.dingledger.post.Post;
import io.dingledger.post.PostHandler;
import io.dingledger.post.PostSettings;
import io.dingledger.retry.RetryHandler;
import io.dingledger.retry.RetryParts;
import io.dingledger.retry.RetrySettings;
import io.dingledger.translate.Translate;
import io.dingledger.translate.TranslateHandler;
import io.dingledger.translate.TranslatePorts;
import io.dingledger.translate.TranslateSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The functions' own handlers over the local table and queues. Any address may be called: this is
 * one's own machine.
 */
public final class LocalFunctions implements Handlers {
  private final Platform platform;
  private final SqsClient sqs;
  private final Map<String, URI> queues;
  private final Times times;
  private final TableCensus census;
  private final Metrics metrics;
  private final Clock clock;
  private final LedgerSource ledgers;
  private final DingTalk dingTalk;
  private final Function<String, Handling> handling;

  /** The functions over these stores and queues, with these times. */
  public LocalFunctions(
      Platform platform,
      SqsClient sqs,
      Map<String, URI> queues,
      Times times,
      TableCensus census,
      Metrics metrics,
      Clock clock) {
    this(platform, sqs, queues, times, census, metrics, clock, step -> unseen(step, metrics));
  }

  /** A step of which nobody sees more than its log and what it measures. */
  static Handling unseen(String step, Metrics metrics) {
    Clock clock = Clock.systemUTC();
    Tracer nowhere = new Tracer(step, Segments.NONE, () -> "", clock, new SecureRandom());
    return new Handling(step, LogFields.NONE, nowhere, metrics, clock);
  }

  /**
   * The same, watched in another way.
   *
   * @param handling who watches a step
   */
  public LocalFunctions(
      Platform platform,
      SqsClient sqs,
      Map<String, URI> queues,
      Times times,
      TableCensus census,
      Metrics metrics,
      Clock clock,
      Function<String, Handling> handling) {
    this.handling = handling;
    this.census = census;
    this.metrics = metrics;
    this.platform = platform;
    this.sqs = sqs;
    this.queues = queues;
    this.times = times;
    this.clock = clock;
    this.ledgers =
        new ConnectedLedgers(
            platform.tenants(),
            new LedgerTools(platform.tokens(), platform.exports(), AddressFilter.ANY, clock),
            ConnectedLedgers.Longest.of(times),
            platform.restorations()::find);
    this.dingTalk =
        new WatchedDingTalk(
            new DingTalkClient(
                DingTalkClient.newHttpClient(),
                new SharedAccess(platform.tokens(), platform.budget(), platform.suites()),
                clock,
                new Patience(times.of(Span.DINGTALK_CALL), times.of(Span.DINGTALK_TOKEN_LOCK))),
            Trace.calls());
  }

  /** The tenants' ledgers. */
  public LedgerSource ledgers() {
    return ledgers;
  }

  @Override
  public RequestHandler<SQSEvent, SQSBatchResponse> handler(String function) {
    return switch (function) {
      case "TranslateFunction" -> new TranslateHandler(translate(), handling.apply("translate"));
      case "PostFunction" -> new PostHandler(post(), handling.apply("post"));
      case "RetryFunction" -> new RetryHandler(retry(), handling.apply("retry"));
      case "PatrolFunction" -> new PatrolHandler(patrol(), handling.apply("patrol"));
      default -> throw new IllegalStateException("no function " + function);
    };
  }

  @Override
  public IntakeHandler intake() {
    return new IntakeHandler(
        callbacks(), new Inbound(platform.tenants(), events(), clock), handling.apply("intake"));
  }

  private Intake callbacks() {
    return new Intake(
        platform.tenants(),
        platform.suites(),
        events(),
        platform.quarantine(),
        new SecureRandom(),
        clock);
  }

  private Translate translate() {
    return new Translate(
        TranslatePorts.over(
            platform,
            dingTalk,
            hose(),
            Platform.vouchers(sqs, url("VouchersQueue")),
            Platform.failures(sqs, url("FailuresQueue"))),
        TranslateSettings.of(times),
        clock);
  }

  private Patrol patrol() {
    PatrolPorts ports = PatrolPorts.of(platform, dingTalk, hose(), events());
    return new Patrol(
        ports,
        Platform.patrol(sqs, url("PatrolQueue")),
        PatrolSettings.of(times),
        Tally.of(ports, census::of, metrics, clock),
        clock);
  }

  private Hose hose() {
    return new HoseClient(platform.tokens(), AddressFilter.ANY, clock);
  }

  private Post post() {
    MessageQueue<RetryWork> failures = Platform.failures(sqs, url("FailuresQueue"));
    Entrance entrance =
        new Entrance(
            platform.gate(),
            platform.notices(),
            Platform.vouchers(sqs, url("VouchersQueue")),
            failures,
            PostSettings.of(times),
            clock);
    return new Post(
        platform.documents(),
        ledgers,
        entrance,
        failures,
        Platform.patrol(sqs, url("PatrolQueue")),
        PostSettings.of(times),
        clock);
  }

  private RetryParts retry() {
    return RetryParts.of(
        platform.documents(),
        platform.quarantine(),
        events(),
        Platform.vouchers(sqs, url("VouchersQueue")),
        Platform.failures(sqs, url("FailuresQueue")),
        new RetryParts.DeadLetterQueues(
            arn("EventsDeadLetterQueue"), arn("VouchersDeadLetterQueue")),
        RetrySettings.of(times),
        new SecureRandom(),
        metrics,
        clock);
  }

  private MessageQueue<TranslateWork> events() {
    return Platform.events(sqs, url("EventsQueue"));
  }

  private String url(String queue) {
    return queues.get(queue).toString();
  }

  private String arn(String queue) {
    return Provisioner.arnOf(sqs, queues.get(queue));
  }
}
