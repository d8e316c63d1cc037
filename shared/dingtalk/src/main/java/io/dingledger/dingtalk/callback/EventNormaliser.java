package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the text of a decrypted push into a source event, whichever envelope it came in: the flat
 * one of HTTP pushes (EV0039), that of Stream with {@code data} inside, or one of the older
 * spellings. Names are looked up without regard to case. Nothing is thrown, whatever the text.
 *
 * <p>Every event becomes one of three: work or a refreshed cache; out of scope with an {@link
 * OutOfScopeReason}; unreadable with an {@link EventDoubt}, for a person.
 */
public final class EventNormaliser {
  /** The event type of approval instances. */
  public static final String APPROVAL_CHANGE = "bpms_instance_change";

  /** The longest event type that is kept, in characters; the rest is cut off. */
  public static final int LONGEST_TYPE = 100;

  private static final Set<String> URL_CHECKS =
      Set.of("check_url", "check_create_suite_url", "check_update_suite_url");

  private EventNormaliser() {}

  /** What {@link #normalise} gives. */
  public sealed interface Normalised permits UrlCheck, Event, Refused {}

  /**
   * DingTalk tries whether the URL answers: to be answered with {@code success} and not queued.
   *
   * @param type which check it was
   */
  public record UrlCheck(String type) implements Normalised {}

  /** An event, in scope or not: to be queued, then answered with {@code success}. */
  public record Event(SourceEvent event) implements Normalised {}

  /**
   * Normalises a decrypted push.
   *
   * @param app whose callback it was
   * @param message the decrypted text
   * @param receivedAt when it arrived (UTC); used where the push states no usable time
   */
  public static Normalised normalise(DingTalkApp app, String message, Instant receivedAt) {
    return JsonTexts.parseObject(message)
        .map(envelope -> normalised(app, envelope, receivedAt))
        .orElseGet(() -> new Refused(CallbackRefusal.CONTENT_NOT_OBJECT));
  }

  /** As {@link #normalise}, of a push that is parsed already. */
  static Normalised normalised(DingTalkApp app, ObjectNode envelope, Instant receivedAt) {
    String type = type(envelope);
    if (isUrlCheck(type)) {
      return new UrlCheck(type);
    }
    JsonNode business = business(envelope);
    if (isOfAnother(app, envelope) || isOfAnother(app, business)) {
      return new Refused(CallbackRefusal.WRONG_CORP);
    }
    EventSubject subject = EventSubjects.of(type, business, app.corpId());
    return new Event(
        new SourceEvent(
            app.tenant(),
            EventIds.of(app.corpId(), envelope, business, type, subject),
            type,
            moment(envelope).orElse(receivedAt),
            subject,
            JsonTexts.render(mayHoldCodes(type) ? Codes.hidden(business) : business)));
  }

  private static boolean mayHoldCodes(String type) {
    return OutOfScopeReason.ofType(type.toLowerCase(Locale.ROOT))
        .equals(Optional.of(OutOfScopeReason.APP_LIFE));
  }

  static String type(JsonNode envelope) {
    return Fields.shortened(scalar(field(envelope, "EventType")).strip(), LONGEST_TYPE);
  }

  static boolean isUrlCheck(String type) {
    return URL_CHECKS.contains(type.toLowerCase(Locale.ROOT));
  }

  /** The content of a Stream push, else the push itself; a list in place of content is its list. */
  static JsonNode business(ObjectNode envelope) {
    JsonNode inner = JsonTexts.unwrapped(field(envelope, "data"));
    if (inner.isArray()) {
      return JsonTexts.object().set("dataList", inner);
    }
    return inner.isObject() ? inner : envelope;
  }

  /** When the push says that it happened (UTC). */
  static Optional<Instant> moment(JsonNode envelope) {
    return EpochMilliseconds.parse(
        scalar(field(envelope, "EventTime", "eventBornTime", "TimeStamp")));
  }

  private static boolean isOfAnother(DingTalkApp app, JsonNode content) {
    return Fields.allTexts(content, "eventCorpId").stream().anyMatch(id -> !id.equals(app.corpId()))
        || Fields.allTexts(content, "CorpId").stream().anyMatch(id -> !id.equals(app.corpId()));
  }
}
