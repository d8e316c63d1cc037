package io.dingledger.platform.queue;

import io.dingledger.platform.codec.JsonCodec;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A standard queue of SQS. The SDK may send a message twice when an answer is lost; receivers bear
 * that. Messages are ASCII, so SQS refuses none of them for its characters.
 *
 * @param <M> what it carries
 */
public final class SqsMessageQueue<M> implements MessageQueue<M> {
  private final SqsClient client;
  private final String name;
  private final String url;
  private final JsonCodec<M> codec;

  /**
   * A queue by its address. The client's life and its time limits are the caller's matter: intake
   * must have its answer in far less than a second.
   *
   * @param name how operators call it
   */
  public SqsMessageQueue(SqsClient client, String name, String url, JsonCodec<M> codec) {
    this.client = client;
    this.name = name;
    this.url = url;
    this.codec = codec;
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
      client.sendMessage(request -> request.queueUrl(url).messageBody(body).delaySeconds(seconds));
    } catch (SdkException failure) {
      throw new QueueUnreachable(name, failure);
    }
  }
}
