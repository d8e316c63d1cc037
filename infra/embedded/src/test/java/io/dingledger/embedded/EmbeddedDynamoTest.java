package io.dingledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EmbeddedDynamoTest {

  @TempDir Path temporary;

  @Test
  void twoDatabasesInMemoryAreApart() {
    try (EmbeddedDynamo first = EmbeddedDynamo.inMemory(0);
        EmbeddedDynamo second = EmbeddedDynamo.inMemory(0);
        DynamoDbClient client = LocalClients.dynamo(first.endpoint());
        DynamoDbClient other = LocalClients.dynamo(second.endpoint())) {
      ItemWriter.createTable(client);
      Map<String, AttributeValue> item =
          Map.of("key", AttributeValue.fromS("one"), "amount", AttributeValue.fromN("12.5"));
      client.putItem(request -> request.tableName("items").item(item));
      assertEquals(
          item,
          client
              .getItem(
                  request ->
                      request
                          .tableName("items")
                          .key(Map.of("key", AttributeValue.fromS("one")))
                          .consistentRead(true))
              .item());
      assertTrue(other.listTables().tableNames().isEmpty());
    }
  }

  @Test
  void onlyThisMachineReachesTheDatabase() throws Exception {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory(0)) {
      EmbeddedQueuesTest.assertClosedToOthers(dynamo.endpoint().getPort());
    }
  }

  @Test
  void folderKeepsItemsAndTheGivenPortIsUsedAgain() {
    Path folder = temporary.resolve("dynamo");
    int port;
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inFolder(0, folder);
        DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint())) {
      port = dynamo.endpoint().getPort();
      ItemWriter.createTable(client);
    }
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inFolder(port, folder);
        DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint())) {
      assertEquals(port, dynamo.endpoint().getPort());
      assertEquals(java.util.List.of("items"), client.listTables().tableNames());
    }
  }

  @Test
  void killedAmidPutsNoAnsweredItemIsLost() throws Exception {
    Path folder = temporary.resolve("dynamo");
    int moment = 200 + (int) (Math.random() * 1000);
    ChildProcess child = ChildProcess.killedAfter(ItemWriter.class, "PUT", moment, folder);
    Set<String> lost = new TreeSet<>(child.said("PUT"));
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inFolder(0, folder);
        DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint())) {
      client
          .scanPaginator(request -> request.tableName("items").consistentRead(true))
          .items()
          .forEach(item -> lost.remove(item.get("key").s()));
    }
    assertEquals(Set.of(), lost);
  }
}
