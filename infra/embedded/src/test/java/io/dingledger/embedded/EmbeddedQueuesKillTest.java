package io.dingledger.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Kills a process that uses durable queues and looks at what its successor finds. */
class EmbeddedQueuesKillTest {

  /** So many waits of 15 seconds are enough for a delayed message on a crowded machine. */
  private static final int MOST_EMPTY_ANSWERS = 4;

  @TempDir Path temporary;

  @Test
  void killedAfterTheLastAnswerNothingIsLostAndNothingReturns() throws Exception {
    Path folder = temporary.resolve("queues");
    ChildProcess child =
        ChildProcess.killedAfter(QueueWriter.class, "SENT message-last", 1, folder, "orderly");
    assertEquals(QueueWriter.MESSAGES + 1, child.said("SENT").size());
    assertEquals(40, child.said("DELETED").size());
    Set<String> expected = new TreeSet<>(child.said("SENT"));
    expected.removeAll(child.said("DELETED"));
    try (EmbeddedQueues queues = EmbeddedQueues.inFolder(0, "eu-west-1", folder);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      assertAttributes(client);
      Map<String, Integer> counts = drain(client, "delayed");
      assertEquals(1, counts.remove("delayed"));
      assertEquals(expected, counts.keySet());
      counts.forEach(
          (body, count) ->
              assertEquals(child.said("RECEIVED").contains(body) ? 2 : 1, count, body));
    }
  }

  @Test
  void killedAmidTurmoilNothingAcknowledgedIsLost() throws Exception {
    Path folder = temporary.resolve("queues");
    int moment = 300 + (int) (Math.random() * 1500);
    ChildProcess child =
        ChildProcess.killedAfter(QueueWriter.class, "SENT", moment, folder, "turmoil");
    Set<String> mustBeFound = new TreeSet<>(child.said("SENT"));
    mustBeFound.removeAll(child.said("DELETING"));
    try (EmbeddedQueues queues = EmbeddedQueues.inFolder(0, "eu-west-1", folder);
        SqsClient client = LocalClients.queues(queues.endpoint())) {
      Set<String> found = drain(client, "delayed").keySet();
      Set<String> lost = new TreeSet<>(mustBeFound);
      lost.removeAll(found);
      Set<String> returned = new TreeSet<>(child.said("DELETED"));
      returned.retainAll(found);
      // On a crowded machine its time comes before the kill, and it is handled like the others.
      assertTrue(found.contains("delayed") || child.said("DELETING").contains("delayed"));
      assertEquals(Set.of(), lost);
      assertEquals(Set.of(), returned);
    }
  }

  private static void assertAttributes(SqsClient client) {
    String queue = client.getQueueUrl(request -> request.queueName("work")).queueUrl();
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(
                request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertEquals(
        String.valueOf(QueueWriter.VISIBILITY_SECONDS),
        attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT));
    assertEquals(
        "arn:aws:sqs:eu-west-1:000000000000:work", attributes.get(QueueAttributeName.QUEUE_ARN));
    assertTrue(
        attributes
            .get(QueueAttributeName.REDRIVE_POLICY)
            .contains("arn:aws:sqs:eu-west-1:000000000000:work-dead"));
    assertEquals(queue, QueueWriter.createQueues(client));
  }

  /**
   * Receives and deletes until a certain message came and nothing is left; gives the receive
   * counts.
   */
  private static Map<String, Integer> drain(SqsClient client, String last) {
    String queue = client.getQueueUrl(request -> request.queueName("work")).queueUrl();
    Map<String, Integer> counts = new HashMap<>();
    List<String> twice = new ArrayList<>();
    List<Message> messages;
    int emptyAnswers = 0;
    do {
      messages =
          client
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(queue)
                          .maxNumberOfMessages(10)
                          .waitTimeSeconds(
                              counts.containsKey(last) ? QueueWriter.VISIBILITY_SECONDS + 1 : 15)
                          .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
              .messages();
      for (Message message : messages) {
        int count =
            Integer.parseInt(
                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
        if (counts.put(message.body(), count) != null) {
          twice.add(message.body());
        }
        client.deleteMessage(
            request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
      emptyAnswers = messages.isEmpty() ? emptyAnswers + 1 : 0;
    } while (emptyAnswers < (counts.containsKey(last) ? 1 : MOST_EMPTY_ANSWERS));
    assertEquals(List.of(), twice);
    assertFalse(counts.isEmpty());
    return counts;
  }
}
