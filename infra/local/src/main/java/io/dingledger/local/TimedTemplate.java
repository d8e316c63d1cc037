package io.dingledger.local;

import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.ScheduleDefinition;
import io.dingledger.embedded.template.Template;
import io.dingledger.platform.settings.Span;
import io.dingledger.platform.settings.Times;
import java.time.Duration;
import java.util.Map;

/**
 * The deployment template with the times of this machine: AWS takes them from the template's
 * parameters, the local system from the same settings as the functions.
 */
public final class TimedTemplate {
  private static final Map<String, Span> VISIBILITY =
      Map.of(
          "EventsQueue", Span.EVENTS_VISIBILITY,
          "EventsDeadLetterQueue", Span.FAILURES_VISIBILITY,
          "VouchersQueue", Span.VOUCHERS_VISIBILITY,
          "VouchersDeadLetterQueue", Span.FAILURES_VISIBILITY,
          "FailuresQueue", Span.FAILURES_VISIBILITY,
          "PatrolQueue", Span.PATROL_VISIBILITY);

  private static final Map<String, Span> TIMEOUT =
      Map.of(
          "TranslateFunction", Span.TRANSLATE_TIMEOUT,
          "PostFunction", Span.POST_TIMEOUT,
          "RetryFunction", Span.RETRY_TIMEOUT,
          "PatrolFunction", Span.PATROL_TIMEOUT);

  private static final Map<String, Span> EVERY =
      Map.of("SweepSchedule", Span.SWEEP_EVERY, "PatrolSchedule", Span.PATROL_EVERY);

  private TimedTemplate() {}

  /** The template with these times in place of its own; what has no setting stays. */
  public static Template of(Template template, Times times) {
    return new Template(
        template.tables(),
        template.queues().stream().map(queue -> timed(queue, times)).toList(),
        template.eventSources().stream().map(source -> timed(source, times)).toList(),
        template.routes(),
        template.schedules().stream().map(schedule -> timed(schedule, times)).toList());
  }

  private static QueueDefinition timed(QueueDefinition queue, Times times) {
    return new QueueDefinition(
        queue.logicalId(),
        queue.name(),
        given(VISIBILITY, queue.logicalId(), queue.visibilityTimeout(), times),
        queue.retention(),
        queue.delay(),
        queue.redrive());
  }

  private static EventSource timed(EventSource source, Times times) {
    return new EventSource(
        source.function(),
        source.queue(),
        given(TIMEOUT, source.function(), source.timeout(), times),
        source.batchSize(),
        source.batchingWindow(),
        source.reportsFailures());
  }

  private static ScheduleDefinition timed(ScheduleDefinition schedule, Times times) {
    return new ScheduleDefinition(
        schedule.logicalId(),
        given(EVERY, schedule.logicalId(), schedule.every(), times),
        schedule.queue(),
        schedule.input());
  }

  private static Duration given(
      Map<String, Span> spans, String name, Duration otherwise, Times times) {
    return spans.containsKey(name) ? times.of(spans.get(name)) : otherwise;
  }
}
