package io.dingledger.intake;

import io.dingledger.model.document.Directory;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.HoseSettings;
import io.dingledger.model.tenant.InboundSettings;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.tenant.TenantSettings;
import io.dingledger.model.webhook.StandardWebhook;
import io.dingledger.model.webhook.StandardWebhook.Refusal;
import io.dingledger.model.webhook.StandardWebhook.Verification;
import io.dingledger.model.work.TranslateWork;
import io.dingledger.platform.codec.TranslateWorkCodec;
import io.dingledger.platform.queue.MessageQueue;
import io.dingledger.platform.store.TenantRegistry;
import io.dingledger.rules.Finding;
import io.dingledger.rules.simulation.CaseDocument;
import io.dingledger.rules.written.Written;
import io.dingledger.rules.written.WrittenDocuments;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes documents of other systems in: verifies who sent them, checks that they can be read, makes
 * them safe and only then says so. Nobody outside is called.
 */
public final class Inbound {
  /** In bytes: SQS's oldest limit, for the message as it stands in the queue. */
  public static final int LARGEST_MESSAGE = 256 * 1024;

  private static final Duration ANY_TIME = Duration.ofDays(36_500);
  private static final Directory NOBODY = new Directory(Map.of(), Map.of());

  private final TenantRegistry tenants;
  private final MessageQueue<TranslateWork> events;
  private final InstantSource clock;
  private final TranslateWorkCodec codec = new TranslateWorkCodec();

  /** The step. */
  public Inbound(TenantRegistry tenants, MessageQueue<TranslateWork> events, InstantSource clock) {
    this.tenants = tenants;
    this.events = events;
    this.clock = clock;
  }

  /** What became of a request. */
  public sealed interface Outcome {
    /**
     * It is safe in the queue.
     *
     * @param document under which identifier it is known here
     * @param messageId the sender's id of the message
     */
    record Accepted(Tenant tenant, DocumentId document, String messageId) implements Outcome {}

    /**
     * Nothing of it was kept.
     *
     * @param log what the log says besides, without content; may be empty
     * @param faults what is wrong with the document, each with its place
     */
    record Refused(InboundProblem problem, Reason reason, String log, List<Finding> faults)
        implements Outcome {
      static Refused of(InboundProblem problem, String log, Object... arguments) {
        return new Refused(problem, Reason.of(problem, arguments), log, List.of());
      }
    }

    /** It could not be made safe; the sender must send it again. */
    record Unavailable(Throwable cause) implements Outcome {}
  }

  /**
   * Takes a document in that was signed by Standard Webhooks. Nothing is thrown.
   *
   * @param key the last part of the URL
   * @param headers the request's headers
   * @param body the bytes as they arrived
   */
  public Outcome receive(String key, Map<String, String> headers, byte[] body) {
    try {
      return tooLarge(body).orElseGet(() -> signed(key, headers, body));
    } catch (RuntimeException unreachable) {
      return new Outcome.Unavailable(unreachable);
    }
  }

  /**
   * Takes a message of 合思 in, which proves itself with its signKey. Nothing is thrown.
   *
   * @param key the last part but one of the URL
   * @param body the bytes as they arrived
   */
  public Outcome receiveHose(String key, byte[] body) {
    try {
      return tooLarge(body).orElseGet(() -> hose(key, body));
    } catch (RuntimeException unreachable) {
      return new Outcome.Unavailable(unreachable);
    }
  }

  private static Optional<Outcome> tooLarge(byte[] body) {
    return body.length > LARGEST_MESSAGE
        ? Optional.of(Outcome.Refused.of(InboundProblem.TOO_LARGE, "", LARGEST_MESSAGE))
        : Optional.empty();
  }

  private Outcome signed(String key, Map<String, String> headers, byte[] body) {
    Optional<TenantSettings> tenant = tenants.byInboundKey(key);
    if (tenant.isEmpty()) {
      return Outcome.Refused.of(InboundProblem.REFUSED, "unknown key");
    }
    InboundSettings inbound = tenant.get().inbound().orElseThrow();
    Instant now = clock.instant();
    Verification checked =
        StandardWebhook.verify(
            headers, body, inbound.secrets(), now, StandardWebhook.USUAL_TOLERANCE);
    return switch (checked) {
      case Verification.Verified(String id, Instant at) -> verified(tenant.get(), id, body, now);
      case Verification.Refused(Refusal why) -> refused(inbound, headers, body, why, now);
    };
  }

  /** That his clock is wrong is told to nobody but him who has the secret. */
  private static Outcome refused(
      InboundSettings inbound, Map<String, String> headers, byte[] body, Refusal why, Instant now) {
    boolean isLate = why == Refusal.TOO_OLD || why == Refusal.TOO_NEW;
    return isLate
            && StandardWebhook.verify(headers, body, inbound.secrets(), now, ANY_TIME)
                instanceof Verification.Verified
        ? Outcome.Refused.of(InboundProblem.CLOCK, why.name(), now.truncatedTo(ChronoUnit.SECONDS))
        : Outcome.Refused.of(InboundProblem.REFUSED, why.name());
  }

  private Outcome verified(TenantSettings tenant, String messageId, byte[] body, Instant now) {
    Optional<String> text = text(body);
    if (text.isEmpty()) {
      return Outcome.Refused.of(InboundProblem.NOT_UTF_8, "");
    }
    WrittenDocuments.Sent sent = new WrittenDocuments.Sent(DocumentId.Inbound.API.prefix(), NOBODY);
    return switch (WrittenDocuments.readSent(text.get(), sent, tenant.zone())) {
      case Written.Faulty(List<Finding> faults) ->
          new Outcome.Refused(
              InboundProblem.FAULTY,
              Reason.of(InboundProblem.FAULTY, faults.size()),
              faults.getFirst().reason().code(),
              faults);
      case Written.Documents(List<CaseDocument> documents) ->
          queued(
              new TranslateWork.Received(
                  tenant.tenant(), documents.getFirst().id(), messageId, text.get(), now));
    };
  }

  private Outcome hose(String key, byte[] body) {
    Optional<TenantSettings> tenant = tenants.byInboundKey(key);
    Optional<HoseSettings> hose =
        tenant.flatMap(TenantSettings::inbound).flatMap(InboundSettings::hose);
    Optional<HoseMessage> message =
        hose.flatMap(settings -> text(body).flatMap(text -> HoseMessage.read(text, settings)));
    if (message.isEmpty()) {
      return Outcome.Refused.of(
          InboundProblem.REFUSED, hose.isPresent() ? "signKey" : "unknown key");
    }
    Optional<DocumentId> document = message.get().document();
    return document.isEmpty()
        ? Outcome.Refused.of(InboundProblem.HOSE_MESSAGE, "")
        : queued(
            new TranslateWork.Received(
                tenant.orElseThrow().tenant(),
                document.get(),
                message.get().id(),
                message.get().text(),
                clock.instant()));
  }

  private Outcome queued(TranslateWork.Received received) {
    if (codec.encodeAscii(received).length() > LARGEST_MESSAGE) {
      return Outcome.Refused.of(InboundProblem.TOO_LARGE, "", LARGEST_MESSAGE);
    }
    events.send(received);
    return new Outcome.Accepted(received.tenant(), received.document(), received.messageId());
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
