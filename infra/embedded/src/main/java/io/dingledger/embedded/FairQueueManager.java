package io.dingledger.embedded;

import java.util.Map;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.elasticmq.DeadLettersQueueData;
import org.elasticmq.Limits;
import org.elasticmq.QueueData;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.reflect.ClassTag;

/** ElasticMQ's queue manager, whose queues are {@link FairQueueActor}s. */
final class FairQueueManager extends QueueManagerActor {
  private final Map<String, FairMessages> messages;

  /**
   * A manager.
   *
   * @param messages where the messages of each queue are put, by the queue's name; others may read
   *     it
   */
  FairQueueManager(
      NowProvider clock,
      Limits limits,
      Option<ActorRef> listener,
      Map<String, FairMessages> messages) {
    super(clock, limits, listener);
    this.messages = messages;
  }

  @Override
  public ActorRef createQueueActor(NowProvider clock, QueueData queue, Option<ActorRef> listener) {
    Option<ActorRef> deadLetters =
        queue.deadLettersQueue().map(DeadLettersQueueData::name).flatMap(this::actorOf);
    FairMessages own = new FairMessages();
    messages.put(queue.name(), own);
    return context()
        .actorOf(
            Props.create(
                FairQueueActor.class,
                () -> new FairQueueActor(clock, queue, deadLetters, listener, own)));
  }

  /** Its type in ElasticMQ is one that Java can't inherit. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public ClassTag ev() {
    return super.ev();
  }

  private Option<ActorRef> actorOf(String queue) {
    return queues().get(queue).map(found -> found.actorRef());
  }
}
