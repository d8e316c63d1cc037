package io.dingledger.platform.support;

import io.dingledger.platform.store.Index;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** One DynamoDB Local in memory for all tests of a run; reachable from this machine only. */
public final class LocalDynamo {
  private static final AtomicInteger TABLES = new AtomicInteger();

  private LocalDynamo() {}

  /** A client with the SDK's own settings. */
  public static DynamoDbClient client() {
    return Running.CLIENT;
  }

  /** A client over another HTTP client. */
  public static DynamoDbClient client(SdkHttpClient http) {
    return client(Running.ENDPOINT, http);
  }

  /** The name of a new, empty table, defined as the data model says. */
  public static String newTable() {
    String name = "table-" + TABLES.incrementAndGet();
    client()
        .createTable(
            request ->
                request
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        attribute("pk"),
                        attribute("sk"),
                        attribute("duePk"),
                        attribute("dueSk"),
                        attribute("listPk"),
                        attribute("listSk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                    .globalSecondaryIndexes(
                        Arrays.stream(Index.values()).map(LocalDynamo::index).toList()));
    return name;
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.indexName())
        .keySchema(
            key(index.partitionAttribute(), KeyType.HASH),
            key(index.sortAttribute(), KeyType.RANGE))
        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static DynamoDbClient client(URI endpoint, SdkHttpClient http) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(http)
        .build();
  }

  private static URI start() {
    QuietServers.quieten();
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    LocalDynamoDBRequestHandler database =
        new LocalDynamoDBRequestHandler(0, true, null, true, false);
    server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(database, "*"), "/"));
    try {
      server.start();
    } catch (Exception failure) {
      throw new IllegalStateException("DynamoDB Local did not start", failure);
    }
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Started when first used. */
  private static final class Running {
    private static final URI ENDPOINT = start();
    private static final DynamoDbClient CLIENT = client(ENDPOINT, UrlConnectionHttpClient.create());
  }
}
