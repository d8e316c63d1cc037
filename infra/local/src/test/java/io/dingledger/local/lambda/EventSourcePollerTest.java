package io.dingledger.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.dingledger.embedded.EmbeddedQueues;
import io.dingledger.embedded.LocalClients;
import io.dingledger.embedded.template.EventSource;
import io.dingledger.embedded.template.Provisioner;
import io.dingledger.embedded.template.QueueDefinition;
import io.dingledger.embedded.template.QueueDefinition.Redrive;
import io.dingledger.embedded.template.ScheduleDefinition;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The rules of Lambda's SQS event sources, checked against the embedded queues. */
@SuppressWarnings("try") // pollers work while they are open; nobody calls them
class EventSourcePollerTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(300);

  private static EmbeddedQueues queues;
  private static SqsClient client;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final BlockingQueue<List<String>> batches = new LinkedBlockingQueue<>();
  private final Map<String, Integer> receives = new ConcurrentHashMap<>();
  private String url;
  private String deadLetters;
  private EventSourcePoller.Queue queue;

  @BeforeAll
  static void start() {
    queues = EmbeddedQueues.inMemory(0, "eu-west-1");
    client = LocalClients.queues(queues.endpoint());
  }

  @AfterAll
  static void stop() {
    client.close();
    queues.close();
  }

  @BeforeEach
  void createQueues() {
    String name = "work" + NUMBER.incrementAndGet();
    Map<String, URI> urls =
        Provisioner.createQueues(
            client,
            List.of(
                definition(name, Optional.of(new Redrive(name + "Dead", 2))),
                definition(name + "Dead", Optional.empty())));
    url = urls.get(name).toString();
    deadLetters = urls.get(name + "Dead").toString();
    queue = new EventSourcePoller.Queue(url, Provisioner.arnOf(client, urls.get(name)));
  }

  @Test
  void aBatchIsNeverLargerThanConfiguredAndSuccessDeletesIt() throws Exception {
    send("a", "b", "c", "d", "e");
    try (EventSourcePoller poller = poll(2, true, (event, context) -> remember(event))) {
      int seen = 0;
      while (seen < 5) {
        List<String> batch = batches.poll(10, TimeUnit.SECONDS);
        assertTrue(batch.size() <= 2, batch.toString());
        seen += batch.size();
      }
    }
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void onlyTheMessagesNamedAsFailedComeAgain() throws Exception {
    send("good", "bad", "fine");
    try (EventSourcePoller poller =
        poll(
            10,
            true,
            (event, context) -> {
              remember(event);
              return failures(
                  event.getRecords().stream()
                      .filter(each -> each.getBody().equals("bad") && count(each) == 1)
                      .map(SQSMessage::getMessageId)
                      .toList());
            })) {
      awaitReceives("bad", 2);
    }
    assertEquals(Map.of("good", 1, "fine", 1, "bad", 2), receives);
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void aFunctionThatThrowsFailsItsWholeBatchAndThePollerGoesOn() throws Exception {
    send("one", "two");
    AtomicInteger calls = new AtomicInteger();
    try (EventSourcePoller poller =
        poll(
            10,
            true,
            (event, context) -> {
              remember(event);
              if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("thrown on purpose");
              }
              return failures(List.of());
            })) {
      awaitReceives("one", 2);
      awaitReceives("two", 1);
    }
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void anUnknownFailureNameFailsTheWholeBatch() throws Exception {
    send("one");
    AtomicInteger calls = new AtomicInteger();
    try (EventSourcePoller poller =
        poll(
            10,
            true,
            (event, context) -> {
              remember(event);
              return failures(calls.getAndIncrement() == 0 ? List.of("nobody") : List.of());
            })) {
      awaitReceives("one", 2);
    }
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void withoutReportingFailuresAnAnswerMeansSuccess() throws Exception {
    send("one");
    try (EventSourcePoller poller =
        poll(
            10,
            false,
            (event, context) -> {
              remember(event);
              return failures(List.of(event.getRecords().getFirst().getMessageId()));
            })) {
      awaitReceives("one", 1);
    }
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void aMessageThatFailsTooOftenMovesToTheDeadLetterQueue() throws Exception {
    send("poison");
    try (EventSourcePoller poller =
        poll(
            10,
            true,
            (event, context) -> {
              remember(event);
              return failures(event.getRecords().stream().map(SQSMessage::getMessageId).toList());
            })) {
      long endsAt = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (messagesLeft(deadLetters) == 0 && System.nanoTime() < endsAt) {
        Thread.sleep(50);
      }
    }
    assertEquals(2, receives.get("poison"));
    assertEquals(1, messagesLeft(deadLetters));
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void theEventCarriesWhatAFunctionNeeds() throws Exception {
    send("one");
    BlockingQueue<SQSMessage> seen = new LinkedBlockingQueue<>();
    BlockingQueue<Context> contexts = new LinkedBlockingQueue<>();
    try (EventSourcePoller poller =
        poll(
            10,
            true,
            (event, context) -> {
              seen.addAll(event.getRecords());
              contexts.add(context);
              return failures(List.of());
            })) {
      SQSMessage message = seen.poll(10, TimeUnit.SECONDS);
      assertEquals("aws:sqs", message.getEventSource());
      assertEquals(queue.arn(), message.getEventSourceArn());
      assertEquals("eu-west-1", message.getAwsRegion());
      assertEquals("1", message.getAttributes().get("ApproximateReceiveCount"));
      assertTrue(Long.parseLong(message.getAttributes().get("SentTimestamp")) > 0);
      Context context = contexts.poll(1, TimeUnit.SECONDS);
      assertEquals("Function", context.getFunctionName());
      assertTrue(context.getRemainingTimeInMillis() > TIMEOUT.toMillis() / 2);
      assertTrue(context.getRemainingTimeInMillis() <= TIMEOUT.toMillis());
    }
  }

  @Test
  void closingWaitsForTheBatchInProgress() throws Exception {
    send("slow");
    AtomicInteger finished = new AtomicInteger();
    EventSourcePoller poller =
        poll(
            10,
            true,
            (event, context) -> {
              remember(event);
              sleep(Duration.ofMillis(400));
              finished.incrementAndGet();
              return failures(List.of());
            });
    awaitReceives("slow", 1);
    poller.close();
    assertEquals(1, finished.get());
    assertEquals(0, messagesLeft(url));
  }

  @Test
  void aScheduleSendsItsInputAtOnceAndAgain() throws Exception {
    ScheduleDefinition schedule =
        new ScheduleDefinition("Sweep", Duration.ofMillis(200), "work", "{\"type\":\"sweep\"}");
    try (EventSourcePoller poller = poll(1, true, (event, context) -> remember(event));
        ScheduleTicker ticker = ScheduleTicker.start(client, url, schedule)) {
      assertEquals(List.of("{\"type\":\"sweep\"}"), batches.poll(10, TimeUnit.SECONDS));
      assertEquals(List.of("{\"type\":\"sweep\"}"), batches.poll(10, TimeUnit.SECONDS));
    }
  }

  private EventSourcePoller poll(
      int batchSize, boolean reports, RequestHandler<SQSEvent, SQSBatchResponse> function) {
    EventSource source =
        new EventSource("Function", "work", TIMEOUT, batchSize, Duration.ZERO, reports);
    return EventSourcePoller.start(client, queue, source, 1, function);
  }

  private SQSBatchResponse remember(SQSEvent event) {
    event.getRecords().forEach(each -> receives.put(each.getBody(), count(each)));
    batches.add(event.getRecords().stream().map(SQSMessage::getBody).toList());
    return failures(List.of());
  }

  private void awaitReceives(String body, int times) throws InterruptedException {
    long endsAt = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (receives.getOrDefault(body, 0) < times && System.nanoTime() < endsAt) {
      Thread.sleep(20);
    }
    assertTrue(receives.getOrDefault(body, 0) >= times, receives.toString());
  }

  private void send(String... bodies) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, bodies.length)
            .mapToObj(
                index ->
                    SendMessageBatchRequestEntry.builder()
                        .id(String.valueOf(index))
                        .messageBody(bodies[index])
                        .build())
            .toList();
    client.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
  }

  private static int count(SQSMessage message) {
    return Integer.parseInt(message.getAttributes().get("ApproximateReceiveCount"));
  }

  private static SQSBatchResponse failures(List<String> identifiers) {
    return new SQSBatchResponse(identifiers.stream().map(BatchItemFailure::new).toList());
  }

  private static int messagesLeft(String queueUrl) {
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(
                request -> request.queueUrl(queueUrl).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
        + Integer.parseInt(
            attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static QueueDefinition definition(String name, Optional<Redrive> redrive) {
    return new QueueDefinition(
        name, name, Duration.ofSeconds(1), Duration.ofDays(1), Duration.ZERO, redrive);
  }
}
