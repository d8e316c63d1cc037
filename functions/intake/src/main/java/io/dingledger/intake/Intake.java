package io.dingledger.intake;

import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.dingtalk.callback.CallbackReply;
import io.dingledger.dingtalk.callback.CallbackRequest;
import io.dingledger.dingtalk.callback.EventNormaliser;
import io.dingledger.dingtalk.callback.Refused;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.TenantRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes a callback in: verifies and decrypts it, puts one source event on the queue and only then
 * answers the encrypted {@code success}. No call to DingTalk, no rule: DingTalk waits for about a
 * second (its documents say 1200, 1500 and 2500 ms).
 */
public final class Intake {
  /**
   * The longest business content that travels with an event, in characters. Escaped for the queue a
   * character takes up to six bytes, and a queue takes 256 KB. Approvals are fetched whole later.
   */
  public static final int LONGEST_DATA = 30_000;

  /** The longest title, code or number of an approval that travels with an event. */
  public static final int LONGEST_TEXT = 500;

  private static final String SUCCESS = "success";
  private static final String OMITTED = "{\"omitted\":true}";

  private final TenantRegistry tenants;
  private final MessageQueue<TranslateWork> events;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * The step.
   *
   * @param random must be cryptographically strong: it pads the answers
   */
  public Intake(
      TenantRegistry tenants,
      MessageQueue<TranslateWork> events,
      RandomGenerator random,
      InstantSource clock) {
    this.tenants = tenants;
    this.events = events;
    this.random = random;
    this.clock = clock;
  }

  /** What became of a callback. */
  public sealed interface Outcome {
    /** It is safe with us, or there was nothing to keep; DingTalk gets this body. */
    record Accepted(String body) implements Outcome {}

    /** It is not from DingTalk, or not for us. */
    record NotAccepted(CallbackRefusal refusal) implements Outcome {}

    /** It could not be made safe; DingTalk must send it again. */
    record Unavailable(Throwable cause) implements Outcome {}
  }

  /**
   * Takes one callback in. Nothing is thrown.
   *
   * @param callbackKey the last part of the URL
   * @param query the query parameters, decoded
   * @param body the body as text
   */
  public Outcome receive(String callbackKey, Map<String, String> query, String body) {
    try {
      return switch (CallbackRequest.parse(query, body)) {
        case Refused(CallbackRefusal refusal) -> new Outcome.NotAccepted(refusal);
        case CallbackRequest request -> received(callbackKey, request);
      };
    } catch (RuntimeException unreachable) {
      return new Outcome.Unavailable(unreachable);
    }
  }

  private Outcome received(String callbackKey, CallbackRequest request) {
    Optional<TenantSettings> tenant = tenants.byCallbackKey(callbackKey);
    if (tenant.isEmpty()) {
      return new Outcome.NotAccepted(CallbackRefusal.UNKNOWN_KEY);
    }
    DingTalkApp app = tenant.get().app();
    CallbackSettings callback = tenant.get().callback().orElseThrow();
    return switch (CallbackCrypto.open(callback, request)) {
      case Refused(CallbackRefusal refusal) -> new Outcome.NotAccepted(refusal);
      case CallbackCrypto.Opened opened -> queued(app, callback, opened);
    };
  }

  private Outcome queued(DingTalkApp app, CallbackSettings callback, CallbackCrypto.Opened opened) {
    return switch (EventNormaliser.normalise(app, opened.message(), clock.instant())) {
      case Refused(CallbackRefusal refusal) -> new Outcome.NotAccepted(refusal);
      case EventNormaliser.UrlCheck check -> success(callback, opened);
      case EventNormaliser.Event(SourceEvent event) -> {
        events.send(new TranslateWork.Happened(fitting(event)));
        yield success(callback, opened);
      }
    };
  }

  /** Whatever a push may hold, the message fits into a queue. */
  private static SourceEvent fitting(SourceEvent event) {
    return new SourceEvent(
        event.tenant(),
        event.eventId(),
        event.type(),
        event.occurredAt(),
        fitting(event.subject()),
        event.data().length() <= LONGEST_DATA ? event.data() : OMITTED);
  }

  private static EventSubject fitting(EventSubject subject) {
    return switch (subject) {
      case EventSubject.Approval approval ->
          new EventSubject.Approval(
              approval.instanceId(),
              shortened(approval.processCode()),
              shortened(approval.category()),
              shortened(approval.businessId()),
              approval.phase(),
              approval.result(),
              shortened(approval.originatorId()),
              shortened(approval.title()),
              approval.finishedAt());
      default -> subject;
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  private Outcome success(CallbackSettings callback, CallbackCrypto.Opened opened) {
    byte[] padding = new byte[CallbackCrypto.RANDOM_BYTES];
    random.nextBytes(padding);
    String timestamp = Long.toString(clock.millis());
    String nonce = Long.toUnsignedString(random.nextLong(), 36);
    CallbackReply reply =
        CallbackCrypto.seal(callback, opened.ownerKey(), SUCCESS, timestamp, nonce, padding);
    return new Outcome.Accepted(reply.json());
  }
}
