package io.dingledger.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.dingtalk.DingTalk;
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
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.TableCensus;
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

  /** The functions over these stores and queues, with these times. */
  public LocalFunctions(
      Platform platform,
      SqsClient sqs,
      Map<String, URI> queues,
      Times times,
      TableCensus census,
      Metrics metrics,
      Clock clock) {
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
            ConnectedLedgers.Longest.of(times));
    this.dingTalk =
        new DingTalkClient(
            DingTalkClient.newHttpClient(),
            new SharedAccess(platform.tokens(), platform.budget(), platform.suites()),
            clock,
            new Patience(times.of(Span.DINGTALK_CALL), times.of(Span.DINGTALK_TOKEN_LOCK)));
  }

  /** The tenants' ledgers. */
  public LedgerSource ledgers() {
    return ledgers;
  }

  @Override
  public RequestHandler<SQSEvent, SQSBatchResponse> handler(String function) {
    return switch (function) {
      case "TranslateFunction" -> new TranslateHandler(translate());
      case "PostFunction" -> new PostHandler(post());
      case "RetryFunction" -> new RetryHandler(retry());
      case "PatrolFunction" -> new PatrolHandler(patrol());
      default -> throw new IllegalStateException("no function " + function);
    };
  }

  @Override
  public IntakeHandler intake() {
    return new IntakeHandler(callbacks(), new Inbound(platform.tenants(), events(), clock));
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
    return new Patrol(
        PatrolPorts.of(platform, dingTalk, hose(), events()),
        Platform.patrol(sqs, url("PatrolQueue")),
        PatrolSettings.of(times),
        new Tally(census::of, metrics, clock),
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
