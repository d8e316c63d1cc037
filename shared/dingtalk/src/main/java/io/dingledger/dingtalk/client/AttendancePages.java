package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.client.Fields.text;
import static io.dingledger.dingtalk.json.JsonTexts.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.DingTalk.AttendanceRow;
import io.dingledger.dingtalk.client.Exchange.Received;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.failure.Answer;
import io.dingledger.model.failure.Failure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads judged punches page by page (API0195). One row that can't be read makes the whole answer
 * unreadable: a missing row would look like a day without a fault.
 */
final class AttendancePages {
  /** The most people of one question. */
  static final int MOST_PEOPLE = 50;

  /** The most days of one question. */
  static final int MOST_DAYS = 7;

  /** The rows of one page. */
  static final int PAGE = 50;

  /** Three shifts make six planned punches; more than this is not a day's work. */
  static final int MOST_ROWS_A_DAY = 20;

  private final List<String> userIds;
  private final LocalDate from;
  private final LocalDate to;
  private final List<AttendanceRow> rows = new ArrayList<>();

  AttendancePages(List<String> userIds, LocalDate from, LocalDate to) {
    this.userIds = userIds;
    this.from = from;
    this.to = to;
  }

  /** Whether DingTalk answers such a question at all. */
  boolean isAllowed() {
    return userIds.size() <= MOST_PEOPLE && !from.isAfter(to) && days() <= MOST_DAYS;
  }

  private long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /**
   * All rows.
   *
   * @param ask makes the call with this body
   */
  Answer<List<AttendanceRow>> read(Function<ObjectNode, Answer<Received>> ask) {
    long mostPages = userIds.size() * days() * MOST_ROWS_A_DAY / PAGE + 2;
    for (long page = 0; page < mostPages; page++) {
      switch (ask.apply(body(page * PAGE))) {
        case Answer.Failed<Received>(Failure failure) -> {
          return new Answer.Failed<>(failure);
        }
        case Answer.Got<Received>(Received received) -> {
          Optional<Boolean> more = added(received.json());
          if (more.isEmpty()) {
            return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
          }
          if (!more.get()) {
            return new Answer.Got<>(List.copyOf(rows));
          }
        }
      }
    }
    return new Answer.Failed<>(DingTalkFault.ENDLESS_PAGES.failure());
  }

  /** Days are whole, whatever the time of day (API0195). */
  private ObjectNode body(long offset) {
    ObjectNode body =
        JsonTexts.object()
            .put("workDateFrom", from + " 00:00:00")
            .put("workDateTo", to + " 00:00:00")
            .put("offset", offset)
            .put("limit", PAGE)
            .put("isI18n", false);
    ArrayNode asked = body.putArray("userIdList");
    userIds.forEach(asked::add);
    return body;
  }

  /** Keeps a page's rows; whether there is another page, or empty when this one can't be read. */
  private Optional<Boolean> added(JsonNode content) {
    JsonNode page = field(content, "recordresult");
    boolean flagged = !text(content, "hasMore").isEmpty();
    if (!page.isArray() && !(page.isMissingNode() && flagged)) {
      return Optional.empty();
    }
    for (JsonNode row : page) {
      String userId = text(row, "userId");
      Optional<LocalDate> day = WorkflowTime.day(text(row, "workDate"));
      if (userId.isEmpty() || day.isEmpty()) {
        return Optional.empty();
      }
      if (userIds.contains(userId) && !day.get().isBefore(from) && !day.get().isAfter(to)) {
        rows.add(new AttendanceRow(userId, day.get(), JsonTexts.render(row)));
      }
    }
    // Where nothing is said, a full page may have a successor.
    return Optional.of(flagged ? Fields.isTrue(content, "hasMore") : page.size() >= PAGE);
  }
}
