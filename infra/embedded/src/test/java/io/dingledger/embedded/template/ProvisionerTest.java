package io.dingledger.embedded.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.embedded.EmbeddedDynamo;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.TableDefinition.Key;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class ProvisionerTest {
  private final Template template = Template.read(TemplateTest.FILE);

  @Test
  void tablesAreCreatedOnceAndKeepTheirContent() {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory(0);
        DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint())) {
      Provisioner.createTables(client, template.tables());
      Map<String, AttributeValue> key =
          Map.of("PK", AttributeValue.fromS("a"), "SK", AttributeValue.fromS("b"));
      client.putItem(request -> request.tableName("dingledger-demo").item(key));
      Provisioner.createTables(client, template.tables());
      assertTrue(
          client.getItem(request -> request.tableName("dingledger-demo").key(key)).hasItem());
      assertEquals(
          "due",
          client
              .describeTable(request -> request.tableName("dingledger-demo"))
              .table()
              .globalSecondaryIndexes()
              .getFirst()
              .indexName());
      assertEquals(
          TimeToLiveStatus.ENABLED,
          client
              .describeTimeToLive(request -> request.tableName("dingledger-demo"))
              .timeToLiveDescription()
              .timeToLiveStatus());
    }
  }

  @Test
  void aTableOfAnOlderTemplateIsRefusedWithACure() {
    try (EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory(0);
        DynamoDbClient client = LocalClients.dynamo(dynamo.endpoint())) {
      Provisioner.createTables(client, template.tables());
      TableDefinition other =
          new TableDefinition(
              "Table",
              "dingledger-demo",
              Map.of("PK", "S"),
              new Key("PK", Optional.empty()),
              List.of(),
              Optional.empty());
      String message =
          assertThrows(
                  TemplateUnusable.class, () -> Provisioner.createTables(client, List.of(other)))
              .getMessage();
      assertTrue(message.contains("--fresh"), message);
    }
  }

  @Test
  void queuesAreCreatedOnceWithTheirDeadLetterQueueAndTakeNewAttributes() {
    try (EmbeddedQueues queues = EmbeddedQueues.inMemory(0, "eu-west-1");
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      Map<String, URI> first = Provisioner.createQueues(client, template.queues());
      String url = first.get("EventsQueue").toString();
      client.setQueueAttributes(
          request ->
              request
                  .queueUrl(url)
                  .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "77")));
      client.sendMessage(request -> request.queueUrl(url).messageBody("kept"));
      assertEquals(first, Provisioner.createQueues(client, template.queues()));
      Map<QueueAttributeName, String> attributes =
          client
              .getQueueAttributes(
                  request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
              .attributes();
      assertEquals("2", attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT));
      assertEquals("1", attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
      String redrive = attributes.get(QueueAttributeName.REDRIVE_POLICY);
      String target = Provisioner.arnOf(client, first.get("EventsDeadLetterQueue"));
      assertTrue(redrive.contains(target), redrive);
      assertTrue(redrive.matches(".*\"maxReceiveCount\":\\s*\"?2.*"), redrive);
    }
  }
}
