package io.dingledger.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.access.LedgerGate.Entry;
import io.dingledger.model.access.LedgerGate.Limits;
import io.dingledger.model.access.LedgerGate.Ticket;
import io.dingledger.model.access.LedgerGate.Visitor;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.voucher.Purpose;
import io.dingledger.model.voucher.VoucherKey;
import io.dingledger.platform.store.MemoryTable;
import io.dingledger.platform.store.TableLedgerGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Twenty workers, one queue, and a tenant whose slow ledger has a thousand vouchers to take. */
class FairnessTest {
  private static final Instant START = Instant.parse("2026-03-31T02:00:00Z");
  private static final int WORKERS = 20;
  private static final Duration TURNED_AWAY = Duration.ofMillis(50);
  private static final Duration POSTING = Duration.ofSeconds(20);

  private final LedgerGate gate = new TableLedgerGate(new MemoryTable(), new Random(7));
  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
  private final Queue<Message> queue = new ArrayDeque<>();
  private final Map<Message, Optional<Instant>> turns = new HashMap<>();
  private final Map<Tenant, Integer> posted = new HashMap<>();
  private final Map<Tenant, Instant> lastPosted = new HashMap<>();
  private int idle = WORKERS;

  private record Message(Tenant tenant, int number) {}

  private record Event(Instant at, Runnable what) {}

  private static Tenant tenant(String id) {
    return Tenant.verified(id);
  }

  @Test
  void aThousandWaitingVouchersOfOneTenantDoNotDelayAnothers() {
    for (int number = 0; number < 1000; number++) {
      queue.add(new Message(tenant("busy"), number));
    }
    Instant arrives = START.plusSeconds(10);
    events.add(new Event(arrives, () -> queue.add(new Message(tenant("single"), 0))));
    work();
    Duration took = Duration.between(arrives, lastPosted.get(tenant("single")));
    assertTrue(took.compareTo(POSTING.plusSeconds(5)) < 0, "it took " + took);
    assertEquals(1000, posted.get(tenant("busy")));
    Duration all = Duration.between(START, lastPosted.get(tenant("busy")));
    Duration atBest = POSTING.multipliedBy(1000 / 2);
    assertTrue(all.compareTo(atBest.multipliedBy(2)) < 0, "the busy one took " + all);
  }

  private void work() {
    Instant now = START;
    while (true) {
      while (idle > 0 && !queue.isEmpty()) {
        begin(queue.poll(), now);
      }
      if (events.isEmpty()) {
        return;
      }
      Event next = events.poll();
      now = next.at();
      next.what().run();
    }
  }

  private void begin(Message message, Instant now) {
    idle--;
    switch (gate.enter(visitor(message), now)) {
      case Entry.Entered(Ticket ticket) -> {
        Instant end = now.plus(POSTING);
        events.add(new Event(end, () -> end(message, ticket, end)));
      }
      case Entry.Wait(Instant until, String why) -> {
        events.add(new Event(now.plus(TURNED_AWAY), () -> idle++));
        turns.put(message, Optional.of(until));
        events.add(new Event(until, () -> queue.add(message)));
      }
      case Entry.Shut shut -> throw new AssertionError("nothing has failed");
    }
  }

  private void end(Message message, Ticket ticket, Instant now) {
    gate.leave(ticket, GateOutcome.ANSWERED, now);
    posted.merge(message.tenant(), 1, Integer::sum);
    lastPosted.put(message.tenant(), now);
    idle++;
  }

  private Visitor visitor(Message message) {
    VoucherKey key =
        VoucherKey.of(message.tenant(), new DocumentId("d" + message.number()), Purpose.RECORD, 1);
    return new Visitor(
        message.tenant(),
        "one",
        new Limits(2, 60),
        key,
        turns.getOrDefault(message, Optional.empty()),
        Duration.ofMinutes(6));
  }
}
