package io.dingledger.simulator.load;

import io.dingledger.embedded.FairLine;
import io.dingledger.platform.codec.JsonCodec;
import io.dingledger.platform.queue.MessageQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A queue whose calls take time; it loses and repeats nothing. */
final class TimedQueue {
  private final Calls calls;
  private final Duration visibility;
  private final boolean fair;
  private final FairLine<Message> line = new FairLine<>();
  private long nextId;

  /** A message; whose it is, is told by its group. */
  record Message(String id, Optional<String> group, String body) {}

  TimedQueue(Calls calls, Duration visibility, LoadPlan.Order order) {
    this.calls = calls;
    this.visibility = visibility;
    this.fair = order == LoadPlan.Order.FAIR;
  }

  /** This queue as a step sees it. */
  <M> MessageQueue<M> port(JsonCodec<M> codec, Function<M, Optional<String>> group) {
    return (message, delay) -> {
      calls.takes("queue.send", Calls.QUEUE);
      put(codec.encode(message), group.apply(message), delay);
    };
  }

  /** Takes a message at no cost of time. */
  void put(String body, Optional<String> group, Duration delay) {
    Optional<String> lane = fair ? group : Optional.of("all");
    Message message = new Message("m" + nextId++, lane, body);
    line.put(message.id(), lane, millis(delay), false, message);
  }

  List<Message> receive(int most) {
    List<Message> received = new ArrayList<>();
    Optional<Message> next = Optional.empty();
    do {
      next = received.size() < most ? line.take(millis(Duration.ZERO)) : Optional.empty();
      next.ifPresent(received::add);
    } while (next.isPresent());
    received.forEach(each -> line.put(each.id(), each.group(), millis(visibility), true, each));
    return received;
  }

  void delete(Message message) {
    line.remove(message.id());
  }

  Optional<Instant> nextVisible() {
    return line.next().map(Instant::ofEpochMilli);
  }

  int size() {
    return line.size();
  }

  private long millis(Duration later) {
    return calls.clock().instant().plus(later).toEpochMilli();
  }
}
