package io.dingledger.local.torture.process;

import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.DataFolder;
import io.dingledger.local.Interfaces;
import io.dingledger.local.LocalFunctions;
import io.dingledger.local.http.FrontDoor;
import io.dingledger.local.http.OperatorToken;
import io.dingledger.local.lambda.EventSourcePoller;
import io.dingledger.local.rulebook.RuleBookDesk;
import io.dingledger.platform.Platform;
import io.dingledger.platform.metrics.Metrics;
import io.dingledger.platform.store.Table;
import io.dingledger.platform.store.TableCensus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One function over the ground, fed or called as in a deployment; ends by a kill only. */
final class FunctionProcess {
  private static final int CONCURRENCY = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private FunctionProcess() {}

  static void start(Role role, Stage stage, Clock clock) {
    Template template = stage.timedTemplate();
    SqsClient sqs = LocalClients.queues(stage.queues());
    Map<String, URI> queues = queues(sqs, template);
    Table items = stage.items();
    Platform platform = stage.platform(items, clock);
    LocalFunctions functions =
        new LocalFunctions(
            platform, sqs, queues, stage.times(), new TableCensus(items), Metrics.NONE, clock);
    if (role.function().isEmpty()) {
      openDoor(stage, platform, functions, sqs, queues, clock);
      return;
    }
    for (EventSource source : template.eventSources()) {
      if (source.function().equals(role.function().get())) {
        URI queue = queues.get(source.queue());
        EventSourcePoller.start(
            sqs,
            new EventSourcePoller.Queue(queue.toString(), Provisioner.arnOf(sqs, queue)),
            source,
            CONCURRENCY,
            functions.handler(source.function()));
      }
    }
  }

  private static void openDoor(
      Stage stage,
      Platform platform,
      LocalFunctions functions,
      SqsClient sqs,
      Map<String, URI> queues,
      Clock clock) {
    FrontDoor.open(
        stage.doorPort(),
        functions.intake(),
        Interfaces.of(
            platform,
            new RuleBookDesk(platform, tenant -> Interfaces.openFrom(platform, tenant), clock),
            OperatorToken.at(new DataFolder(stage.data()).operatorToken()),
            Platform.events(sqs, queues.get("EventsQueue").toString()),
            Platform.failures(sqs, queues.get("FailuresQueue").toString()),
            functions.ledgers(),
            clock),
        Map::of,
        clock);
  }

  /** The ground may just be starting again. */
  private static Map<String, URI> queues(SqsClient sqs, Template template) {
    Instant givenUpAt = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        Map<String, URI> found = new HashMap<>();
        for (QueueDefinition queue : template.queues()) {
          String url = sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
          found.put(queue.logicalId(), URI.create(url));
        }
        return found;
      } catch (SdkException notYet) {
        if (Instant.now().isAfter(givenUpAt)) {
          throw notYet;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", interrupted);
    }
  }
}
