package io.dingledger.platform.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.support.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class SqsMessageQueueTest {
  private static final TranslateWork WORK =
      new TranslateWork.Again(Samples.tenant("甲#\uD800"), new DocumentId("单据\u0001\uFFFE"));

  private static EmbeddedQueues server;
  private static SqsClient client;
  private final TranslateWorkCodec codec = new TranslateWorkCodec();

  @BeforeAll
  static void start() {
    server = EmbeddedQueues.inMemory(0, LocalClients.REGION.id());
    client = LocalClients.queues(server.endpoint());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  void a_message_arrives_as_it_was_sent_whatever_characters_it_holds() {
    String url = created("plain");
    queue(client, url).send(WORK);
    List<TranslateWork> received =
        client.receiveMessage(request -> request.queueUrl(url)).messages().stream()
            .map(Message::body)
            .map(codec::decode)
            .toList();
    assertEquals(List.of(WORK), received);
  }

  @Test
  void a_delayed_message_is_not_delivered_yet() {
    String url = created("delayed");
    queue(client, url).send(WORK, Duration.ofMinutes(15));
    assertEquals("1", count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    assertEquals("0", count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  @Test
  void a_delay_that_no_queue_holds_is_a_fault_of_the_caller() {
    String url = created("refused");
    for (Duration delay : List.of(Duration.ofMinutes(15).plusNanos(1), Duration.ofNanos(-1))) {
      assertThrows(IllegalArgumentException.class, () -> queue(client, url).send(WORK, delay));
    }
    assertEquals("0", count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  @Test
  void a_queue_that_does_not_exist_is_unreachable() {
    String url = created("gone").replace("gone", "nowhere");
    assertThrows(QueueUnreachable.class, () -> queue(client, url).send(WORK));
  }

  @Test
  void a_server_that_does_not_answer_is_unreachable_and_the_message_is_not_told() {
    try (SqsClient nobody = LocalClients.queues(URI.create("http://127.0.0.1:1"))) {
      QueueUnreachable unreachable =
          assertThrows(
              QueueUnreachable.class, () -> queue(nobody, "http://127.0.0.1:1/queue/x").send(WORK));
      assertFalse(unreachable.getMessage().contains("甲"));
    }
  }

  private SqsMessageQueue<TranslateWork> queue(SqsClient over, String url) {
    return new SqsMessageQueue<>(over, "events", url, codec);
  }

  private static String created(String name) {
    return client.createQueue(request -> request.queueName(name)).queueUrl();
  }

  private static String count(String url, QueueAttributeName name) {
    return client
        .getQueueAttributes(request -> request.queueUrl(url).attributeNames(name))
        .attributes()
        .get(name);
  }
}
