package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pushes that were given up after the last repeat (API0015). Each can be fetched some minutes
 * later, and only until the next fetch: that one clears what the one before returned.
 */
public final class FailedPushes {
  private static final int PAGE = 200;
  private static final Duration DELAY = Duration.ofMinutes(3);
  private static final Set<String> ENVELOPE =
      Set.of("EventType", "EventTime", "CorpId", "BizId", "eventId");

  private final Clock clock;
  private final List<Row> rows = new ArrayList<>();
  private int returned;
  private boolean immediate;

  private record Row(ObjectNode json, Instant visibleAt) {}

  FailedPushes(Clock clock) {
    this.clock = clock;
  }

  /** Lets what is given up from now on be fetched at once, or after three minutes again. */
  public synchronized void immediately(boolean at) {
    immediate = at;
  }

  /** How many can be fetched or were fetched last. */
  public synchronized int size() {
    return rows.size();
  }

  /** A push that was given up. */
  public synchronized void add(ObjectNode event) {
    Instant now = clock.instant();
    rows.add(new Row(row(event), immediate ? now : now.plus(DELAY)));
  }

  /** The answer of {@link Api#FAILED_PUSHES}. */
  synchronized Reply answer() {
    rows.subList(0, returned).clear();
    Instant now = clock.instant();
    List<Row> visible = rows.stream().filter(row -> !row.visibleAt().isAfter(now)).toList();
    List<Row> page = visible.subList(0, Math.min(PAGE, visible.size()));
    rows.removeAll(page);
    rows.addAll(0, page);
    returned = page.size();
    ObjectNode answer = Answers.oldEnvelope().put("has_more", visible.size() > PAGE);
    ArrayNode list = answer.putArray("failed_list");
    page.forEach(row -> list.add(row.json()));
    return Reply.json(200, answer);
  }

  private static ObjectNode row(ObjectNode event) {
    String type = event.path("EventType").asText();
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("call_back_tag", type);
    row.put("event_time", event.path("EventTime").asLong());
    ObjectNode fields = event.deepCopy();
    fields.remove(ENVELOPE);
    row.putObject(type).put("corpid", event.path("CorpId").asText()).set(inner(type), fields);
    return row;
  }

  private static String inner(String type) {
    if (type.startsWith("bpms_")) {
      return "bpmsCallBackData";
    }
    return type.startsWith("label_") ? "roleLabelChange" : "callbackData";
  }
}
