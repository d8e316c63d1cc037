package io.dingledger.dingtalk.callback;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.unwrapped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.tenant.DingTalkApp;
import java.time.Instant;

/**
 * Reads the rows of the list of failed pushes (API0015): {@code call_back_tag}, {@code event_time},
 * and under the tag's own name the company and the content, wrapped once more under {@code
 * bpmsCallBackData}, {@code callbackData} or {@code roleLabelChange}, or not.
 */
public final class FailedRows {
  private static final String[] WRAPPERS = {"bpmsCallBackData", "callbackData", "roleLabelChange"};

  private FailedRows() {}

  /**
   * The event that a row holds, as {@link EventNormaliser#normalise} would have given it. Nothing
   * is thrown, whatever the text.
   *
   * <p>Its id is that of the original push where the row repeats the push's {@code eventId}, and
   * for approvals that DingTalk pushes without one; else it follows the row's content, so that
   * repeats of a row agree.
   *
   * @param app whose list it was
   * @param row the row as JSON text
   * @param readAt when the list was read (UTC); used where the row states no usable time
   * @return {@link EventNormaliser.Event}; {@link EventNormaliser.UrlCheck} for a check of the URL,
   *     which there is no more; {@link Refused} for what is no JSON object or another company's
   */
  public static EventNormaliser.Normalised read(DingTalkApp app, String row, Instant readAt) {
    return JsonTexts.parseObject(row)
        .map(parsed -> EventNormaliser.normalised(app, envelope(parsed), readAt))
        .orElseGet(() -> new Refused(CallbackRefusal.CONTENT_NOT_OBJECT));
  }

  /** The flat push that the row was. */
  private static ObjectNode envelope(ObjectNode row) {
    String tag = Fields.text(row, "call_back_tag");
    JsonNode tagged = tag.isEmpty() ? row : unwrapped(field(row, tag));
    JsonNode outer = tagged.isContainerNode() ? tagged : row;
    ObjectNode envelope = JsonTexts.object();
    merge(envelope, outer);
    for (String wrapper : WRAPPERS) {
      JsonNode inner = unwrapped(field(outer, wrapper));
      if (inner.isContainerNode()) {
        envelope.properties().removeIf(entry -> entry.getKey().equalsIgnoreCase(wrapper));
        merge(envelope, inner);
      }
    }
    setUnlessThere(envelope, "eventId", field(row, "eventId", "event_id"));
    setUnlessThere(envelope, "EventTime", field(row, "event_time"));
    if (!tag.isEmpty()) {
      envelope.put("EventType", tag);
    }
    return envelope;
  }

  private static void merge(ObjectNode envelope, JsonNode content) {
    if (content.isObject()) {
      content.properties().forEach(entry -> envelope.set(entry.getKey(), entry.getValue()));
    } else {
      envelope.set("dataList", content);
    }
  }

  private static void setUnlessThere(ObjectNode envelope, String name, JsonNode value) {
    if (field(envelope, name).isMissingNode() && !value.isMissingNode()) {
      envelope.set(name, value);
    }
  }
}
