package io.dingledger.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.embedded.template.EventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * Feeds a function from a queue as a Lambda event source does: batches of at most the configured
 * size, deletion of what did not fail, and nothing else. What failed comes back after the queue's
 * visibility time-out, and the queue itself moves what was received too often.
 *
 * <p>A function that throws fails its whole batch. The poller itself survives every exception of
 * the function and of the queue.
 */
public final class EventSourcePoller implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EventSourcePoller.class);
  private static final int MOST_PER_CALL = 10;
  private static final int LONG_POLL_SECONDS = 1;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  /** Less than most functions may take: whoever ends the program should not have to kill it. */
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(12);

  private final SqsClient client;
  private final Queue queue;
  private final EventSource source;
  private final RequestHandler<SQSEvent, SQSBatchResponse> function;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private long patienceEndsAt;

  private EventSourcePoller(
      SqsClient client,
      Queue queue,
      EventSource source,
      RequestHandler<SQSEvent, SQSBatchResponse> function) {
    this.client = client;
    this.queue = queue;
    this.source = source;
    this.function = function;
  }

  /** A queue's address and ARN. */
  public record Queue(String url, String arn) {}

  /**
   * Starts feeding.
   *
   * @param concurrency how many batches may be in the function at once, at least 1
   */
  public static EventSourcePoller start(
      SqsClient client,
      Queue queue,
      EventSource source,
      int concurrency,
      RequestHandler<SQSEvent, SQSBatchResponse> function) {
    EventSourcePoller poller = new EventSourcePoller(client, queue, source, function);
    for (int number = 1; number <= concurrency; number++) {
      poller.threads.add(
          Thread.ofPlatform()
              .daemon()
              .name(source.function() + "-" + number)
              .start(poller::pollUntilStopped));
    }
    return poller;
  }

  /** Takes no more batches, and does not wait for those in the function. */
  public synchronized void stop() {
    if (!isStopping()) {
      patienceEndsAt = System.nanoTime() + PATIENCE_AT_END.toNanos();
      stopping.countDown();
    }
  }

  /**
   * Takes no more batches and waits until those in the function are through, at most twelve seconds
   * from the first call of this or {@link #stop}. A batch that takes longer is left as it is when a
   * function is killed: its messages come again.
   */
  @Override
  public synchronized void close() {
    stop();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, patienceEndsAt - System.nanoTime())));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void pollUntilStopped() {
    while (!isStopping()) {
      try {
        List<Message> batch = receive();
        if (!batch.isEmpty()) {
          delete(done(batch));
        }
      } catch (SdkException unreachable) {
        LOG.warnf("%s: the queue did not answer: %s", source.function(), unreachable.getMessage());
        pause();
      }
    }
  }

  private List<Message> receive() {
    List<Message> batch = new ArrayList<>(receive(source.batchSize(), LONG_POLL_SECONDS));
    long windowEnds = System.nanoTime() + source.batchingWindow().toNanos();
    while (!batch.isEmpty()
        && batch.size() < source.batchSize()
        && System.nanoTime() < windowEnds
        && !isStopping()) {
      batch.addAll(receive(source.batchSize() - batch.size(), LONG_POLL_SECONDS));
    }
    return batch;
  }

  private List<Message> receive(int wanted, int waitSeconds) {
    return client
        .receiveMessage(
            ReceiveMessageRequest.builder()
                .queueUrl(queue.url())
                .maxNumberOfMessages(Math.min(MOST_PER_CALL, wanted))
                .waitTimeSeconds(waitSeconds)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All")
                .build())
        .messages();
  }

  /** Lambda reports whatever a function throws and goes on; so must this. */
  private List<Message> done(List<Message> batch) {
    try {
      SQSBatchResponse answer =
          function.handleRequest(
              SqsBatch.event(batch, queue.arn()),
              LocalContext.of(source.function(), source.timeout()));
      return source.reportsFailures() ? SqsBatch.done(batch, answer) : batch;
    } catch (RuntimeException | Error thrown) {
      LOG.errorf(thrown, "%s failed on a batch of %d", source.function(), batch.size());
      return List.of();
    }
  }

  private void delete(List<Message> done) {
    for (int start = 0; start < done.size(); start += MOST_PER_CALL) {
      List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
      for (Message message : done.subList(start, Math.min(done.size(), start + MOST_PER_CALL))) {
        entries.add(
            DeleteMessageBatchRequestEntry.builder()
                .id(String.valueOf(entries.size()))
                .receiptHandle(message.receiptHandle())
                .build());
      }
      DeleteMessageBatchResponse answer =
          client.deleteMessageBatch(request -> request.queueUrl(queue.url()).entries(entries));
      if (!answer.failed().isEmpty()) {
        LOG.warnf("%s: %d messages come again", source.function(), answer.failed().size());
      }
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void pause() {
    try {
      stopping.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}
