package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.Reply;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Judged punches (API0195): a week and 50 people at most, half a year back, 50 rows at a time. */
final class AttendanceApi {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int LARGEST = 50;
  private static final int LONGEST_DAYS = 7;
  private static final int MONTHS_BACK = 6;

  private final Clock clock;

  AttendanceApi(Clock clock) {
    this.clock = clock;
  }

  /** The answer of {@link Api#ATTENDANCE}. */
  Reply list(Company company, JsonNode body) {
    try {
      LocalDate from = day(body.path("workDateFrom"));
      LocalDate to = day(body.path("workDateTo"));
      List<String> userIds = body.path("userIdList").valueStream().map(JsonNode::asText).toList();
      int limit = body.path("limit").asInt();
      boolean allowed =
          !from.isAfter(to)
              && from.plusDays(LONGEST_DAYS).isAfter(to)
              && !from.isBefore(
                  LocalDate.ofInstant(clock.instant(), CHINA).minusMonths(MONTHS_BACK))
              && !userIds.isEmpty()
              && userIds.size() <= LARGEST
              && limit >= 1
              && limit <= LARGEST
              && body.path("offset").isInt();
      return allowed
          ? page(company.checks(userIds, from, to), body.path("offset").asInt(), limit)
          : wrong();
    } catch (DateTimeException notATime) {
      return wrong();
    }
  }

  private static Reply page(List<Check> all, int offset, int limit) {
    int from = Math.min(Math.max(0, offset), all.size());
    int to = Math.min(from + limit, all.size());
    ObjectNode answer = Answers.oldEnvelope();
    ArrayNode rows = answer.putArray("recordresult");
    all.subList(from, to).forEach(check -> rows.add(check.row()));
    return Reply.json(200, answer.put("hasMore", to < all.size()));
  }

  private static Reply wrong() {
    return Answers.oldRefused(400002, "参数错误");
  }

  private static LocalDate day(JsonNode text) {
    return LocalDateTime.parse(text.asText(), TIME).toLocalDate();
  }
}
