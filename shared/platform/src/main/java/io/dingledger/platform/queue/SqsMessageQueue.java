package io.dingledger.platform.queue;

import io.dingledger.model.tenant.Tenant;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.trace.Trace;
import io.dingledger.platform.trace.TraceHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * A standard queue of SQS. Each message names its tenant as its group, so that SQS serves a tenant
 * with few messages before the rest of one with many (fair queues); order is not kept, and a group
 * holds nobody up. The SDK may send a message twice when an answer is lost; receivers bear that.
 * Messages are ASCII, so SQS refuses none of them for its characters.
 *
 * @param <M> what it carries
 */
public final class SqsMessageQueue<M> implements MessageQueue<M> {
  private static final int MOST_IN_REQUEST = 10;

  /** In bytes, for all messages of a request together; SQS's oldest limit. */
  private static final int LARGEST_REQUEST = 256 * 1024;

  private final SqsClient client;
  private final String name;
  private final String url;
  private final JsonCodec<M> codec;
  private final Function<M, Optional<Tenant>> tenantOf;

  /**
   * A queue by its address. The client's life and its time limits are the caller's matter: intake
   * must have its answer in far less than a second.
   *
   * @param name how operators call it
   * @param tenantOf whose a message is; empty for one that is about all tenants
   */
  public SqsMessageQueue(
      SqsClient client,
      String name,
      String url,
      JsonCodec<M> codec,
      Function<M, Optional<Tenant>> tenantOf) {
    this.client = client;
    this.name = name;
    this.url = url;
    this.codec = codec;
    this.tenantOf = tenantOf;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException for a negative or too long delay
   */
  @Override
  public void send(M message, Duration delay) {
    int seconds = Delays.seconds(delay);
    String body = codec.encodeAscii(message);
    try {
      client.sendMessage(
          request ->
              request
                  .queueUrl(url)
                  .messageBody(body)
                  .messageGroupId(group(message))
                  .messageSystemAttributes(trace())
                  .delaySeconds(seconds));
    } catch (SdkException failure) {
      throw new QueueUnreachable(name, failure);
    }
  }

  /**
   * {@inheritDoc} Up to ten travel in one request; what SQS refuses of a request is sent once more.
   */
  @Override
  public void sendAll(List<M> messages) {
    List<SendMessageBatchRequestEntry> request = new ArrayList<>();
    int size = 0;
    for (M message : messages) {
      String body = codec.encodeAscii(message);
      if (request.size() == MOST_IN_REQUEST
          || (!request.isEmpty() && size + body.length() > LARGEST_REQUEST)) {
        sendTogether(request);
        request = new ArrayList<>();
        size = 0;
      }
      String id = Integer.toString(request.size());
      request.add(
          SendMessageBatchRequestEntry.builder()
              .id(id)
              .messageBody(body)
              .messageGroupId(group(message))
              .messageSystemAttributes(trace())
              .build());
      size += body.length();
    }
    if (!request.isEmpty()) {
      sendTogether(request);
    }
  }

  /** A digest, since a tenant's id may have characters and lengths that SQS refuses; or null. */
  private String group(M message) {
    return tenantOf.apply(message).map(Groups::of).orElse(null);
  }

  /** Each message carries its own trace: those of a request may be of many documents. */
  private static Map<MessageSystemAttributeNameForSends, MessageSystemAttributeValue> trace() {
    return Trace.forMessage()
        .map(TraceHeader::text)
        .map(text -> MessageSystemAttributeValue.builder().dataType("String").stringValue(text))
        .map(value -> Map.of(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER, value.build()))
        .orElse(Map.of());
  }

  private void sendTogether(List<SendMessageBatchRequestEntry> entries) {
    try {
      List<SendMessageBatchRequestEntry> refused = refused(entries);
      if (!refused.isEmpty() && !refused(refused).isEmpty()) {
        throw new QueueUnreachable(name, null);
      }
    } catch (SdkException failure) {
      throw new QueueUnreachable(name, failure);
    }
  }

  private List<SendMessageBatchRequestEntry> refused(List<SendMessageBatchRequestEntry> entries) {
    Set<String> taken =
        client
            .sendMessageBatch(request -> request.queueUrl(url).entries(entries))
            .successful()
            .stream()
            .map(SendMessageBatchResultEntry::id)
            .collect(Collectors.toSet());
    return entries.stream().filter(entry -> !taken.contains(entry.id())).toList();
  }
}
