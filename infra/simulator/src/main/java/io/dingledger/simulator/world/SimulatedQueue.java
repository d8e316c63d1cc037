package io.dingledger.simulator.world;

import io.dingledger.platform.queue.QueueUnreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A standard queue as SQS describes it: at least once, in any order, with visibility time-outs and
 * a dead-letter queue.
 */
final class SimulatedQueue {
  private static final Duration LONGEST_DISORDER = Duration.ofSeconds(90);

  /** How late a message comes at most, if it does. */
  private static final List<Duration> LATE =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(8));

  private static final Duration LONGEST_WAY = Duration.ofSeconds(5);
  private static final Duration SOONEST_REPEAT = Duration.ofMillis(1);
  private static final Duration SOON_REPEAT = Duration.ofSeconds(30);

  private final String name;
  private final Duration visibility;
  private final int mostReceives;
  private final Optional<SimulatedQueue> deadLetters;
  private final Troubles troubles;

  /** Names of calls, which are made often. */
  private final String sent;

  private final String moved;
  private final String carried;
  private final List<Message> messages = new ArrayList<>();
  private long nextId;

  /** A message as it lies in the queue. */
  static final class Message {
    private final String id;
    private final String body;
    private final Instant sentAt;
    private Instant visibleAt;
    private int receives;
    private boolean repeated;

    private Message(String id, String body, Instant sentAt, Instant visibleAt) {
      this.id = id;
      this.body = body;
      this.sentAt = sentAt;
      this.visibleAt = visibleAt;
    }

    String id() {
      return id;
    }

    String body() {
      return body;
    }

    Instant sentAt() {
      return sentAt;
    }

    /** Whether it comes once more although it was received. */
    boolean isRepeated() {
      return repeated;
    }
  }

  SimulatedQueue(
      String name,
      Duration visibility,
      int mostReceives,
      Optional<SimulatedQueue> deadLetters,
      Troubles troubles) {
    this.name = name;
    this.visibility = visibility;
    this.mostReceives = mostReceives;
    this.deadLetters = deadLetters;
    this.troubles = troubles;
    this.sent = "queue.send " + name;
    this.moved = "queue.carry " + name;
    this.carried = "queue.receive " + name;
  }

  String name() {
    return name;
  }

  /** Takes a message, or fails as the service may. */
  void send(String body, Duration delay) {
    String where = sent;
    troubles.before(Call.QUEUE, where);
    if (troubles.strike(Fault.QUEUE_UNREACHABLE, where)) {
      throw new QueueUnreachable(name, new IllegalStateException("simulated"));
    }
    if (troubles.diesWhile(where)) {
      put(body, delay.plus(troubles.upTo("way to the queue", LONGEST_WAY)));
      troubles.die(where);
    }
    put(body, delay);
    troubles.after(where);
    if (troubles.strike(Fault.QUEUE_ANSWER_LOST, where)) {
      throw new QueueUnreachable(name, new IllegalStateException("simulated, after it was kept"));
    }
  }

  /** The simulator's own hand: nothing fails. */
  void put(String body, Duration delay) {
    Instant now = troubles.clock().instant();
    messages.add(new Message(name + "-" + nextId++, body, now, now.plus(delay).plus(disorder())));
  }

  private Duration disorder() {
    if (troubles.strike(Fault.MESSAGE_VERY_LATE, moved)) {
      return troubles.upTo("very late", LATE.get(troubles.below("late", LATE.size())));
    }
    return troubles.strike(Fault.MESSAGE_DELAYED, moved)
        ? troubles.upTo("disorder", LONGEST_DISORDER)
        : Duration.ZERO;
  }

  /** When the next message can be received. */
  Optional<Instant> nextVisible() {
    Instant first = Instant.MAX;
    for (Message message : messages) {
      first = message.visibleAt.isBefore(first) ? message.visibleAt : first;
    }
    return messages.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  /** Receives up to so many messages that are visible; those received too often go away. */
  List<Message> receive(int most) {
    Instant now = troubles.clock().instant();
    List<Message> received = new ArrayList<>();
    if (nextVisible().filter(time -> !time.isAfter(now)).isEmpty()) {
      return received;
    }
    for (Message message : List.copyOf(messages)) {
      if (received.size() == most || message.visibleAt.isAfter(now)) {
        continue;
      }
      if (message.receives >= mostReceives) {
        messages.remove(message);
        deadLetters.ifPresent(dead -> dead.put(message.body, Duration.ZERO));
        continue;
      }
      message.receives++;
      message.repeated = troubles.strike(Fault.MESSAGE_REPEATED, carried);
      message.visibleAt = now.plus(message.repeated ? repeat() : visibility);
      received.add(message);
    }
    return received;
  }

  /** At once, while its worker is at it, or when that should long have come to its end. */
  private Duration repeat() {
    return switch (troubles.below("repeat", 3)) {
      case 0 -> SOONEST_REPEAT;
      case 1 -> troubles.upTo("repeat soon", SOON_REPEAT);
      default -> troubles.upTo("repeat later", visibility);
    };
  }

  /** Takes a handled message out. */
  void delete(Message message) {
    messages.remove(message);
  }

  /** The texts of all messages, received ones included. */
  List<String> bodies() {
    return messages.stream().map(Message::body).toList();
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  int size() {
    return messages.size();
  }
}
