package io.dingledger.simulator.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackReply;
import io.dingledger.intake.Intake;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.simulator.kernel.Fibers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pushes a company's events as DingTalk does: encrypted, repeated when they were not accepted. */
final class Pusher {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  /** How late pushes come at most: seldom days, for what waits for them is tried all the time. */
  private static final List<Duration> LATE =
      List.of(Duration.ofMinutes(10), Duration.ofHours(3), Duration.ofDays(1), Duration.ofDays(8));

  private static final List<String> CORPORATION = List.of("CorpId", "eventCorpId");
  private static final List<Duration> REPEATS =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

  private final World world;
  private final TenantSettings tenant;
  private long number;

  private final Consumer<Push> accepted;

  /** Pushes that come with those of the change, by the instance that is changed. */
  private final Map<String, Runnable> waiting = new HashMap<>();

  private final Supplier<List<Instance>> instances;

  /**
   * Pushes of a company.
   *
   * @param instances all its approvals, those to come included
   * @param accepted is told of what was answered {@code success}
   */
  Pusher(
      World world,
      TenantSettings tenant,
      Supplier<List<Instance>> instances,
      Consumer<Push> accepted) {
    this.instances = instances;
    this.accepted = accepted;
    this.world = world;
    this.tenant = tenant;
  }

  /** Pushes that an instance was started or finished, as soon or as late as DingTalk likes. */
  void happened(Instance instance, String type) {
    if (type.equals("finish")) {
      instance.main().map(waiting::remove).ifPresent(Runnable::run);
    }
    String where = "push." + type;
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("EventType", "bpms_instance_change");
    event.put("EventTime", world.clock.millis());
    event.put("CorpId", tenant.app().corpId());
    event.put("BizId", Long.toString(world.clock.millis()));
    event.put("eventId", tenant.tenant().id() + "-" + instance.id() + "-" + type);
    event.setAll(instance.change(type));
    if (world.troubles.strike(Fault.CALLBACK_LOST, where)) {
      world.dingTalk.company(tenant.app().corpId()).givenUp(event);
      return;
    }
    Duration late =
        world.troubles.strike(Fault.CALLBACK_LATE, where)
            ? world.chance.upTo("push late", world.chance.oneOf("late", LATE))
            : shortly();
    if (world.troubles.strike(Fault.PUSH_OF_ANOTHER_COMPANY, where)) {
      forged(event.deepCopy());
    }
    Push push = new Push(instance, type, event.path("eventId").asText());
    if (waits(instance, type)) {
      waiting.put(instance.id(), () -> push(event, push, shortly(), 0));
    } else {
      push(event, push, late, 0);
    }
    if (world.troubles.strike(Fault.CALLBACK_REPEATED, where)) {
      Duration again = late.plus(world.chance.upTo("push again", Duration.ofMinutes(2)));
      push(event, push, again, REPEATS.size());
    }
  }

  private Duration shortly() {
    return world.chance.upTo("push", Duration.ofSeconds(3));
  }

  /** Sometimes an approval and its change are heard of in the same second. */
  private boolean waits(Instance instance, String type) {
    return type.equals("finish")
        && instances.get().stream().anyMatch(each -> each.main().equals(Optional.of(instance.id())))
        && world.troubles.strike(Fault.CALLBACK_WITH_ITS_CHANGE, "push." + type);
  }

  /**
   * Sealed with this company's key, and about another one, named in one of two places; of a
   * document that nobody has, so that a record of it shows that it was taken in.
   */
  private void forged(ObjectNode event) {
    event.put(world.chance.oneOf("named", CORPORATION), "corp-elsewhere");
    event.put("processInstanceId", "claim-foreign");
    event.put("eventId", event.path("eventId").asText() + "-foreign");
    world.agenda.at(world.clock.instant(), () -> sent(event, (end, outcome) -> {}));
  }

  /** So long that what was just accepted is received as often as it may be, and more. */
  private void storesGoAway() {
    if (world.troubles.strike(Fault.TABLE_AWAY, "push.accepted")) {
      Duration away = Duration.ofHours(1).plus(world.chance.upTo("away", Duration.ofHours(5)));
      world.troubles.awayUntil(Fault.TABLE_UNREACHABLE, world.clock.instant().plus(away));
    }
  }

  private boolean isRotated() {
    return !world.callbacks.get(tenant.tenant()).equals(tenant.callback().orElseThrow());
  }

  private void push(ObjectNode event, Push push, Duration after, int attempt) {
    world.agenda.at(world.clock.instant().plus(after), () -> tried(event, push, attempt));
  }

  private void tried(ObjectNode event, Push push, int attempt) {
    sent(event, (end, outcome) -> ended(event, push, attempt, end, outcome));
  }

  private void sent(ObjectNode event, BiConsumer<Fibers.End, List<Intake.Outcome>> ended) {
    CallbackSettings callback = world.callbacks.get(tenant.tenant());
    String time = Long.toString(world.clock.millis());
    CallbackReply sealed =
        CallbackCrypto.seal(
            callback,
            "client-" + tenant.tenant().id(),
            event.toString(),
            time,
            "nonce" + number++,
            new byte[CallbackCrypto.RANDOM_BYTES]);
    Map<String, String> query =
        Map.of(
            "msg_signature", sealed.msgSignature(),
            "signature", sealed.msgSignature(),
            "timestamp", sealed.timeStamp(),
            "nonce", sealed.nonce());
    String body = JsonNodeFactory.instance.objectNode().put("encrypt", sealed.encrypt()).toString();
    List<Intake.Outcome> outcome = new ArrayList<>();
    world.fibers.start(
        "intake",
        Optional.of(world.door().clock()),
        DEADLINE,
        () -> outcome.add(world.door().intake().receive(callback.key(), query, body)),
        end -> ended.accept(end, outcome));
  }

  private void ended(
      ObjectNode event, Push push, int attempt, Fibers.End end, List<Intake.Outcome> outcome) {
    boolean isAccepted =
        end instanceof Fibers.End.Done && outcome.getFirst() instanceof Intake.Outcome.Accepted;
    if (isAccepted) {
      accepted.accept(push);
      storesGoAway();
      return;
    }
    if (end instanceof Fibers.End.Done
        && outcome.getFirst() instanceof Intake.Outcome.NotAccepted refused
        && !isRotated()) {
      throw new IllegalStateException("a genuine callback was refused: " + refused);
    }
    if (attempt < REPEATS.size()) {
      push(event, push, REPEATS.get(attempt), attempt + 1);
    } else {
      world.dingTalk.company(tenant.app().corpId()).givenUp(event);
    }
  }
}
