package io.dingledger.embedded;

import java.util.Optional;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.MessageQueue;
import scala.Function1;
import scala.Option;
import scala.collection.Iterable;
import scala.collection.immutable.List;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * The messages of a standard queue in a {@link FairLine}: ElasticMQ's own gives out the longest
 * visible message whoever's it is.
 *
 * <p>ElasticMQ changes a message's time of delivery before or after it puts the message here, so
 * the time is read again when it is taken. The actor of the queue is the only one that writes;
 * others may ask for {@link #longestWait}.
 */
final class FairMessages implements MessageQueue {
  private final FairLine<InternalMessage> line = new FairLine<>();

  @Override
  public synchronized void $plus$eq(InternalMessage message) {
    line.put(
        message.id(),
        OptionConverters.toJava(message.messageGroupId()),
        message.nextDelivery(),
        message.receiveCount() > 0,
        message);
  }

  @Override
  public synchronized Option<InternalMessage> getById(String id) {
    return OptionConverters.toScala(line.find(id));
  }

  /** Takes a message whether or not its time has come; whoever takes it removes it. */
  @Override
  public synchronized Option<InternalMessage> pop() {
    return OptionConverters.toScala(line.take(Long.MAX_VALUE - 1));
  }

  @Override
  public synchronized Iterable<InternalMessage> all() {
    return CollectionConverters.asScala(line.all());
  }

  @Override
  public synchronized long size() {
    return line.size();
  }

  @Override
  public synchronized void clear() {
    line.clear();
  }

  @Override
  public synchronized void remove(String id) {
    line.remove(id);
  }

  @Override
  public synchronized MessageQueue filterNot(Function1<InternalMessage, Object> isUnwanted) {
    line.all().stream()
        .filter(message -> (Boolean) isUnwanted.apply(message))
        .forEach(message -> line.remove(message.id()));
    return this;
  }

  @Override
  public synchronized List<InternalMessage> dequeue(int most, long now) {
    java.util.List<InternalMessage> taken = new java.util.ArrayList<>();
    Optional<InternalMessage> next = Optional.empty();
    do {
      next = taken.size() < most ? visible(now) : Optional.empty();
      next.ifPresent(taken::add);
    } while (next.isPresent());
    return CollectionConverters.asScala(taken).toList();
  }

  /** A message whose time was put off meanwhile goes back to where it belongs. */
  private Optional<InternalMessage> visible(long now) {
    Optional<InternalMessage> next = line.take(now);
    while (next.filter(message -> message.nextDelivery() > now).isPresent()) {
      $plus$eq(next.get());
      next = line.take(now);
    }
    return next;
  }

  /** For how many milliseconds the longest visible message has been waiting; 0 when none is. */
  synchronized long longestWait(long now) {
    return line.waiting(now).stream()
        .filter(message -> message.nextDelivery() <= now)
        .mapToLong(message -> now - message.nextDelivery())
        .max()
        .orElse(0);
  }
}
