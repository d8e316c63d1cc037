package io.dingledger.dingtalk.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.tenant.Suite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what DingTalk pushes to a third-party app, for all companies at one address: the rows of
 * {@code SYNC_HTTP_PUSH_HIGH} and {@code SYNC_HTTP_PUSH_MEDIUM} (EV0350), the older single events
 * with {@code SuiteKey} and {@code AuthCorpId}, and Stream envelopes. Nothing is thrown, whatever
 * the text.
 *
 * <p>Each row is read on its own; one that can't be read never harms the others and is never lost.
 *
 * <p>Event ids: DingTalk overwrites a row with its newest state, so a row's event is named by the
 * hash of suite, company, type, {@code biz_id}, {@code gmt_modified} and the content of {@code
 * biz_data}. Repeats of one state carry one id, whether the content came as text or as object and
 * whatever the order of its fields; an overwritten row carries a new one. The row's number, cursor
 * and status do not count.
 */
public final class SuitePushes {
  private static final Set<String> ROWS = Set.of("sync_http_push_high", "sync_http_push_medium");

  private SuitePushes() {}

  /** What {@link #read} gives: {@link Pushes} or {@link Refused}. */
  public sealed interface Read permits Pushes, Refused {}

  /**
   * What was told, in the order of the push. Once all of it is safe, one {@code success} answers.
   */
  public record Pushes(List<SuitePush> pushes) implements Read {
    public Pushes {
      pushes = List.copyOf(pushes);
    }
  }

  /**
   * Reads a decrypted push.
   *
   * @param suite the app whose callback it was
   * @param message the decrypted text
   * @param receivedAt when it arrived (UTC); used where the push states no usable time
   */
  public static Read read(Suite suite, String message, Instant receivedAt) {
    return JsonTexts.parseObject(message)
        .<Read>map(envelope -> new Pushes(pushes(suite, envelope, receivedAt)))
        .orElseGet(() -> new Refused(CallbackRefusal.CONTENT_NOT_OBJECT));
  }

  private static List<SuitePush> pushes(Suite suite, ObjectNode envelope, Instant receivedAt) {
    String type = EventNormaliser.type(envelope);
    if (EventNormaliser.isUrlCheck(type)) {
      return List.of(new SuitePush.UrlCheck(type));
    }
    JsonNode rows = JsonTexts.unwrapped(JsonTexts.field(envelope, "bizData", "biz_data"));
    if (!ROWS.contains(type.toLowerCase(Locale.ROOT)) && rows.isMissingNode()) {
      return List.of(SuiteRow.ofSingle(suite, envelope, receivedAt).push());
    }
    if (!rows.isArray()) {
      return List.of(push(suite, rows.isObject() ? rows : envelope, rows.isObject(), receivedAt));
    }
    List<SuitePush> pushes = new ArrayList<>();
    for (JsonNode element : rows) {
      JsonNode row = JsonTexts.unwrapped(element);
      pushes.add(push(suite, row.isObject() ? row : element, row.isObject(), receivedAt));
    }
    return pushes;
  }

  private static SuitePush push(Suite suite, JsonNode row, boolean isRow, Instant receivedAt) {
    return isRow
        ? SuiteRow.ofRow(suite, row, receivedAt).push()
        : SuiteRow.unreadable(suite, row, EventDoubt.ROW_SHAPE, "");
  }
}
