package io.dingledger.simulator.world;

import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.queue.MessageQueue;
import java.time.Duration;

/** A simulated queue as a step sees it; messages travel as the text that real ones travel as. */
record QueuePort<M>(SimulatedQueue queue, JsonCodec<M> codec) implements MessageQueue<M> {
  @Override
  public void send(M message, Duration delay) {
    queue.send(codec.encode(message), delay);
  }
}
