package io.dingledger.embedded.template;

import io.dingledger.embedded.template.TableDefinition.Index;
import io.dingledger.embedded.template.TableDefinition.Key;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Creates what the template describes; what exists already is kept with its content. */
public final class Provisioner {
  private Provisioner() {}

  /**
   * Creates the tables that do not exist yet.
   *
   * @throws TemplateUnusable when a table exists with other keys or indexes: its data was written
   *     for an older template
   */
  public static void createTables(DynamoDbClient client, List<TableDefinition> tables) {
    tables.forEach(table -> createTable(client, table));
  }

  /**
   * Creates the queues that do not exist yet and gives the others the template's attributes.
   *
   * @return the queues' URLs by logical id
   */
  public static Map<String, URI> createQueues(SqsClient client, List<QueueDefinition> queues) {
    Map<String, URI> urls = new LinkedHashMap<>();
    Stream.concat(
            queues.stream().filter(queue -> queue.redrive().isEmpty()),
            queues.stream().filter(queue -> queue.redrive().isPresent()))
        .forEach(queue -> urls.put(queue.logicalId(), createQueue(client, queue, urls)));
    return urls;
  }

  /** The queue's ARN, as event sources name it. */
  public static String arnOf(SqsClient client, URI queue) {
    return client
        .getQueueAttributes(
            request ->
                request.queueUrl(queue.toString()).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  private static void createTable(DynamoDbClient client, TableDefinition table) {
    Optional<TableDescription> existing = describe(client, table.name());
    if (existing.isPresent()) {
      requireSame(existing.get(), table);
    } else {
      client.createTable(creationOf(table));
      client.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
    }
    table.timeToLive().ifPresent(attribute -> enableTimeToLive(client, table.name(), attribute));
  }

  private static Optional<TableDescription> describe(DynamoDbClient client, String name) {
    try {
      return Optional.of(client.describeTable(request -> request.tableName(name)).table());
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    }
  }

  private static void requireSame(TableDescription existing, TableDefinition table) {
    Map<String, List<KeySchemaElement>> keys = new LinkedHashMap<>();
    existing.globalSecondaryIndexes().stream()
        .sorted(Comparator.comparing(GlobalSecondaryIndexDescription::indexName))
        .forEach(index -> keys.put(index.indexName(), index.keySchema()));
    Map<String, List<KeySchemaElement>> wanted = new LinkedHashMap<>();
    table.indexes().stream()
        .sorted(Comparator.comparing(Index::name))
        .forEach(index -> wanted.put(index.name(), schema(index.key())));
    if (!existing.keySchema().equals(schema(table.key())) || !keys.equals(wanted)) {
      throw new TemplateUnusable(
          "table "
              + table.name()
              + " in the data folder has other keys or indexes than the template; start with --fresh"
              + " or with another --data folder");
    }
  }

  private static void enableTimeToLive(DynamoDbClient client, String table, String attribute) {
    TimeToLiveStatus status =
        client
            .describeTimeToLive(request -> request.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (status != TimeToLiveStatus.ENABLED && status != TimeToLiveStatus.ENABLING) {
      client.updateTimeToLive(
          request ->
              request
                  .tableName(table)
                  .timeToLiveSpecification(each -> each.attributeName(attribute).enabled(true)));
    }
  }

  private static CreateTableRequest creationOf(TableDefinition table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(
                        each ->
                            AttributeDefinition.builder()
                                .attributeName(each.getKey())
                                .attributeType(each.getValue())
                                .build())
                    .toList())
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Provisioner::index).toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(
            projection -> {
              projection.projectionType(index.projection());
              if (!index.included().isEmpty()) {
                projection.nonKeyAttributes(index.included());
              }
            })
        .build();
  }

  private static List<KeySchemaElement> schema(Key key) {
    List<KeySchemaElement> schema = new ArrayList<>();
    schema.add(element(key.hash(), KeyType.HASH));
    key.range().ifPresent(range -> schema.add(element(range, KeyType.RANGE)));
    return schema;
  }

  private static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  private static URI createQueue(SqsClient client, QueueDefinition queue, Map<String, URI> known) {
    Map<QueueAttributeName, String> attributes = attributes(client, queue, known);
    Optional<String> existing = find(client, queue.name());
    String url =
        existing.orElseGet(
            () ->
                client
                    .createQueue(request -> request.queueName(queue.name()).attributes(attributes))
                    .queueUrl());
    if (existing.isPresent()) {
      client.setQueueAttributes(request -> request.queueUrl(url).attributes(attributes));
    }
    return URI.create(url);
  }

  private static Optional<String> find(SqsClient client, String name) {
    try {
      return Optional.of(client.getQueueUrl(request -> request.queueName(name)).queueUrl());
    } catch (QueueDoesNotExistException absent) {
      return Optional.empty();
    }
  }

  private static Map<QueueAttributeName, String> attributes(
      SqsClient client, QueueDefinition queue, Map<String, URI> known) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT,
        String.valueOf(queue.visibilityTimeout().toSeconds()));
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, String.valueOf(queue.retention().toSeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, String.valueOf(queue.delay().toSeconds()));
    queue
        .redrive()
        .ifPresent(
            redrive -> {
              URI target = known.get(redrive.deadLetterQueue());
              if (target == null) {
                throw new TemplateUnusable(
                    queue.logicalId()
                        + ".RedrivePolicy names "
                        + redrive.deadLetterQueue()
                        + ", which is no queue without a redrive policy of its own");
              }
              attributes.put(
                  QueueAttributeName.REDRIVE_POLICY,
                  "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                      .formatted(arnOf(client, target), redrive.maximumReceives()));
            });
    return attributes;
  }
}
