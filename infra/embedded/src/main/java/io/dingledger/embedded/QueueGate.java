package io.dingledger.embedded;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeleteMessage;
import org.elasticmq.msg.QueueQueueMsg;
import scala.util.Either;

/**
 * Stands before one queue of ElasticMQ and closes the gaps in what ElasticMQ tells its listeners.
 *
 * <p>ElasticMQ does not tell of a purge; it answers a change of attributes without waiting for the
 * listener; and it tells of a move to another queue as of an independent arrival and removal, so
 * that a process that dies between them would lose the message. Here purges, attributes and
 * callers' deletions are in the journal before they are answered; {@link JournalListener} pays no
 * heed to other removals, since the arrival alone moves the message.
 */
final class QueueGate extends AbstractActor {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final ActorRef queue;
  private final ActorRef listener;
  private final QueueJournal journal;

  QueueGate(String name, ActorRef queue, ActorRef listener, QueueJournal journal) {
    this.name = name;
    this.queue = queue;
    this.listener = listener;
    this.journal = journal;
  }

  /** ElasticMQ's message type has a parameter that a class literal can't name. */
  @Override
  @SuppressWarnings("rawtypes")
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            DeleteMessage.class,
            request ->
                reply(
                    ask(queue, request)
                        .thenApply(answer -> journaled(request, (Either<?, ?>) answer))))
        .match(
            ClearQueue.class,
            request ->
                reply(
                    ask(queue, request)
                        .thenCompose(
                            answer ->
                                ask(listener, new JournalListener.Purge(name))
                                    .thenApply(written -> answer))))
        .match(
            QueueQueueMsg.class,
            QueueQueueMsg::updatesQueueMetadata,
            request ->
                reply(
                    ask(queue, request)
                        .thenCompose(
                            answer ->
                                ask(listener, JournalListener.Barrier.UP_TO_HERE)
                                    .thenApply(written -> answer))))
        .matchAny(request -> queue.forward(request, getContext()))
        .build();
  }

  private Either<?, ?> journaled(DeleteMessage request, Either<?, ?> answer) {
    if (answer.isRight()) {
      journal.remove(name, request.deliveryReceipt().extractId().toString());
    }
    return answer;
  }

  private void reply(CompletionStage<?> answer) {
    Patterns.pipe(answer, getContext().getDispatcher()).to(getSender());
  }

  private static CompletionStage<Object> ask(ActorRef actor, Object request) {
    return Patterns.ask(actor, request, PATIENCE);
  }
}
