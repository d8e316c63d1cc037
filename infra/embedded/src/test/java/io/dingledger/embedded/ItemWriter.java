package io.dingledger.embedded;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The process that is killed: puts items until then. */
final class ItemWriter {

  private ItemWriter() {}

  public static void main(String[] arguments) {
    long begin = System.nanoTime();
    EmbeddedDynamo dynamo = EmbeddedDynamo.inFolder(0, Path.of(arguments[0]));
    System.out.println("STARTED " + (System.nanoTime() - begin) / 1_000_000);
    try (DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint())) {
      createTable(client);
      for (int number = 0; number < 1_000_000; number++) {
        String key = "item-" + number;
        client.putItem(
            request -> request.tableName("items").item(Map.of("key", AttributeValue.fromS(key))));
        System.out.println("PUT " + key);
      }
    }
  }

  static void createTable(DynamoDbClient client) {
    client.createTable(
        request ->
            request
                .tableName("items")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("key")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("key").keyType(KeyType.HASH).build()));
  }
}
