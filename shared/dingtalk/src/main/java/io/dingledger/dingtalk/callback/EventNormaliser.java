package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.OutOfScope;
import io.dingledger.model.event.EventSubject.Phase;
import io.dingledger.model.event.EventSubject.Result;
import io.dingledger.model.event.SourceEvent;
import io.dingledger.model.failure.Reason;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the text of a decrypted push into a source event, whichever envelope it came in: the flat
 * one of HTTP pushes (EV0039), that of Stream with {@code data} inside, or one of the older
 * spellings. Names are looked up without regard to case. Nothing is thrown, whatever the text.
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
    Optional<ObjectNode> parsed = JsonTexts.parseObject(message);
    if (parsed.isEmpty()) {
      return new Refused(CallbackRefusal.CONTENT_NOT_OBJECT);
    }
    ObjectNode envelope = parsed.get();
    String type = shortened(scalar(field(envelope, "EventType")).strip());
    if (URL_CHECKS.contains(type.toLowerCase(Locale.ROOT))) {
      return new UrlCheck(type);
    }
    JsonNode inner = JsonTexts.unwrapped(field(envelope, "data"));
    JsonNode business = inner.isObject() ? inner : envelope;
    String corpId = scalar(field(envelope, "eventCorpId", "CorpId"));
    if (corpId.isEmpty()) {
      corpId = scalar(field(business, "CorpId"));
    }
    if (!corpId.isEmpty() && !corpId.equals(app.corpId())) {
      return new Refused(CallbackRefusal.WRONG_CORP);
    }
    EventSubject subject = subject(type, business);
    return new Event(
        new SourceEvent(
            app.tenant(),
            EventIds.of(app, envelope, type, subject, finishTime(business)),
            type,
            moment(field(envelope, "EventTime", "eventBornTime", "TimeStamp")).orElse(receivedAt),
            subject,
            JsonTexts.render(business)));
  }

  private static EventSubject subject(String type, JsonNode business) {
    if (type.isEmpty()) {
      return EventNormaliser.none("the push names no event type");
    }
    if (!type.equalsIgnoreCase(APPROVAL_CHANGE)) {
      return EventNormaliser.none("event type " + type + " is not turned into work");
    }
    String instanceId = text(business, "processInstanceId");
    if (instanceId.isEmpty()) {
      return EventNormaliser.none("the approval event names no processInstanceId");
    }
    if (instanceId.length() > DocumentId.LONGEST
        || instanceId.chars().anyMatch(Character::isISOControl)) {
      return EventNormaliser.none("the approval event's processInstanceId is not an identifier");
    }
    return phase(text(business, "type"))
        .<EventSubject>map(phase -> approval(instanceId, phase, business))
        .orElseGet(() -> EventNormaliser.none("the approval event's type is none that is known"));
  }

  private static OutOfScope none(String why) {
    return new OutOfScope(new Reason("EVENT", why, why));
  }

  private static Approval approval(String instanceId, Phase phase, JsonNode business) {
    return new Approval(
        instanceId,
        text(business, "processCode"),
        text(business, "bizCategoryId"),
        text(business, "businessId"),
        phase,
        phase == Phase.FINISH ? result(text(business, "result")) : Optional.empty(),
        text(business, "staffId"),
        text(business, "title"),
        phase == Phase.START ? Optional.empty() : moment(finishTime(business)));
  }

  /** {@code finsh} is a misspelling in DingTalk's own samples; {@code delete} is only assumed. */
  private static Optional<Phase> phase(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "start" -> Optional.of(Phase.START);
      case "finish", "finsh" -> Optional.of(Phase.FINISH);
      case "terminate" -> Optional.of(Phase.TERMINATE);
      case "delete" -> Optional.of(Phase.DELETE);
      default -> Optional.empty();
    };
  }

  private static Optional<Result> result(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "agree" -> Optional.of(Result.AGREE);
      case "refuse" -> Optional.of(Result.REFUSE);
      default -> Optional.empty();
    };
  }

  private static JsonNode finishTime(JsonNode business) {
    return field(business, "finishTime", "finshTime");
  }

  private static Optional<Instant> moment(JsonNode epochMilliseconds) {
    return EpochMilliseconds.parse(scalar(epochMilliseconds));
  }

  private static String text(JsonNode business, String name) {
    return scalar(field(business, name)).strip();
  }

  private static String shortened(String type) {
    return type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type;
  }
}
