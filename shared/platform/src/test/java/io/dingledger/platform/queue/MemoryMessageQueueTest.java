package io.dingledger.platform.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dingledger.platform.support.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryMessageQueueTest {
  private final HandClock clock = new HandClock(Instant.parse("2026-03-01T00:00:00Z"));
  private final MemoryMessageQueue<String> queue = new MemoryMessageQueue<>(clock);

  @Test
  void messages_are_drained_once_and_in_order() {
    queue.send("one");
    queue.send("two");
    queue.send("one");
    assertEquals(List.of("one", "two", "one"), queue.drain());
    assertEquals(List.of(), queue.drain());
  }

  @Test
  void several_messages_are_sent_in_their_order() {
    queue.sendAll(List.of("one", "two"));
    queue.sendAll(List.of());
    assertEquals(List.of("one", "two"), queue.drain());
  }

  @Test
  void a_delayed_message_waits_for_its_whole_delay() {
    queue.send("later", Duration.ofMillis(1500));
    clock.advance(Duration.ofMillis(1999));
    assertEquals(List.of(), queue.drain());
    assertEquals(1, queue.size());
    clock.advance(Duration.ofMillis(1));
    assertEquals(List.of("later"), queue.drain());
  }

  @Test
  void a_delay_that_no_queue_holds_is_a_fault_of_the_caller() {
    assertThrows(IllegalArgumentException.class, () -> queue.send("x", Duration.ofMinutes(16)));
  }
}
