package io.dingledger.dingtalk.client;

import static io.dingledger.dingtalk.client.Fields.text;
import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.DingTalk.HireDates;
import io.dingledger.dingtalk.DingTalk.PeoplePage;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Department;
import io.dingledger.model.document.Person;
import io.dingledger.model.failure.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads people, departments and rosters. One entry that can't be read makes the answer unreadable.
 */
final class DirectoryReader {
  /** 入职时间 in the roster. */
  static final String HIRED = "sys00-confirmJoinTime";

  /** 首次参加工作时间 in the roster. */
  static final String FIRST_WORKED = "sys02-joinWorkingTime";

  private DirectoryReader() {}

  /** Somebody asked for by user id (API0056). */
  static Answer<Person> person(String userId, JsonNode content) {
    JsonNode result = field(content, "result");
    String told = text(result, "userid");
    return result.isObject() && (told.isEmpty() || told.equals(userId))
        ? new Answer.Got<>(known(userId, result))
        : unreadable();
  }

  /**
   * A page of people (API0062).
   *
   * @param cursor the page that was asked for
   */
  static Answer<PeoplePage> people(long cursor, JsonNode content) {
    JsonNode result = field(content, "result");
    JsonNode list = field(result, "list");
    List<Person> people = new ArrayList<>();
    for (JsonNode entry : list) {
      String userId = text(entry, "userid");
      if (Fields.isUserId(userId)) {
        people.add(known(userId, entry));
      }
    }
    if (!list.isArray() || people.size() < list.size()) {
      return unreadable();
    }
    if (!Fields.isTrue(result, "has_more")) {
      return new Answer.Got<>(new PeoplePage(people, Optional.empty()));
    }
    Optional<Long> next = Fields.cursor(result, "next_cursor").filter(later -> later > cursor);
    return next.isPresent()
        ? new Answer.Got<>(new PeoplePage(people, next))
        : new Answer.Failed<>(DingTalkFault.ENDLESS_PAGES.failure());
  }

  private static Person known(String userId, JsonNode entry) {
    return new Person(
        userId,
        text(entry, "name"),
        text(entry, "job_number"),
        departmentIds(field(entry, "dept_id_list")),
        WorkflowTime.day(text(entry, "hired_date")),
        Optional.empty(),
        true);
  }

  /** The list comes as an array and, in DingTalk's own example, as its text. */
  private static List<String> departmentIds(JsonNode list) {
    List<String> ids = new ArrayList<>();
    for (JsonNode id : JsonTexts.unwrapped(list)) {
      Fields.departmentId(scalar(id).strip()).ifPresent(ids::add);
    }
    return ids;
  }

  /** A department asked for by identifier (API0081). */
  static Answer<Department> department(String id, JsonNode content) {
    JsonNode result = field(content, "result");
    String told = text(result, "dept_id");
    return result.isObject() && (told.isEmpty() || told.equals(id))
        ? new Answer.Got<>(department(id, result, text(result, "code")))
        : unreadable();
  }

  /** The departments right below one (API0082). */
  static Answer<List<Department>> departments(JsonNode content) {
    JsonNode list = field(content, "result");
    List<Department> departments = new ArrayList<>();
    for (JsonNode entry : list) {
      Fields.departmentId(text(entry, "dept_id"))
          .ifPresent(id -> departments.add(department(id, entry, "")));
    }
    return list.isArray() && departments.size() == list.size()
        ? new Answer.Got<>(List.copyOf(departments))
        : unreadable();
  }

  private static Department department(String id, JsonNode entry, String code) {
    String name = text(entry, "name");
    String parent = Fields.departmentId(text(entry, "parent_id")).orElse("");
    return new Department(id, name, code, parent, List.of(name));
  }

  /** The dates of a roster (API0939) by user id. */
  static Answer<Map<String, HireDates>> hireDates(JsonNode content) {
    JsonNode result = field(content, "result");
    if (!result.isArray()) {
      return unreadable();
    }
    Map<String, HireDates> dates = new HashMap<>();
    for (JsonNode entry : result) {
      JsonNode fields = field(entry, "fieldDataList");
      dates.put(
          text(entry, "userId"), new HireDates(date(fields, HIRED), date(fields, FIRST_WORKED)));
    }
    dates.remove("");
    return new Answer.Got<>(Map.copyOf(dates));
  }

  private static Optional<LocalDate> date(JsonNode fields, String code) {
    for (JsonNode entry : fields) {
      if (text(entry, "fieldCode").equals(code)) {
        JsonNode value = field(entry, "fieldValueList").path(0);
        return WorkflowTime.day(text(value, "value"))
            .or(() -> WorkflowTime.day(text(value, "label")));
      }
    }
    return Optional.empty();
  }

  private static <T> Answer<T> unreadable() {
    return new Answer.Failed<>(DingTalkFault.UNREADABLE.failure());
  }
}
