package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Pushes the events of a company's own app: one event in each push. */
public final class CallbackPusher implements AutoCloseable {
  private final SandboxApp app;
  private final Clock clock;
  private final Optional<FailedPushes> failures;
  private final CallbackSender sender;

  /** Pushes the events of an app to an address; what is given up is gone. */
  public CallbackPusher(SandboxApp app, URI callback, PushPolicy policy, Clock clock) {
    this(app, callback, policy, clock, Optional.empty());
  }

  /**
   * Pushes the events of an app to an address.
   *
   * @param failures where pushes are listed that were given up
   */
  public CallbackPusher(
      SandboxApp app,
      URI callback,
      PushPolicy policy,
      Clock clock,
      Optional<FailedPushes> failures) {
    this.app = app;
    this.clock = clock;
    this.failures = failures;
    this.sender =
        new CallbackSender(
            new CallbackCipher(app.token(), app.aesKey(), app.clientId()), callback, policy, clock);
  }

  /**
   * The event that an instance has changed.
   *
   * @param eventId the event's identifier, repeated by repeats
   * @param type {@code start}, {@code finish} or {@code terminate}
   */
  public ObjectNode changeOf(ApprovalInstance instance, String eventId, String type) {
    return event("bpms_instance_change", eventId, instance.change(type));
  }

  /** An event of any type with these business fields. */
  public ObjectNode event(String type, String eventId, ObjectNode fields) {
    return event(app, clock, type, eventId, fields);
  }

  /** An event of any type as an app's subscription receives it, pushed or found as failed. */
  public static ObjectNode event(
      SandboxApp app, Clock clock, String type, String eventId, ObjectNode fields) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("EventType", type);
    event.put("EventTime", clock.millis());
    event.put("CorpId", app.corpId());
    event.put("BizId", String.valueOf(clock.millis()));
    event.put("eventId", eventId);
    event.setAll(fields);
    return event;
  }

  /** Pushes an event until it is accepted or given up. */
  public CompletableFuture<Push> push(ObjectNode event) {
    return sender.send(event.path("eventId").asText(), event).thenApply(push -> noted(push, event));
  }

  /** Pushes the same event several times at once, as happens. */
  public List<CompletableFuture<Push>> pushAtOnce(ObjectNode event, int times) {
    return Stream.generate(() -> push(event)).limit(times).toList();
  }

  /** All pushes that came to an end. */
  public List<Push> ended() {
    return sender.ended();
  }

  /** The pushes that were given up. */
  public List<Push> failed() {
    return ended().stream().filter(push -> !push.isAccepted()).toList();
  }

  /** Stops; pushes that wait for their repeat are given up. */
  @Override
  public void close() {
    sender.close();
  }

  private Push noted(Push push, ObjectNode event) {
    if (!push.isAccepted()) {
      failures.ifPresent(list -> list.add(event));
    }
    return push;
  }
}
