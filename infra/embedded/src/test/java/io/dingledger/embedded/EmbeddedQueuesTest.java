package io.dingledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EmbeddedQueuesTest {

  private static final String REGION = "eu-west-1";

  @TempDir Path folder;

  @Test
  void inMemoryQueuesStartTwiceInOneProcess() {
    try (EmbeddedQueues first = EmbeddedQueues.inMemory(0, REGION);
        EmbeddedQueues second = EmbeddedQueues.inMemory(0, "us-east-1");
        SqsClient client = LocalClients.queues(first.endpoint());
        SqsClient other = LocalClients.queues(second.endpoint())) {
      String queue = client.createQueue(request -> request.queueName("one")).queueUrl();
      client.sendMessage(request -> request.queueUrl(queue).messageBody("hello"));
      assertTrue(queue.startsWith(first.endpoint().toString()), queue);
      assertEquals(List.of("hello"), bodies(client, queue, 0));
      assertEquals(List.of(), other.listQueues().queueUrls());
    }
  }

  @Test
  void onlyThisMachineReachesTheQueues() throws Exception {
    try (EmbeddedQueues queues = EmbeddedQueues.inMemory(0, REGION)) {
      assertClosedToOthers(queues.endpoint().getPort());
    }
  }

  @Test
  void purgeSurvivesRestart() {
    withQueues(
        client -> {
          String queue = QueueWriter.createQueues(client);
          client.sendMessage(request -> request.queueUrl(queue).messageBody("purged"));
          client.purgeQueue(request -> request.queueUrl(queue));
          client.sendMessage(request -> request.queueUrl(queue).messageBody("kept"));
        });
    withQueues(client -> assertEquals(List.of("kept"), bodies(client, url(client, "work"), 0)));
  }

  @Test
  void messageMovedToDeadLettersWhileAConsumerWaitsLiesThereOnceAfterRestart() {
    withQueues(
        client -> {
          String queue = QueueWriter.createQueues(client);
          client.sendMessage(request -> request.queueUrl(queue).messageBody("poison"));
          for (int receive = 0; receive < 3; receive++) {
            Message message =
                client.receiveMessage(request -> request.queueUrl(queue)).messages().getFirst();
            client.changeMessageVisibility(
                request ->
                    request
                        .queueUrl(queue)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0));
          }
          assertEquals(List.of(), bodies(client, queue, 1));
          assertEquals("1", count(client, "work-dead"));
        });
    withQueues(
        client -> {
          assertEquals("1", count(client, "work-dead"));
          assertEquals("0", count(client, "work"));
          assertEquals(List.of("poison"), bodies(client, url(client, "work-dead"), 0));
        });
  }

  @Test
  void whatADeadProcessHadReceivedIsDeliveredAgainAtOnceAndADelayIsKept() {
    withQueues(
        client -> {
          String queue = client.createQueue(request -> request.queueName("held")).queueUrl();
          client.sendMessage(request -> request.queueUrl(queue).messageBody("in hand"));
          client.sendMessage(
              request -> request.queueUrl(queue).messageBody("delayed").delaySeconds(600));
          client.receiveMessage(request -> request.queueUrl(queue).visibilityTimeout(600));
          assertEquals(List.of(), bodies(client, queue, 0));
        });
    withQueues(client -> assertEquals(List.of("in hand"), bodies(client, url(client, "held"), 0)));
  }

  @Test
  void changedAttributesAndQueueDeletionSurviveRestart() {
    withQueues(
        client -> {
          String queue = QueueWriter.createQueues(client);
          client.setQueueAttributes(
              request ->
                  request
                      .queueUrl(queue)
                      .attributes(
                          Map.of(
                              QueueAttributeName.VISIBILITY_TIMEOUT,
                              "77",
                              QueueAttributeName.DELAY_SECONDS,
                              "3")));
          String doomed = client.createQueue(request -> request.queueName("doomed")).queueUrl();
          client.deleteQueue(request -> request.queueUrl(doomed));
        });
    withQueues(
        client -> {
          String queue = client.createQueue(request -> request.queueName("work")).queueUrl();
          Map<QueueAttributeName, String> attributes =
              client
                  .getQueueAttributes(
                      request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                  .attributes();
          assertEquals("77", attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT));
          assertEquals("3", attributes.get(QueueAttributeName.DELAY_SECONDS));
          assertTrue(attributes.get(QueueAttributeName.REDRIVE_POLICY).contains("work-dead"));
          assertEquals(2, client.listQueues().queueUrls().size());
        });
  }

  @Test
  void bodiesAndAttributesSurviveRestartUnchanged() {
    String body = "转账 €12.50 \"quoted\"\nnext line 😀";
    withQueues(
        client -> {
          String queue = client.createQueue(request -> request.queueName("plain")).queueUrl();
          client.sendMessage(
              request ->
                  request
                      .queueUrl(queue)
                      .messageBody(body)
                      .messageAttributes(
                          Map.of(
                              "text",
                                  MessageAttributeValue.builder()
                                      .dataType("String.custom")
                                      .stringValue("值")
                                      .build(),
                              "bytes",
                                  MessageAttributeValue.builder()
                                      .dataType("Binary")
                                      .binaryValue(SdkBytes.fromByteArray(new byte[] {0, 1, -1}))
                                      .build())));
        });
    withQueues(
        client -> {
          Message message =
              client
                  .receiveMessage(
                      request ->
                          request.queueUrl(url(client, "plain")).messageAttributeNames("All"))
                  .messages()
                  .getFirst();
          assertEquals(body, message.body());
          assertEquals("String.custom", message.messageAttributes().get("text").dataType());
          assertEquals("值", message.messageAttributes().get("text").stringValue());
          assertEquals(
              SdkBytes.fromByteArray(new byte[] {0, 1, -1}),
              message.messageAttributes().get("bytes").binaryValue());
        });
  }

  @Test
  void orderInFifoQueueSurvivesRestart() {
    withQueues(
        client -> {
          String queue =
              client
                  .createQueue(
                      request ->
                          request
                              .queueName("line.fifo")
                              .attributes(
                                  Map.of(
                                      QueueAttributeName.FIFO_QUEUE, "true",
                                      QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true")))
                  .queueUrl();
          for (int number = 0; number < 5; number++) {
            String body = "number-" + number;
            client.sendMessage(
                request -> request.queueUrl(queue).messageBody(body).messageGroupId("group"));
          }
        });
    withQueues(
        client ->
            assertEquals(
                List.of("number-0", "number-1", "number-2", "number-3", "number-4"),
                bodies(client, url(client, "line.fifo"), 0)));
  }

  @Test
  void lineThatTheDeadProcessDidNotFinishIsDropped() throws Exception {
    withQueues(
        client ->
            client.sendMessage(
                request ->
                    request.queueUrl(QueueWriter.createQueues(client)).messageBody("whole")));
    Files.writeString(
        folder.resolve("queues.journal"),
        "{\"message\":{\"identifier\":\"to",
        StandardOpenOption.APPEND);
    withQueues(client -> assertEquals(List.of("whole"), bodies(client, url(client, "work"), 0)));
  }

  @Test
  void aFolderServesOneAtATime() {
    withQueues(
        client ->
            assertThrows(
                IllegalStateException.class, () -> EmbeddedQueues.inFolder(0, REGION, folder)));
    withQueues(client -> assertEquals(List.of(), client.listQueues().queueUrls()));
  }

  @Test
  void manyChangesDoNotLetTheJournalGrowForEver() throws Exception {
    try (QueueJournal journal = new QueueJournal(folder)) {
      StoredMessage message =
          new StoredMessage(
              "identifier",
              "queue",
              null,
              0,
              "body",
              Map.of(),
              0,
              null,
              0,
              null,
              null,
              null,
              null,
              0,
              null);
      for (int change = 0; change < 50_000; change++) {
        journal.put(message);
      }
    }
    assertTrue(Files.size(folder.resolve("queues.journal")) < 5_000_000);
    try (QueueJournal journal = new QueueJournal(folder)) {
      assertEquals(1, journal.messages("queue").size());
    }
  }

  static void assertClosedToOthers(int port) throws Exception {
    for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address :
          network.inetAddresses().filter(one -> !one.isLoopbackAddress()).toList()) {
        assertThrows(
            ConnectException.class, () -> new Socket(address, port).close(), address.toString());
      }
    }
    new Socket("127.0.0.1", port).close();
  }

  private void withQueues(Consumer<SqsClient> use) {
    try (EmbeddedQueues queues = EmbeddedQueues.inFolder(0, REGION, folder);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      use.accept(client);
    }
  }

  private static String url(SqsClient client, String name) {
    return client.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }

  private static List<String> bodies(SqsClient client, String queue, int wait) {
    return client
        .receiveMessage(
            request -> request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(wait))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static String count(SqsClient client, String name) {
    return client
        .getQueueAttributes(
            request ->
                request
                    .queueUrl(url(client, name))
                    .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        .attributes()
        .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }
}
