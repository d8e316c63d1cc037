package io.dingledger.local.torture.process;

import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.ScheduleDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.local.LocalFunctions;
import io.dingledger.platform.Platform;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * How long leases, time-outs and intervals are: those of a deployment, or all of them shorter, so
 * that a run of some minutes sees many leases run out.
 */
final class Times {
  private static final Duration FUNCTION = Duration.ofSeconds(20);
  private static final Duration VISIBILITY = Duration.ofSeconds(24);
  private static final Duration SWEEP = Duration.ofSeconds(5);
  private static final Duration PATROL = Duration.ofSeconds(15);

  private Times() {}

  static Template template(Stage stage) {
    Template template = Template.read(stage.template());
    if (stage.realTimes()) {
      return template;
    }
    return new Template(
        template.tables(),
        template.queues().stream().map(Times::shorter).toList(),
        template.eventSources().stream().map(Times::shorter).toList(),
        template.routes(),
        template.schedules().stream().map(Times::shorter).toList());
  }

  static LocalFunctions functions(
      Stage stage, Platform platform, SqsClient sqs, Map<String, URI> queues, Clock clock) {
    return new LocalFunctions(platform, sqs, queues, clock);
  }

  private static QueueDefinition shorter(QueueDefinition queue) {
    return new QueueDefinition(
        queue.logicalId(),
        queue.name(),
        VISIBILITY,
        queue.retention(),
        queue.delay(),
        queue.redrive());
  }

  private static EventSource shorter(EventSource source) {
    return new EventSource(
        source.function(),
        source.queue(),
        FUNCTION,
        source.batchSize(),
        source.batchingWindow(),
        source.reportsFailures());
  }

  private static ScheduleDefinition shorter(ScheduleDefinition schedule) {
    Duration every = schedule.input().contains("sweep") ? SWEEP : PATROL;
    return new ScheduleDefinition(
        schedule.logicalId(), every, schedule.queue(), schedule.input());
  }
}
