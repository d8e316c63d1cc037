package io.dingledger.embedded.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A queue as {@code AWS::SQS::Queue} describes it; what the template leaves open has SQS's default.
 *
 * @param logicalId its name inside the template
 * @param name the queue's name; the logical id when the template leaves it open
 * @param visibilityTimeout how long a received message stays hidden
 * @param retention how long a message is kept
 * @param delay how long a new message stays hidden
 * @param redrive where messages go that were received too often
 */
public record QueueDefinition(
    String logicalId,
    String name,
    Duration visibilityTimeout,
    Duration retention,
    Duration delay,
    Optional<Redrive> redrive) {

  /**
   * Where messages go that were received too often.
   *
   * @param deadLetterQueue the logical id of that queue
   * @param maximumReceives so many receives are allowed; the next one moves the message
   */
  public record Redrive(String deadLetterQueue, int maximumReceives) {}
}
