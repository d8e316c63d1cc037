package io.dingledger.simulator.load;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.dingledger.embedded.template.EventSource;
import io.dingledger.simulator.kernel.Fibers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A function as its event source drives it, with so many containers at most. */
final class TimedFunction {
  private final EventSource source;
  private final TimedQueue queue;
  private final Supplier<RequestHandler<SQSEvent, SQSBatchResponse>> cold;
  private final Fibers fibers;
  private final int containers;
  private final List<RequestHandler<SQSEvent, SQSBatchResponse>> warm = new ArrayList<>();
  private int running;

  TimedFunction(
      EventSource source,
      TimedQueue queue,
      Supplier<RequestHandler<SQSEvent, SQSBatchResponse>> cold,
      Fibers fibers,
      int containers) {
    this.source = source;
    this.queue = queue;
    this.cold = cold;
    this.fibers = fibers;
    this.containers = containers;
  }

  TimedQueue queue() {
    return queue;
  }

  boolean hasRoom() {
    return running < containers;
  }

  /** Starts a worker if there is work and room for one; says whether it did. */
  boolean poll() {
    List<TimedQueue.Message> batch = hasRoom() ? queue.receive(source.batchSize()) : List.of();
    if (batch.isEmpty()) {
      return false;
    }
    RequestHandler<SQSEvent, SQSBatchResponse> container =
        warm.isEmpty() ? cold.get() : warm.removeLast();
    List<SQSBatchResponse> answer = new ArrayList<>();
    running++;
    fibers.start(
        source.function(),
        source.timeout(),
        () -> answer.add(container.handleRequest(event(batch), null)),
        end -> {
          running--;
          warm.add(container);
          if (end instanceof Fibers.End.Done) {
            handled(batch, answer.getFirst());
          } else if (end instanceof Fibers.End.Threw(Throwable bug)) {
            throw new IllegalStateException(source.function() + " threw", bug);
          }
        });
    return true;
  }

  private void handled(List<TimedQueue.Message> batch, SQSBatchResponse answer) {
    Set<String> failed = new HashSet<>();
    answer.getBatchItemFailures().forEach(each -> failed.add(each.getItemIdentifier()));
    batch.stream().filter(message -> !failed.contains(message.id())).forEach(queue::delete);
  }

  private SQSEvent event(List<TimedQueue.Message> batch) {
    List<SQSEvent.SQSMessage> records = new ArrayList<>();
    for (TimedQueue.Message message : batch) {
      SQSEvent.SQSMessage each = new SQSEvent.SQSMessage();
      each.setMessageId(message.id());
      each.setBody(message.body());
      each.setEventSourceArn(source.queue());
      records.add(each);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(records);
    return event;
  }
}
