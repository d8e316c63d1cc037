package io.dingledger.embedded.function;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.permission.Caller;
import io.dingledger.embedded.permission.EmbeddedSecurity;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A table and queues in memory, made from the template, for the test of a function. */
public final class EmbeddedAws implements AutoCloseable {
  private static final String TABLE = "dingledger.test.table";
  private static final String QUEUES = "dingledger.test.queues";
  private static final String SECURITY = "dingledger.test.security";
  private static final AwsCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final EmbeddedSecurity security = EmbeddedSecurity.start();
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

  /** A client of the running function's table that may do everything: the test's own. */
  public static DynamoDbClient administratorOfTable() {
    return LocalClients.dynamo(URI.create(System.getProperty(TABLE)));
  }

  /** A client of the running function's queues that may do everything: the test's own. */
  public static SqsClient administratorOfQueues() {
    return LocalClients.queues(URI.create(System.getProperty(QUEUES)));
  }

  /** A client of the running function's keys that may do everything: the test's own. */
  public static KmsClient administratorOfKeys() {
    return EmbeddedSecurity.keys(URI.create(System.getProperty(SECURITY)), NOBODY);
  }

  /**
   * What a function must be told to find its clients' servers, as properties of Quarkus. It calls
   * them as the role that the template gives it, and may do no more than that.
   *
   * @param role the logical id of its role
   * @param services the clients that the function has, of {@code dynamodb}, {@code sqs} and {@code
   *     kms}
   */
  public Map<String, String> clientProperties(String role, String... services) {
    System.setProperty(TABLE, database.endpoint().toString());
    System.setProperty(QUEUES, servers.endpoint().toString());
    System.setProperty(SECURITY, security.endpoint().toString());
    // STS's client finds these as it finds Lambda's on AWS: by the SDK's own chain.
    System.setProperty("aws.endpointUrlSts", security.endpoint().toString());
    System.setProperty("aws.region", LocalClients.REGION.id());
    System.setProperty("aws.accessKeyId", Caller.accessKey(role));
    System.setProperty("aws.secretAccessKey", "secret");
    Map<String, String> properties = new HashMap<>();
    for (String service : services) {
      String prefix = "quarkus." + service;
      URI endpoint =
          switch (service) {
            case "dynamodb" -> database.endpoint();
            case "sqs" -> servers.endpoint();
            default -> security.endpoint();
          };
      properties.put(prefix + ".endpoint-override", endpoint.toString());
      properties.put(prefix + ".aws.region", LocalClients.REGION.id());
      properties.put(prefix + ".aws.credentials.type", "static");
      properties.put(
          prefix + ".aws.credentials.static-provider.access-key-id", Caller.accessKey(role));
      properties.put(prefix + ".aws.credentials.static-provider.secret-access-key", "secret");
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
    security.close();
    servers.close();
    database.close();
  }
}
