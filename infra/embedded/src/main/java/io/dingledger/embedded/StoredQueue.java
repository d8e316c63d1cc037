package io.dingledger.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.elasticmq.CreateQueueData;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.MillisVisibilityTimeout;
import org.elasticmq.QueueData;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A queue and its attributes as the journal keeps them.
 *
 * @param name the queue's name
 * @param visibilityTimeoutMilliseconds how long a received message stays hidden
 * @param delayMilliseconds how long a new message stays hidden
 * @param receiveWaitMilliseconds how long a receive call waits by default
 * @param createdMilliseconds when the queue was created
 * @param modifiedMilliseconds when the queue was last changed
 * @param deadLetterQueue name of the dead-letter queue, or null
 * @param maximumReceiveCount receives before a message goes to the dead-letter queue; 0 without one
 * @param fifo whether this is a FIFO queue
 * @param contentBasedDeduplication whether equal bodies count as equal messages
 * @param tags the queue's tags
 */
record StoredQueue(
    String name,
    long visibilityTimeoutMilliseconds,
    long delayMilliseconds,
    long receiveWaitMilliseconds,
    long createdMilliseconds,
    long modifiedMilliseconds,
    String deadLetterQueue,
    int maximumReceiveCount,
    boolean fifo,
    boolean contentBasedDeduplication,
    Map<String, String> tags) {

  /** Takes over the attributes of a live queue. */
  static StoredQueue of(QueueData queue) {
    DeadLettersQueueData deadLetters =
        queue.deadLettersQueue().isDefined() ? queue.deadLettersQueue().get() : null;
    return new StoredQueue(
        queue.name(),
        queue.defaultVisibilityTimeout().millis(),
        queue.delay().toMillis(),
        queue.receiveMessageWait().toMillis(),
        queue.created().toInstant().toEpochMilli(),
        queue.lastModified().toInstant().toEpochMilli(),
        deadLetters == null ? null : deadLetters.name(),
        deadLetters == null ? 0 : deadLetters.maxReceiveCount(),
        queue.isFifo(),
        queue.hasContentBasedDeduplication(),
        new TreeMap<>(CollectionConverters.asJava(queue.tags())));
  }

  /** The request that creates this queue again in ElasticMQ. */
  CreateQueueData toCreateQueueData() {
    return new CreateQueueData(
        name,
        Option.apply(new MillisVisibilityTimeout(visibilityTimeoutMilliseconds)),
        Option.apply(Duration.ofMillis(delayMilliseconds)),
        Option.apply(Duration.ofMillis(receiveWaitMilliseconds)),
        Option.apply(timeOf(createdMilliseconds)),
        Option.apply(timeOf(modifiedMilliseconds)),
        Option.apply(deadLetterQueue)
            .map(target -> new DeadLettersQueueData(target, maximumReceiveCount)),
        fifo,
        contentBasedDeduplication,
        Option.empty(),
        Option.empty(),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)));
  }

  private static OffsetDateTime timeOf(long milliseconds) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
  }
}
