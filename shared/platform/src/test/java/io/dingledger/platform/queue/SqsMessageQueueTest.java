package io.dingledger.platform.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject.PersonDay;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.support.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

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
  void a_message_names_its_tenant_as_its_group_and_one_about_all_tenants_names_none() {
    String url = created("grouped");
    queue(client, url).send(WORK);
    new SqsMessageQueue<>(client, "events", url, codec, work -> Optional.empty()).send(WORK);
    queue(client, url).sendAll(List.of(WORK));
    List<String> groups =
        client
            .receiveMessage(
                request ->
                    request
                        .queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
            .messages()
            .stream()
            .map(
                message ->
                    message
                        .attributes()
                        .getOrDefault(MessageSystemAttributeName.MESSAGE_GROUP_ID, "none"))
            .sorted()
            .toList();
    String group = Groups.of(WORK.tenant());
    assertEquals(List.of(group, group, "none"), groups);
  }

  @Test
  void messages_of_one_group_do_not_wait_for_each_other() {
    String url = created("apart");
    queue(client, url).sendAll(List.of(WORK, WORK));
    int first = client.receiveMessage(request -> request.queueUrl(url)).messages().size();
    int second = client.receiveMessage(request -> request.queueUrl(url)).messages().size();
    assertEquals(List.of(1, 1), List.of(first, second));
  }

  @Nested
  class Several_messages {
    @Test
    void arrive_all_of_them() {
      String url = created("several");
      List<TranslateWork> sent = works(23, "");
      queue(client, url).sendAll(sent);
      assertEquals(Set.copyOf(sent), received(url, 23));
      queue(client, url).sendAll(List.of());
      assertEquals("0", count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @Test
    void travel_by_tens_and_never_more_than_a_request_holds() {
      Requests requests = new Requests(Set.of());
      queue(requests, "q").sendAll(works(23, ""));
      assertEquals(List.of(10, 10, 3), requests.sizes);
      requests.sizes.clear();
      queue(requests, "q").sendAll(works(5, "x".repeat(100 * 1024)));
      assertEquals(List.of(2, 2, 1), requests.sizes);
      requests.sizes.clear();
      queue(requests, "q").sendAll(works(2, "x".repeat(300 * 1024)));
      assertEquals(List.of(1, 1), requests.sizes);
    }

    @Test
    void that_were_refused_are_sent_once_more_without_the_others() {
      Requests requests = new Requests(Set.of(1));
      queue(requests, "q").sendAll(works(12, ""));
      assertEquals(List.of(10, 1, 2), requests.sizes);
    }

    @Test
    void that_are_refused_again_are_not_durable() {
      Requests requests = new Requests(Set.of(1, 2));
      QueueUnreachable unreachable =
          assertThrows(QueueUnreachable.class, () -> queue(requests, "q").sendAll(works(3, "")));
      assertFalse(unreachable.getMessage().contains("d0"));
    }

    @Test
    void to_a_server_that_does_not_answer_are_not_durable() {
      try (SqsClient nobody = LocalClients.queues(URI.create("http://127.0.0.1:1"))) {
        assertThrows(
            QueueUnreachable.class,
            () -> queue(nobody, "http://127.0.0.1:1/queue/x").sendAll(works(2, "")));
      }
    }

    private List<TranslateWork> works(int many, String results) {
      return IntStream.range(0, many)
          .<TranslateWork>mapToObj(
              n ->
                  new TranslateWork.DayRead(
                      Samples.tenant("acme"),
                      new PersonDay("d" + n, LocalDate.of(2026, 3, 1)),
                      results,
                      Samples.NOW))
          .toList();
    }

    private Set<TranslateWork> received(String url, int many) {
      Set<TranslateWork> received = new HashSet<>();
      for (int round = 0; round < many && received.size() < many; round++) {
        client
            .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
            .messages()
            .forEach(message -> received.add(codec.decode(message.body())));
      }
      return received;
    }
  }

  /** Takes everything but the first message of some requests. */
  private static final class Requests implements SqsClient {
    private final List<Integer> sizes = new ArrayList<>();
    private final Set<Integer> refusing;

    Requests(Set<Integer> refusing) {
      this.refusing = refusing;
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      sizes.add(request.entries().size());
      boolean refuses = refusing.contains(sizes.size());
      return SendMessageBatchResponse.builder()
          .successful(
              request.entries().stream()
                  .skip(refuses ? 1 : 0)
                  .map(entry -> SendMessageBatchResultEntry.builder().id(entry.id()).build())
                  .toList())
          .build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
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
    return new SqsMessageQueue<>(over, "events", url, codec, work -> Optional.of(work.tenant()));
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
