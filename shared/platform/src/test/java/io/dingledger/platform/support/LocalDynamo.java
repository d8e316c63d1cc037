package io.dingledger.platform.support;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.LocalClients;
import io.dingledger.platform.store.Index;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** One DynamoDB Local in memory for all tests of a run. */
public final class LocalDynamo {
  private static final AtomicInteger TABLES = new AtomicInteger();

  private LocalDynamo() {}

  /** A client with the SDK's own settings. */
  public static DynamoDbClient client() {
    return Running.CLIENT;
  }

  /** A client over another HTTP client. */
  public static DynamoDbClient client(SdkHttpClient http) {
    return DynamoDbClient.builder()
        .endpointOverride(Running.ENDPOINT)
        .region(LocalClients.REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(http)
        .build();
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

  /** Started when first used. */
  private static final class Running {
    private static final URI ENDPOINT = EmbeddedDynamo.inMemory(0).endpoint();
    private static final DynamoDbClient CLIENT = LocalClients.dynamo(ENDPOINT);
  }
}
