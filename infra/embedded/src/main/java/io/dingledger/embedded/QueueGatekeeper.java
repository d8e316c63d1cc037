package io.dingledger.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.LookupQueue;
import scala.Option;
import scala.util.Either;

/**
 * Stands before ElasticMQ's queue manager and hands out a {@link QueueGate} in place of each queue;
 * a new queue is in the journal before its creation is answered.
 */
final class QueueGatekeeper extends AbstractActor {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ActorRef manager;
  private final ActorRef listener;
  private final QueueJournal journal;
  private final ActorSystem actors;
  private final Map<ActorRef, ActorRef> gates = new ConcurrentHashMap<>();

  QueueGatekeeper(ActorRef manager, ActorRef listener, QueueJournal journal) {
    this.manager = manager;
    this.listener = listener;
    this.journal = journal;
    this.actors = getContext().getSystem();
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            LookupQueue.class,
            request ->
                reply(
                    ask(manager, request)
                        .thenApply(
                            found ->
                                ((Option<?>) found)
                                    .map(queue -> gateOf(request.queueName(), queue)))))
        .match(
            CreateQueue.class,
            request ->
                reply(
                    ask(manager, request)
                        .thenCompose(
                            created ->
                                ask(listener, JournalListener.Barrier.UP_TO_HERE)
                                    .thenApply(
                                        written ->
                                            ((Either<?, ?>) created)
                                                .map(
                                                    queue ->
                                                        gateOf(request.request().name(), queue))))))
        .matchAny(request -> manager.forward(request, getContext()))
        .build();
  }

  private void reply(CompletionStage<?> answer) {
    Patterns.pipe(answer, getContext().getDispatcher()).to(getSender());
  }

  private ActorRef gateOf(String name, Object queue) {
    return gates.computeIfAbsent(
        (ActorRef) queue,
        actor ->
            actors.actorOf(
                Props.create(
                    QueueGate.class, () -> new QueueGate(name, actor, listener, journal))));
  }

  private static CompletionStage<Object> ask(ActorRef actor, Object request) {
    return Patterns.ask(actor, request, PATIENCE);
  }
}
