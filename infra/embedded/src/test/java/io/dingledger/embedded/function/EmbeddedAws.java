package io.dingledger.embedded.function;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A table and queues in memory, made from the template, for the test of a function. */
public final class EmbeddedAws implements AutoCloseable {
  private final EmbeddedDynamo database;
  private final EmbeddedQueues servers;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final String table;
  private final Map<String, URI> queues;

  private EmbeddedAws(Template template) {
    this.database = EmbeddedDynamo.inMemory(0);
    this.servers = EmbeddedQueues.inMemory(0, LocalClients.REGION.id());
    this.dynamo = LocalClients.dynamo(database.endpoint());
    this.sqs = LocalClients.queues(servers.endpoint());
    Provisioner.createTables(dynamo, template.tables());
    this.queues = Provisioner.createQueues(sqs, template.queues());
    this.table = template.tables().getFirst().name();
  }

  /** Starts both on free ports and creates what the template describes. */
  public static EmbeddedAws of(Path template) {
    return new EmbeddedAws(Template.read(template));
  }

  /**
   * What a function must be told to find its clients' servers, as properties of Quarkus.
   *
   * @param services the clients that the function has, of {@code dynamodb}, {@code sqs} and {@code
   *     kms}; the last one has no server here, and what calls it fails
   */
  public Map<String, String> clientProperties(String... services) {
    Map<String, String> properties = new HashMap<>();
    for (String service : services) {
      String prefix = "quarkus." + service;
      URI endpoint = service.equals("dynamodb") ? database.endpoint() : servers.endpoint();
      properties.put(prefix + ".endpoint-override", endpoint.toString());
      properties.put(prefix + ".aws.region", LocalClients.REGION.id());
      properties.put(prefix + ".aws.credentials.type", "static");
      properties.put(prefix + ".aws.credentials.static-provider.access-key-id", "local");
      properties.put(prefix + ".aws.credentials.static-provider.secret-access-key", "local");
    }
    return properties;
  }

  /** The name of the table. */
  public String table() {
    return table;
  }

  /** The address of a queue by its logical id in the template. */
  public String url(String queue) {
    return queues.get(queue).toString();
  }

  /** The ARN of a queue by its logical id in the template, as event sources name it. */
  public String arn(String queue) {
    return Provisioner.arnOf(sqs, queues.get(queue));
  }

  @Override
  public void close() {
    dynamo.close();
    sqs.close();
    servers.close();
    database.close();
  }
}
