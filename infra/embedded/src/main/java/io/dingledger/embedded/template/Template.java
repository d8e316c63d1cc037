package io.dingledger.embedded.template;

import io.dingledger.embedded.template.QueueDefinition.Redrive;
import io.dingledger.embedded.template.TableDefinition.Index;
import io.dingledger.embedded.template.TableDefinition.Key;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the deployment template says about tables, queues and the events that start functions: the
 * one source of truth for AWS and for the local system. Parameters have their defaults.
 *
 * @param tables the tables
 * @param queues the queues
 * @param eventSources the queues that feed functions
 * @param routes the HTTP routes that start functions
 * @param schedules the schedules that send messages to queues
 */
public record Template(
    List<TableDefinition> tables,
    List<QueueDefinition> queues,
    List<EventSource> eventSources,
    List<HttpRoute> routes,
    List<ScheduleDefinition> schedules) {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
  private static final Duration DEFAULT_VISIBILITY_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(4);
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);
  private static final int DEFAULT_BATCH_SIZE = 10;

  public Template {
    tables = List.copyOf(tables);
    queues = List.copyOf(queues);
    eventSources = List.copyOf(eventSources);
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
  }

  /**
   * Reads a SAM template.
   *
   * @throws TemplateUnusable when it can't be read, or says something that can't be carried out
   *     here; the message names the resource and the property
   */
  public static Template read(Path file) {
    Map<?, ?> content = TemplateYaml.read(file);
    Intrinsics intrinsics = new Intrinsics(content);
    Map<?, ?> globals = Intrinsics.section(Intrinsics.section(content, "Globals"), "Function");
    Collector collector = new Collector(timeout(intrinsics, "Globals", globals, DEFAULT_TIMEOUT));
    Intrinsics.section(content, "Resources")
        .forEach((id, resource) -> collector.add(intrinsics, String.valueOf(id), resource));
    return collector.collected();
  }

  /**
   * The event source that feeds a function.
   *
   * @throws TemplateUnusable when the template has none
   */
  public EventSource eventSourceOf(String function) {
    return eventSources.stream()
        .filter(source -> source.function().equals(function))
        .findFirst()
        .orElseThrow(() -> new TemplateUnusable("no queue feeds " + function));
  }

  private static final class Collector {
    private final Duration usualTimeout;
    private final List<TableDefinition> tables = new ArrayList<>();
    private final List<QueueDefinition> queues = new ArrayList<>();
    private final List<EventSource> eventSources = new ArrayList<>();
    private final List<HttpRoute> routes = new ArrayList<>();
    private final List<ScheduleDefinition> schedules = new ArrayList<>();

    Collector(Duration usualTimeout) {
      this.usualTimeout = usualTimeout;
    }

    Template collected() {
      return new Template(tables, queues, eventSources, routes, schedules);
    }

    void add(Intrinsics intrinsics, String id, Object resource) {
      Map<?, ?> definition = resource instanceof Map<?, ?> map ? map : Map.of();
      Object condition = definition.get("Condition");
      if (condition != null && !intrinsics.holds(condition)) {
        return;
      }
      switch (String.valueOf(definition.get("Type"))) {
        case "AWS::DynamoDB::Table" ->
            tables.add(table(id, properties(intrinsics, id, definition)));
        case "AWS::SQS::Queue" -> queues.add(queue(id, properties(intrinsics, id, definition)));
        case "AWS::Scheduler::Schedule" ->
            schedules.add(schedule(id, properties(intrinsics, id, definition)));
        case "AWS::Serverless::Function" -> addEvents(intrinsics, id, definition);
        default -> {
          return;
        }
      }
    }

    private void addEvents(Intrinsics intrinsics, String id, Map<?, ?> definition) {
      Map<?, ?> function = Intrinsics.section(definition, "Properties");
      Map<?, ?> events = Intrinsics.section(function, "Events");
      Duration timeout = timeout(intrinsics, id, function, usualTimeout);
      events.forEach(
          (name, event) -> {
            Map<?, ?> map = event instanceof Map<?, ?> each ? each : Map.of();
            Properties properties = properties(intrinsics, id + "." + name, map);
            switch (String.valueOf(map.get("Type"))) {
              case "SQS" -> eventSources.add(eventSource(id, timeout, properties));
              case "HttpApi" -> routes.add(route(id, properties));
              default -> throw new TemplateUnusable(id + "." + name + " is of an unknown type");
            }
          });
    }
  }

  private static Properties properties(Intrinsics intrinsics, String id, Map<?, ?> definition) {
    Object resolved =
        intrinsics.resolved(Intrinsics.section(definition, "Properties")).orElse(Map.of());
    return new Properties(id, resolved instanceof Map<?, ?> map ? map : Map.of());
  }

  private static Duration timeout(
      Intrinsics intrinsics, String id, Map<?, ?> function, Duration otherwise) {
    return Optional.ofNullable(function.get("Timeout"))
        .flatMap(intrinsics::resolved)
        .map(seconds -> new Properties(id, Map.of("Timeout", seconds)))
        .map(properties -> properties.seconds("Timeout", otherwise))
        .orElse(otherwise);
  }

  private static TableDefinition table(String id, Properties properties) {
    Map<String, String> attributes = new LinkedHashMap<>();
    properties
        .children("AttributeDefinitions")
        .forEach(
            each ->
                attributes.put(
                    each.requiredText("AttributeName"), each.requiredText("AttributeType")));
    return new TableDefinition(
        id,
        properties.text("TableName").orElse(id),
        attributes,
        key(properties),
        properties.children("GlobalSecondaryIndexes").stream().map(Template::index).toList(),
        properties
            .child("TimeToLiveSpecification")
            .map(each -> each.requiredText("AttributeName")));
  }

  private static Index index(Properties properties) {
    Properties projection = properties.requiredChild("Projection");
    return new Index(
        properties.requiredText("IndexName"),
        key(properties),
        projection.requiredText("ProjectionType"),
        projection.texts("NonKeyAttributes"));
  }

  private static Key key(Properties properties) {
    return new Key(
        keyAttribute(properties, "HASH")
            .orElseThrow(() -> properties.wrong("KeySchema", "has no HASH attribute")),
        keyAttribute(properties, "RANGE"));
  }

  private static Optional<String> keyAttribute(Properties properties, String type) {
    return properties.children("KeySchema").stream()
        .filter(each -> each.requiredText("KeyType").equals(type))
        .map(each -> each.requiredText("AttributeName"))
        .findFirst();
  }

  private static QueueDefinition queue(String id, Properties properties) {
    return new QueueDefinition(
        id,
        properties.text("QueueName").orElse(id),
        properties.seconds("VisibilityTimeout", DEFAULT_VISIBILITY_TIMEOUT),
        properties.seconds("MessageRetentionPeriod", DEFAULT_RETENTION),
        properties.seconds("DelaySeconds", Duration.ZERO),
        properties.child("RedrivePolicy").map(Template::redrive));
  }

  private static Redrive redrive(Properties policy) {
    return new Redrive(
        policy.resource("deadLetterTargetArn"),
        policy
            .number("maxReceiveCount")
            .orElseThrow(() -> policy.wrong("maxReceiveCount", "is missing")));
  }

  private static EventSource eventSource(String function, Duration timeout, Properties properties) {
    return new EventSource(
        function,
        properties.resource("Queue"),
        timeout,
        properties.number("BatchSize").orElse(DEFAULT_BATCH_SIZE),
        properties.seconds("MaximumBatchingWindowInSeconds", Duration.ZERO),
        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
  }

  private static HttpRoute route(String function, Properties properties) {
    return new HttpRoute(
        function,
        properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT),
        properties.requiredText("Path"));
  }

  private static ScheduleDefinition schedule(String id, Properties properties) {
    Properties target = properties.requiredChild("Target");
    return new ScheduleDefinition(
        id,
        rate(properties),
        target.resource("Arn"),
        target.text("Input").orElseThrow(() -> target.wrong("Input", "is missing")));
  }

  private static Duration rate(Properties properties) {
    Matcher matcher = RATE.matcher(properties.requiredText("ScheduleExpression"));
    if (!matcher.matches()) {
      throw properties.wrong("ScheduleExpression", "is no rate(…) of minutes, hours or days");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
