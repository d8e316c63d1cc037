package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.tenant.DingTalkApp;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** Names pushes, so that repeats of one push carry one name even where DingTalk gave it none. */
final class EventIds {
  /** Longer identifiers are replaced by their hash. */
  static final int LONGEST = 150;

  private EventIds() {}

  static String of(
      DingTalkApp app, JsonNode envelope, String type, EventSubject subject, JsonNode finishTime) {
    String given = scalar(field(envelope, "eventId")).strip();
    if (!given.isEmpty()) {
      return storable(given);
    }
    return switch (subject) {
      case Approval approval -> storable(fallback(app, type, approval, scalar(finishTime)));
      default -> hashed(JsonTexts.canonical(envelope));
    };
  }

  private static String fallback(
      DingTalkApp app, String type, Approval approval, String finishTime) {
    return String.join(
        "|",
        app.corpId(),
        type,
        approval.instanceId(),
        approval.phase().name().toLowerCase(Locale.ROOT),
        approval.result().map(result -> result.name().toLowerCase(Locale.ROOT)).orElse(""),
        finishTime);
  }

  /** Stores and queues take short, visible ASCII without question; anything else is hashed. */
  private static String storable(String id) {
    boolean fits = id.length() <= LONGEST && id.chars().allMatch(unit -> unit > ' ' && unit <= '~');
    return fits ? id : hashed(id);
  }

  private static String hashed(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
