package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.event.EventSubject;
import io.dingledger.model.event.EventSubject.Approval;
import io.dingledger.model.event.EventSubject.Phase;
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

  /**
   * DingTalk's own identifier; else, for an approval whose phase is known, one of company, type,
   * instance, phase, result and end, which the list of failed pushes gives again; else the hash of
   * the content, whatever the order of its fields.
   */
  static String of(
      String corpId, JsonNode envelope, JsonNode business, String type, EventSubject subject) {
    String given = scalar(field(envelope, "eventId")).strip();
    if (!given.isEmpty()) {
      return storable(given);
    }
    return subject instanceof Approval approval && approval.phase() != Phase.CHANGED
        ? storable(ofApproval(corpId, type, approval, ApprovalEvents.finishTime(business)))
        : hashed(JsonTexts.canonical(envelope));
  }

  private static String ofApproval(
      String corpId, String type, Approval approval, String finishTime) {
    return String.join(
        "|",
        corpId,
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

  /** A short name that follows the text. */
  static String hashed(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
