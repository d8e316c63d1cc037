package io.dingledger.embedded;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A message as the journal keeps it. Of the delivery receipts only the last is kept: it alone is
 * valid.
 *
 * @param identifier the message's identifier, unique over all queues
 * @param queue the queue that the message lies in
 * @param receipt the last delivery receipt, or null if never received
 * @param nextDeliveryMilliseconds when the message becomes visible
 * @param body the message's body
 * @param attributes the message's attributes
 * @param createdMilliseconds when the message was sent
 * @param firstReceivedMilliseconds when the message was first received, or null
 * @param receiveCount how often the message was received
 * @param groupIdentifier the message group, or null
 * @param deduplicationIdentifier the deduplication identifier, or null
 * @param tracingIdentifier the tracing header, or null
 * @param sequenceNumber the sequence number in a FIFO queue, or null
 * @param orderIndex the place among the messages of one batch
 * @param sourceQueue the queue that a dead letter came from, or null
 */
record StoredMessage(
    String identifier,
    String queue,
    String receipt,
    long nextDeliveryMilliseconds,
    String body,
    Map<String, Attribute> attributes,
    long createdMilliseconds,
    Long firstReceivedMilliseconds,
    int receiveCount,
    String groupIdentifier,
    String deduplicationIdentifier,
    String tracingIdentifier,
    String sequenceNumber,
    int orderIndex,
    String sourceQueue) {

  /**
   * A message attribute.
   *
   * @param type String, Number or Binary
   * @param customType the part of the data type after the dot, or null
   * @param value the value; in Base64 if binary
   */
  record Attribute(String type, String customType, String value) {

    static Attribute of(MessageAttribute attribute) {
      return switch (attribute) {
        case StringMessageAttribute text ->
            new Attribute("String", orNull(text.customType()), text.stringValue());
        case NumberMessageAttribute number ->
            new Attribute("Number", orNull(number.customType()), number.stringValue());
        case BinaryMessageAttribute binary ->
            new Attribute("Binary", orNull(binary.customType()), binary.asBase64());
        default -> throw new IllegalArgumentException("unknown attribute " + attribute);
      };
    }

    MessageAttribute toMessageAttribute() {
      return switch (type) {
        case "String" -> new StringMessageAttribute(value, Option.apply(customType));
        case "Number" -> new NumberMessageAttribute(value, Option.apply(customType));
        case "Binary" -> BinaryMessageAttribute.fromBase64(value, Option.apply(customType));
        default -> throw new IllegalArgumentException("unknown attribute type " + type);
      };
    }
  }

  /** Takes over the present state of a live message. */
  static StoredMessage of(String queue, InternalMessage message) {
    Map<String, Attribute> attributes = new TreeMap<>();
    CollectionConverters.asJava(message.messageAttributes())
        .forEach((name, attribute) -> attributes.put(name, Attribute.of(attribute)));
    Long firstReceived =
        message.firstReceive() instanceof OnDateTimeReceived received
            ? (Long) received.when().toInstant().toEpochMilli()
            : null;
    return new StoredMessage(
        message.id(),
        queue,
        orNull(message.deliveryReceipts().lastOption()),
        message.nextDelivery(),
        message.content().value(),
        attributes,
        message.created().toInstant().toEpochMilli(),
        firstReceived,
        message.receiveCount(),
        orNull(message.messageGroupId()),
        orNull(message.messageDeduplicationId().map(DeduplicationId::id)),
        orNull(message.tracingId().map(TracingId::id)),
        orNull(message.sequenceNumber()),
        message.orderIndex(),
        orNull(message.deadLetterSourceQueueName()));
  }

  /**
   * The message after a restart: whoever had received it died with the process, so it may be
   * received again at once. A message that nobody has received yet keeps its delay.
   */
  StoredMessage inNobodysHands(long nowMilliseconds) {
    return new StoredMessage(
        identifier,
        queue,
        receipt,
        receiveCount == 0
            ? nextDeliveryMilliseconds
            : Math.min(nextDeliveryMilliseconds, nowMilliseconds),
        body,
        attributes,
        createdMilliseconds,
        firstReceivedMilliseconds,
        receiveCount,
        groupIdentifier,
        deduplicationIdentifier,
        tracingIdentifier,
        sequenceNumber,
        orderIndex,
        sourceQueue);
  }

  /** The live message for ElasticMQ. */
  InternalMessage toInternalMessage(boolean fifo) {
    Map<String, MessageAttribute> live = new TreeMap<>();
    attributes.forEach((name, attribute) -> live.put(name, attribute.toMessageAttribute()));
    Received firstReceive =
        firstReceivedMilliseconds == null
            ? NeverReceived$.MODULE$
            : new OnDateTimeReceived(timeOf(firstReceivedMilliseconds));
    List<String> receipts = receipt == null ? List.of() : List.of(receipt);
    return new InternalMessage(
        identifier,
        CollectionConverters.asScala(receipts).toBuffer(),
        nextDeliveryMilliseconds,
        new MessageContent(body),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(live)),
        timeOf(createdMilliseconds),
        orderIndex,
        firstReceive,
        receiveCount,
        fifo,
        Option.apply(groupIdentifier),
        Option.apply(deduplicationIdentifier).map(DeduplicationId::new),
        Option.apply(tracingIdentifier).map(TracingId::new),
        Option.apply(sequenceNumber),
        Option.apply(sourceQueue));
  }

  private static <T> T orNull(Option<T> option) {
    return option.isDefined() ? option.get() : null;
  }

  private static OffsetDateTime timeOf(long milliseconds) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC);
  }
}
