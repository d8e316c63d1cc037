package io.dingledger.platform.store;

import io.dingledger.model.access.LedgerGate;
import io.dingledger.model.access.LedgerGate.Entry;
import io.dingledger.model.access.LedgerGate.Outcome;
import io.dingledger.model.access.LedgerGate.Ticket;
import io.dingledger.model.access.LedgerGate.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntFunction;

/** Vouchers that come all at once and go through a gate, in simulated time. */
final class GateTraffic {
  private final LedgerGate gate;
  private final Random random;
  private final PriorityQueue<Happening> next =
      new PriorityQueue<>(Comparator.comparing(Happening::at));
  private final List<Instant> entries = new ArrayList<>();
  private final Map<Integer, Integer> bounces = new HashMap<>();
  private int inside;
  private int mostInside;

  /** Somebody comes, with a ticket he leaves. */
  private record Happening(
      Instant at, int number, Optional<Instant> turn, Optional<Ticket> ticket) {}

  GateTraffic(LedgerGate gate, Random random) {
    this.gate = gate;
    this.random = random;
  }

  void run(int visitors, Instant from, IntFunction<Visitor> visitor) {
    for (int number = 0; number < visitors; number++) {
      next.add(new Happening(from.plusMillis(number), number, Optional.empty(), Optional.empty()));
    }
    while (!next.isEmpty()) {
      Happening now = next.poll();
      if (now.ticket().isPresent()) {
        inside--;
        gate.leave(now.ticket().get(), new Outcome.Answered(), now.at());
      } else {
        comes(now, visitor.apply(now.number()));
      }
    }
  }

  private void comes(Happening now, Visitor visitor) {
    Visitor called =
        new Visitor(
            visitor.tenant(),
            visitor.connection(),
            visitor.limits(),
            visitor.key(),
            now.turn(),
            visitor.stay());
    switch (gate.enter(called, now.at())) {
      case Entry.Entered(Ticket ticket) -> {
        entries.add(now.at());
        mostInside = Math.max(mostInside, ++inside);
        Instant out = now.at().plusMillis(200 + random.nextInt(8000));
        next.add(new Happening(out, now.number(), Optional.empty(), Optional.of(ticket)));
      }
      case Entry.Wait(Instant until, String why) -> {
        bounces.merge(now.number(), 1, Integer::sum);
        // A queue delivers by whole seconds, and never too early.
        Instant comes = until.plusMillis(random.nextInt(1000));
        next.add(new Happening(comes, now.number(), Optional.of(until), Optional.empty()));
      }
      case Entry.Shut shut -> throw new AssertionError("nothing has failed");
    }
  }

  int entered() {
    return entries.size();
  }

  int mostInside() {
    return mostInside;
  }

  int bounces() {
    return bounces.values().stream().mapToInt(Integer::intValue).sum();
  }

  int mostBounces() {
    return bounces.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  int mostInAMinute() {
    int most = 0;
    for (int first = 0; first < entries.size(); first++) {
      Instant end = entries.get(first).plus(Duration.ofMinutes(1));
      int last = first;
      while (last < entries.size() && entries.get(last).isBefore(end)) {
        last++;
      }
      most = Math.max(most, last - first);
    }
    return most;
  }
}
