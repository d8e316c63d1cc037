package io.dingledger.local.packages;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import io.dingledger.platform.Platform;
import io.dingledger.platform.settings.Times;
import io.dingledger.platform.store.DynamoTable;
import io.dingledger.runtime.Surroundings;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Table, queues and key for packaged functions: embedded and in memory, or those of an emulator
 * that somebody else wrote. What the template describes is created there.
 */
final class AwsPlace implements AutoCloseable {
  private static final int SECONDS_TO_ARRIVE = 2;
  private static final int MOST = 10;

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Map<String, URI> endpoints = new HashMap<>();
  private final Map<String, String> arns = new HashMap<>();
  private final SqsClient sqs;
  private final Map<String, URI> queues;
  private final String table;
  private final String key;
  private final Platform platform;

  private AwsPlace(Template template, Optional<URI> emulator) {
    if (emulator.isPresent()) {
      List.of("DYNAMODB", "SQS", "KMS").forEach(each -> endpoints.put(each, emulator.get()));
    } else {
      endpoints.put("DYNAMODB", keep(EmbeddedDynamo.inMemory(0)).endpoint());
      String region = LocalClients.REGION.id();
      endpoints.put("SQS", keep(EmbeddedQueues.inMemory(0, region)).endpoint());
      endpoints.put("KMS", keep(KmsStandIn.start()).endpoint());
    }
    DynamoDbClient dynamo = keep(LocalClients.dynamo(endpoints.get("DYNAMODB")));
    this.sqs = keep(LocalClients.queues(endpoints.get("SQS")));
    KmsClient kms = keep(kms(endpoints.get("KMS")));
    Provisioner.createTables(dynamo, template.tables());
    this.queues = Provisioner.createQueues(sqs, template.queues());
    queues.forEach((id, url) -> arns.put(id, Provisioner.arnOf(sqs, url)));
    this.table = template.tables().getFirst().name();
    this.key = emulator.isPresent() ? kms.createKey().keyMetadata().arn() : "alias/stand-in";
    Clock clock = Clock.systemUTC();
    this.platform =
        new Platform(
            new DynamoTable(dynamo, table), Platform.keys(key, kms, clock), clock, Times.USUAL);
  }

  /**
   * Starts, or finds, and creates what the template describes.
   *
   * @param emulator where another's emulator of DynamoDB, SQS and KMS stands
   */
  static AwsPlace of(Template template, Optional<URI> emulator) {
    return new AwsPlace(template, emulator);
  }

  /** As packaged functions are told of it. */
  Surroundings surroundings() {
    return Packages.surroundings(table, queues, arns, key, endpoints);
  }

  /** What the functions stand on. */
  Platform platform() {
    return platform;
  }

  /** A queue's ARN by its logical id. */
  String arn(String queue) {
    return arns.get(queue);
  }

  /** Takes the messages of a queue that are there, or arrive within two seconds. */
  List<Message> take(String queue) {
    String url = queues.get(queue).toString();
    List<Message> messages =
        sqs.receiveMessage(
                ReceiveMessageRequest.builder()
                    .queueUrl(url)
                    .maxNumberOfMessages(MOST)
                    .waitTimeSeconds(SECONDS_TO_ARRIVE)
                    .build())
            .messages();
    messages.forEach(
        each ->
            sqs.deleteMessage(
                DeleteMessageRequest.builder()
                    .queueUrl(url)
                    .receiptHandle(each.receiptHandle())
                    .build()));
    return messages;
  }

  /** Forgets the messages of all queues. */
  void purge() {
    queues
        .values()
        .forEach(
            url -> sqs.purgeQueue(PurgeQueueRequest.builder().queueUrl(url.toString()).build()));
  }

  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception notClosed) {
        System.getLogger(AwsPlace.class.getName())
            .log(System.Logger.Level.WARNING, "a part did not close", notClosed);
      }
    }
  }

  private static KmsClient kms(URI endpoint) {
    return KmsClient.builder()
        .endpointOverride(endpoint)
        .region(LocalClients.REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private <T extends AutoCloseable> T keep(T part) {
    opened.push(part);
    return part;
  }
}
