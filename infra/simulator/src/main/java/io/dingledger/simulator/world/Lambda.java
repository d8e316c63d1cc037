package io.dingledger.simulator.world;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.simulator.kernel.Fibers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A function as its event source drives it: containers that serve one batch at a time and keep what
 * they remember from batch to batch, until they die.
 */
final class Lambda {
  private final String name;
  private final SimulatedQueue queue;
  private final Duration limit;
  private final int batchSize;
  private final int mostAtOnce;
  private final Supplier<Container> cold;
  private final Fibers fibers;
  private final Troubles troubles;
  private final List<Container> warm = new ArrayList<>();
  private final Watch watch;
  private int running;

  /** Looks on. */
  interface Watch {
    /** A message is about to be taken out of the queue as done. */
    void handled(String queue, String body);

    /** A worker came to its end. */
    void ended(String function, long worker);
  }

  Lambda(
      String name,
      SimulatedQueue queue,
      Duration limit,
      int batchSize,
      int mostAtOnce,
      Supplier<Container> cold,
      Fibers fibers,
      Troubles troubles,
      Watch watch) {
    this.name = name;
    this.queue = queue;
    this.limit = limit;
    this.batchSize = batchSize;
    this.mostAtOnce = mostAtOnce;
    this.cold = cold;
    this.fibers = fibers;
    this.troubles = troubles;
    this.watch = watch;
  }

  SimulatedQueue queue() {
    return queue;
  }

  /** Whether a worker could be started. */
  boolean hasRoom() {
    return running < mostAtOnce;
  }

  /** Starts a worker if there is work and room for one; says whether it did. */
  boolean poll() {
    if (!hasRoom()) {
      return false;
    }
    List<SimulatedQueue.Message> batch = queue.receive(batchSize);
    if (batch.isEmpty()) {
      return false;
    }
    Container container = warm.isEmpty() ? cold.get() : warm.removeLast();
    List<SQSBatchResponse> answer = new ArrayList<>();
    List<Long> number = new ArrayList<>();
    running++;
    fibers.start(
        name,
        Optional.of(container.clock()),
        limit,
        () -> {
          number.add(fibers.number());
          if (batch.stream().anyMatch(SimulatedQueue.Message::isRepeated)) {
            troubles.doubled();
          }
          answer.add(container.handler().handleRequest(event(batch), null));
        },
        end -> {
          running--;
          number.forEach(each -> watch.ended(name, each));
          if (end instanceof Fibers.End.Done) {
            warm.add(container);
            handled(batch, answer.getFirst());
          }
        });
    return true;
  }

  /** Messages that failed, and all of a batch whose answer is lost, come again. */
  private void handled(List<SimulatedQueue.Message> batch, SQSBatchResponse answer) {
    if (troubles.strike(Fault.BATCH_TORN, "lambda.answer " + name + " from " + queue.name())) {
      return;
    }
    Set<String> failed = new HashSet<>();
    answer.getBatchItemFailures().forEach(each -> failed.add(each.getItemIdentifier()));
    batch.stream()
        .filter(message -> !failed.contains(message.id()))
        .forEach(
            message -> {
              watch.handled(queue.name(), message.body());
              queue.delete(message);
            });
  }

  private SQSEvent event(List<SimulatedQueue.Message> batch) {
    List<SQSEvent.SQSMessage> records = new ArrayList<>();
    for (SimulatedQueue.Message message : batch) {
      SQSEvent.SQSMessage each = new SQSEvent.SQSMessage();
      each.setMessageId(message.id());
      each.setBody(message.body());
      each.setEventSourceArn(queue.name());
      records.add(each);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(records);
    return event;
  }
}
