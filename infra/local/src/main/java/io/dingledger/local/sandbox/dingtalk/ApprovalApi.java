package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Approvals: one instance, the ids of a form's instances, trips. */
final class ApprovalApi {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(120);
  private static final Duration LONGEST_AGO = Duration.ofDays(365);
  private static final int LARGEST_PAGE = 20;

  private final Clock clock;

  ApprovalApi(Clock clock) {
    this.clock = clock;
  }

  /** The answer of {@link Api#INSTANCE} (API0498). */
  static Reply instance(Company company, String id) {
    return company
        .instance(id)
        .map(
            instance ->
                company.isLagging(id)
                    ? instance.laggingAnswer()
                    : instance.answer(company.attachedTo(id)))
        .map(Answers::ok)
        .orElseGet(ApprovalApi::unknown);
  }

  /** The answer of {@link Api#TRIP}. */
  static Reply trip(Company company, String id) {
    return company
        .trip(id)
        .map(trip -> JsonNodeFactory.instance.objectNode().<ObjectNode>set("result", trip))
        .map(Answers::ok)
        .orElseGet(ApprovalApi::unknown);
  }

  /**
   * The answer of {@link Api#INSTANCE_IDS} (API0501): by the time of the <em>start</em>, in windows
   * of 120 days at most, 365 days back at most, 20 at a time.
   */
  Reply ids(Company company, JsonNode body) {
    Instant from = Instant.ofEpochMilli(body.path("startTime").asLong());
    Instant to =
        body.has("endTime") ? Instant.ofEpochMilli(body.path("endTime").asLong()) : clock.instant();
    int size = body.path("maxResults").asInt();
    boolean allowed =
        !from.isBefore(clock.instant().minus(LONGEST_AGO))
            && !to.isBefore(from)
            && Duration.between(from, to).compareTo(LONGEST_WINDOW) <= 0
            && size >= 1
            && size <= LARGEST_PAGE
            && body.path("processCode").isTextual();
    if (!allowed) {
      return Answers.refused(400, "invalidParameter", "参数错误");
    }
    List<String> statuses = texts(body.path("statuses"));
    List<String> all =
        company
            .instances()
            .filter(each -> each.processCode().equals(body.path("processCode").asText()))
            .filter(each -> !each.createdAt().isBefore(from) && !each.createdAt().isAfter(to))
            .filter(each -> statuses.isEmpty() || statuses.contains(each.status()))
            .map(ApprovalInstance::id)
            .toList();
    return page(all, body.path("nextToken").asInt(), size);
  }

  private static Reply page(List<String> all, int from, int size) {
    int to = Math.min(all.size(), from + size);
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("success", true);
    ObjectNode result = answer.putObject("result");
    ArrayNode list = result.putArray("list");
    all.subList(Math.min(from, to), to).forEach(list::add);
    if (to < all.size()) {
      // A text here, although it is sent back as a number.
      result.put("nextToken", String.valueOf(to));
    }
    return Answers.ok(answer);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static Reply unknown() {
    return Answers.refused(400, "processInstanceNotExist", "审批实例不存在");
  }
}
