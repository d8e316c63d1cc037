package io.dingledger.local.torture.company;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.local.sandbox.dingtalk.CallbackPusher;
import io.dingledger.local.sandbox.dingtalk.Company;
import io.dingledger.local.sandbox.dingtalk.PushPolicy;
import io.dingledger.local.sandbox.dingtalk.SandboxDingTalk;
import io.dingledger.local.torture.process.Killer.Moment;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Approves the claims at the sandbox DingTalk at their times and pushes what DingTalk would push:
 * encrypted, over HTTP, repeated until it is accepted or given up and listed as failed.
 */
public final class Pushes implements AutoCloseable {
  /** DingTalk waits longer between its repeats; a short run can't. */
  private static final PushPolicy POLICY =
      new PushPolicy(
          Duration.ofMillis(2500),
          List.of(500, 1000, 2000, 4000, 8000).stream().map(Duration::ofMillis).toList());

  private static final Duration LATER = Duration.ofSeconds(12);

  private final Map<Firm, SandboxDingTalk> dingTalks;
  private final Map<Firm, CallbackPusher> pushers = new HashMap<>();
  private final Consumer<Moment> moments;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("push-", 1).factory());
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger pushed = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * Pushes nothing yet.
   *
   * @param door where the callbacks of all companies are taken
   */
  public Pushes(Map<Firm, SandboxDingTalk> dingTalks, URI door, Consumer<Moment> moments) {
    this.dingTalks = Map.copyOf(dingTalks);
    this.moments = moments;
    dingTalks.forEach(
        (firm, dingTalk) ->
            pushers.put(
                firm,
                new CallbackPusher(
                    firm.app(),
                    door.resolve("/callback/" + firm.callbackKey()),
                    POLICY,
                    Clock.systemUTC(),
                    Optional.of(dingTalk.company().failedPushes()))));
  }

  /** Begins; each claim is approved at its time from now. */
  public void start(List<Claim> claims) {
    for (Claim claim : claims) {
      timer.schedule(() -> approve(claim), claim.at().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** How many claims were approved. */
  public int told() {
    return told.get();
  }

  /** Whether no push is under way, or waits for its repeat. */
  public boolean areOver() {
    return underWay.get() == 0;
  }

  /** How many events were pushed; each repeat that is no answer to a refusal counts again. */
  public int pushed() {
    return pushed.get();
  }

  /** How many pushes were given up. */
  public int givenUp() {
    return pushers.values().stream().mapToInt(pusher -> pusher.failed().size()).sum();
  }

  /** Whether every company's events are taken: one that only checks the address is pushed. */
  public boolean areTaken() {
    return pushers.entrySet().stream()
        .allMatch(
            each -> {
              ObjectNode check = JsonNodeFactory.instance.objectNode();
              return each.getValue()
                  .push(each.getValue().event("check_url", "torture-check", check))
                  .join()
                  .deliveries()
                  .getFirst()
                  .fault()
                  .isEmpty();
            });
  }

  @Override
  public void close() {
    timer.shutdownNow();
    pushers.values().forEach(CallbackPusher::close);
  }

  private void approve(Claim claim) {
    Company company = dingTalks.get(claim.firm()).company();
    ApprovalInstance instance = claim.instance(Instant.now());
    company.put(instance);
    if (claim.lagging() > 0) {
      company.lag(claim.id(), claim.lagging());
    }
    CallbackPusher pusher = pushers.get(claim.firm());
    ObjectNode event = pusher.changeOf(instance, claim.eventId(), "finish");
    switch (claim.telling()) {
      case ONCE -> push(pusher, event);
      case AT_ONCE -> {
        for (int copy = 0; copy < 2 + claim.number() % 3; copy++) {
          push(pusher, event);
        }
      }
      case AGAIN_LATER -> {
        push(pusher, event);
        underWay.incrementAndGet();
        timer.schedule(
            () -> {
              push(pusher, event);
              underWay.decrementAndGet();
            },
            LATER.toMillis(),
            TimeUnit.MILLISECONDS);
      }
      case LISTED_AS_FAILED -> company.failedPushes().add(event);
      case NEVER -> {}
    }
    told.incrementAndGet();
  }

  private void push(CallbackPusher pusher, ObjectNode event) {
    pushed.incrementAndGet();
    underWay.incrementAndGet();
    pusher.push(event).whenComplete((push, failure) -> underWay.decrementAndGet());
    Thread.startVirtualThread(() -> moments.accept(Moment.CALLBACK_ON_ITS_WAY));
  }
}
