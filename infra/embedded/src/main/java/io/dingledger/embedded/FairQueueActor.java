package io.dingledger.embedded;

import org.apache.pekko.actor.ActorRef;
import org.elasticmq.QueueData;
import org.elasticmq.actor.queue.QueueActor;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.reflect.ClassTag;

/** ElasticMQ's queue, with the order of SQS's fair queues unless it is a FIFO queue. */
final class FairQueueActor extends QueueActor {
  FairQueueActor(
      NowProvider clock,
      QueueData queue,
      Option<ActorRef> deadLetters,
      Option<ActorRef> listener,
      FairMessages messages) {
    super(clock, queue, deadLetters, Option.empty(), Option.empty(), listener);
    if (!queue.isFifo()) {
      messageQueue_$eq(messages);
    }
  }

  /** Its type in ElasticMQ is one that Java can't inherit. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public ClassTag ev() {
    return super.ev();
  }
}
