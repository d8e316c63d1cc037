package io.dingledger.embedded;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;

/**
 * Keeps ElasticMQ's events in the journal. ElasticMQ answers its caller only after this actor's
 * answer; if the journal fails, the caller gets no success.
 */
final class JournalListener extends AbstractActor {

  /** Is answered when all that was told before is in the journal. */
  enum Barrier {
    UP_TO_HERE
  }

  /**
   * All messages of a queue are gone.
   *
   * @param queue the queue's name
   */
  record Purge(String queue) {}

  private final QueueJournal journal;

  JournalListener(QueueJournal journal) {
    this.journal = journal;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            QueueEvent.MessageAdded.class,
            event ->
                confirmed(() -> journal.put(StoredMessage.of(event.queueName(), event.message()))))
        .match(
            QueueEvent.MessageUpdated.class,
            event ->
                confirmed(
                    () -> journal.update(StoredMessage.of(event.queueName(), event.message()))))
        .match(QueueEvent.MessageRemoved.class, event -> confirmed(() -> {}))
        .match(Purge.class, event -> confirmed(() -> journal.purge(event.queue())))
        .match(Barrier.class, event -> confirmed(journal::requireWritable))
        .match(QueueEvent.QueueCreated.class, event -> journal.put(StoredQueue.of(event.queue())))
        .match(
            QueueEvent.QueueMetadataUpdated.class,
            event -> journal.put(StoredQueue.of(event.queue())))
        .match(QueueEvent.QueueDeleted.class, event -> journal.delete(event.queueName()))
        .build();
  }

  private void confirmed(Runnable change) {
    try {
      change.run();
      getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    } catch (RuntimeException exception) {
      getSender().tell(new Status.Failure(exception), getSelf());
    }
  }
}
