package io.dingledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A standard queue gives turns to the groups of its messages, as SQS's fair queues do. */
class FairQueuesTest {
  private static final String REGION = "eu-west-1";
  private static final int MANY = 200;

  @TempDir Path folder;

  private static void send(SqsClient client, String queue, String group, int many) {
    List<SendMessageBatchRequestEntry> all =
        IntStream.range(0, many)
            .mapToObj(
                number ->
                    SendMessageBatchRequestEntry.builder()
                        .id(Integer.toString(number))
                        .messageBody(group + "-" + number)
                        .messageGroupId(group)
                        .build())
            .toList();
    for (int from = 0; from < many; from += 10) {
      List<SendMessageBatchRequestEntry> part = all.subList(from, Math.min(many, from + 10));
      client.sendMessageBatch(request -> request.queueUrl(queue).entries(part));
    }
  }

  private static List<String> receive(SqsClient client, String queue, int most) {
    List<Message> messages =
        client
            .receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(most))
            .messages();
    for (Message message : messages) {
      client.deleteMessage(
          request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
    return messages.stream().map(Message::body).toList();
  }

  @Test
  void theSingleMessageOfAQuietGroupComesNext() {
    try (EmbeddedQueues queues = EmbeddedQueues.inMemory(0, REGION);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      String queue = client.createQueue(request -> request.queueName("work")).queueUrl();
      send(client, queue, "busy", MANY);
      receive(client, queue, 4);
      send(client, queue, "quiet", 1);
      assertTrue(receive(client, queue, 4).contains("quiet-0"));
    }
  }

  @Test
  void soItDoesAfterARestart() {
    try (EmbeddedQueues queues = EmbeddedQueues.inFolder(0, REGION, folder);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      String queue = client.createQueue(request -> request.queueName("work")).queueUrl();
      send(client, queue, "busy", MANY);
      send(client, queue, "quiet", 1);
    }
    try (EmbeddedQueues queues = EmbeddedQueues.inFolder(0, REGION, folder);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      String queue = client.getQueueUrl(request -> request.queueName("work")).queueUrl();
      assertTrue(receive(client, queue, 4).contains("quiet-0"));
    }
  }

  @Test
  void nothingOfTheBusyGroupIsLostOrDoubled() {
    try (EmbeddedQueues queues = EmbeddedQueues.inMemory(0, REGION);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      String queue = client.createQueue(request -> request.queueName("work")).queueUrl();
      send(client, queue, "busy", MANY);
      send(client, queue, "quiet", 3);
      List<String> all = new ArrayList<>();
      for (List<String> part = receive(client, queue, 10);
          !part.isEmpty();
          part = receive(client, queue, 10)) {
        all.addAll(part);
      }
      assertEquals(MANY + 3, all.size());
      assertEquals(MANY + 3, all.stream().distinct().count());
    }
  }

  @Test
  void theLongestWaitIsThatOfAVisibleMessage() {
    try (EmbeddedQueues queues = EmbeddedQueues.inMemory(0, REGION);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      String queue = client.createQueue(request -> request.queueName("work")).queueUrl();
      assertEquals(Duration.ZERO, queues.longestWait("work"));
      assertEquals(Duration.ZERO, queues.longestWait("unknown"));
      client.sendMessage(
          request -> request.queueUrl(queue).messageBody("delayed").delaySeconds(60));
      send(client, queue, "quiet", 1);
      receive(client, queue, 0 + 1);
      assertEquals(Duration.ZERO, queues.longestWait("work"), "a delay is no waiting");
    }
  }
}
