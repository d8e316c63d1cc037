package io.dingledger.local.aws;

import io.dingledger.ledgers.LedgerTools;
import io.dingledger.ledgers.http.AddressFilter;
import io.dingledger.local.Interfaces;
import io.dingledger.local.command.Refusal;
import io.dingledger.local.http.LoopbackServer;
import io.dingledger.local.http.OperatorToken;
import io.dingledger.local.http.Reply;
import io.dingledger.local.http.Request;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.local.tenants.StandingDesk;
import io.dingledger.model.work.RetryWork;
import io.dingledger.platform.Platform;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.post.ConnectedLedgers;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * An installation on AWS as commands speak to it: the operator's interface, in this very process
 * and only for this machine, over the installation's table, queues and key, with the operator's own
 * credentials. No callback arrives here and no function runs here.
 */
public final class AwsSystem implements AutoCloseable {
  private static final int BAD_GATEWAY = 502;
  private static final int BODY_LIMIT = 4 * 1024 * 1024;
  private static final String ADDRESSES = "DINGLEDGER_LEDGER_ADDRESSES";

  private final AwsStage stage;
  private final AwsClients clients;
  private final String token = OperatorToken.random();
  private final LoopbackServer.Handler api;
  private final LoopbackServer server;

  private AwsSystem(AwsStage stage, AwsClients clients) {
    this.stage = stage;
    this.clients = clients;
    OperatorToken operator = OperatorToken.of(token);
    this.api = operator.guarding(api(stage, clients, operator));
    this.server = LoopbackServer.start(0, BODY_LIMIT, this::answered);
  }

  /**
   * Opens the interface of an installation.
   *
   * @throws Refusal when there is none, or when it can't be spoken to
   */
  public static AwsSystem over(AwsStage stage) {
    return over(stage, AwsClients.of(stage));
  }

  static AwsSystem over(AwsStage stage, AwsClients clients) {
    try {
      return new AwsSystem(stage, clients);
    } catch (RuntimeException failure) {
      clients.close();
      throw AwsFault.of(failure, stage, clients.region())
          .<RuntimeException>map(reason -> new Refusal(List.of(reason)))
          .orElse(failure);
    }
  }

  /** Where it is reached. */
  public URI base() {
    return server.base();
  }

  /** What a request must carry; drawn anew for each process. */
  public String token() {
    return token;
  }

  @Override
  public void close() {
    server.close();
    clients.close();
  }

  private Reply answered(Request request) {
    try {
      return api.handle(request);
    } catch (RuntimeException failure) {
      return AwsFault.of(failure, stage, clients.region())
          .map(reason -> Reply.problem(BAD_GATEWAY, request, reason))
          .orElseThrow(() -> failure);
    }
  }

  private static LoopbackServer.Handler api(
      AwsStage stage, AwsClients clients, OperatorToken operator) {
    Clock clock = Clock.systemUTC();
    Times times = Times.ofProcess();
    DynamoTable table = new DynamoTable(clients.dynamo(), stage.table());
    Platform platform =
        new Platform(table, Platform.keys(stage.key(), clients.kms(), clock), clock, times);
    // Says at once whether the stage exists and may be read.
    platform.tenants().all();
    SqsClient sqs = clients.sqs();
    MessageQueue<RetryWork> failures = Platform.failures(sqs, url(sqs, stage, "failures"));
    RuleBookDesk desk =
        new RuleBookDesk(platform, tenant -> Interfaces.openFrom(platform, tenant), clock);
    AddressFilter addresses = AddressFilter.of(System.getenv().getOrDefault(ADDRESSES, "public"));
    LedgerTools tools = new LedgerTools(platform.tokens(), platform.exports(), addresses, clock);
    return Interfaces.withTenants(
        platform,
        table,
        desk,
        operator,
        failures,
        StandingDesk.Delays.OF_FUNCTIONS,
        clock,
        Interfaces.of(
            platform,
            desk,
            operator,
            Platform.events(sqs, url(sqs, stage, "events")),
            failures,
            new ConnectedLedgers(platform.tenants(), tools, ConnectedLedgers.Longest.of(times)),
            clock));
  }

  private static String url(SqsClient sqs, AwsStage stage, String queue) {
    return sqs.getQueueUrl(request -> request.queueName(stage.queue(queue))).queueUrl();
  }
}
