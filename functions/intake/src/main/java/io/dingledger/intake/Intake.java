package io.dingledger.intake;

import io.dingledger.dingtalk.callback.CallbackCrypto;
import io.dingledger.dingtalk.callback.CallbackRefusal;
import io.dingledger.dingtalk.callback.CallbackReply;
import io.dingledger.dingtalk.callback.CallbackRequest;
import io.dingledger.dingtalk.callback.EventNormaliser;
import io.dingledger.dingtalk.callback.Refused;
import io.dingledger.dingtalk.callback.SuitePush;
import io.dingledger.dingtalk.callback.SuitePushes;
import io.dingledger.model.event.EventPortions;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.CallbackSettings;
import io.dingledger.model.tenant.DingTalkApp;
import io.dingledger.model.tenant.Suite;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.acting.Subject;
import io.dingledger.platform.observe.Busy;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.Quarantine;
import io.dingledger.platform.store.SuiteStore;
import io.dingledger.platform.store.TenantRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Takes a callback in: verifies and decrypts it, makes it safe and only then answers the encrypted
 * {@code success}. No call to DingTalk, no rule: DingTalk waits for about a second (its documents
 * say 1200, 1500 and 2500 ms).
 *
 * <p>An address belongs to a tenant's own app or to a third-party app of the operator, whose
 * callbacks speak for many companies. Events go to the queue; what a third-party app needs before
 * any event can be handled, its ticket and which companies have it, is written at once.
 */
public final class Intake {
  private static final String SUCCESS = "success";

  private final TenantRegistry tenants;
  private final SuiteStore suites;
  private final MessageQueue<TranslateWork> events;
  private final SuiteDesk desk;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * The step.
   *
   * @param quarantine where rows go that name no company and can't be read
   * @param random must be cryptographically strong: it pads the answers
   */
  public Intake(
      TenantRegistry tenants,
      SuiteStore suites,
      MessageQueue<TranslateWork> events,
      Quarantine quarantine,
      RandomGenerator random,
      InstantSource clock) {
    this.tenants = tenants;
    this.suites = suites;
    this.events = events;
    this.desk = new SuiteDesk(tenants, suites, events, quarantine, clock);
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
    if (tenant.isPresent()) {
      CallbackSettings callback = tenant.get().callback().orElseThrow();
      return opened(callback, request, opened -> ofOwnApp(tenant.get().app(), opened));
    }
    Optional<Suite> suite = suites.byCallbackKey(callbackKey);
    if (suite.isPresent()) {
      return opened(suite.get().callback(), request, opened -> ofSuite(suite.get(), opened));
    }
    return new Outcome.NotAccepted(CallbackRefusal.UNKNOWN_KEY);
  }

  /** Opens it and has it kept; the answer says {@code success} only when nothing speaks against. */
  private Outcome opened(
      CallbackSettings callback,
      CallbackRequest request,
      Function<CallbackCrypto.Opened, Optional<CallbackRefusal>> keep) {
    return switch (CallbackCrypto.open(callback, request)) {
      case Refused(CallbackRefusal refusal) -> new Outcome.NotAccepted(refusal);
      case CallbackCrypto.Opened opened ->
          keep.apply(opened)
              .<Outcome>map(Outcome.NotAccepted::new)
              .orElseGet(() -> success(callback, opened));
    };
  }

  private Optional<CallbackRefusal> ofOwnApp(DingTalkApp app, CallbackCrypto.Opened opened) {
    return switch (EventNormaliser.normalise(app, opened.message(), clock.instant())) {
      case Refused(CallbackRefusal refusal) -> Optional.of(refusal);
      case EventNormaliser.UrlCheck check -> Optional.empty();
      case EventNormaliser.Event(SourceEvent event) -> {
        Busy.is(Subject.of(new TranslateWork.Happened(event)));
        events.sendAll(
            EventPortions.of(event).stream()
                .<TranslateWork>map(TranslateWork.Happened::new)
                .toList());
        yield Optional.empty();
      }
    };
  }

  private Optional<CallbackRefusal> ofSuite(Suite suite, CallbackCrypto.Opened opened) {
    return switch (SuitePushes.read(suite, opened.message(), clock.instant())) {
      case Refused(CallbackRefusal refusal) -> Optional.of(refusal);
      case SuitePushes.Pushes(List<SuitePush> pushes) -> {
        desk.keep(suite, pushes);
        yield Optional.empty();
      }
    };
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
