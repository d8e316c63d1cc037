package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.http.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** People, departments and the roster. */
final class ContactApi {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int LARGEST_PAGE = 100;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ContactApi() {}

  /** The answer of {@link Api#PERSON} (API0056); third-party apps are told less. */
  static Reply person(Company company, boolean thirdParty, JsonNode body) {
    return company
        .person(body.path("userid").asText())
        .map(person -> Answers.old(person(company, thirdParty, person)))
        .orElseGet(() -> Answers.oldRefused(60121, "找不到该用户"));
  }

  /** The answer of {@link Api#PEOPLE} (API0062): direct members only. */
  static Reply people(Company company, boolean thirdParty, JsonNode body) {
    int size = body.path("size").asInt();
    if (size < 1 || size > LARGEST_PAGE) {
      return Answers.oldRefused(40035, "不合法的参数");
    }
    if (company.department(body.path("dept_id").asLong()).isEmpty()) {
      return Answers.oldRefused(60003, "部门不存在");
    }
    List<Staff> members = company.members(body.path("dept_id").asLong());
    int from = Math.min(body.path("cursor").asInt(), members.size());
    int to = Math.min(from + size, members.size());
    ObjectNode result = NODES.objectNode().put("has_more", to < members.size());
    if (to < members.size()) {
      result.put("next_cursor", to);
    }
    ArrayNode list = result.putArray("list");
    members.subList(from, to).forEach(each -> list.add(person(company, thirdParty, each)));
    return Answers.old(result);
  }

  /** The answer of {@link Api#DEPARTMENT} (API0083). */
  static Reply department(Company company, JsonNode body) {
    return company
        .department(body.path("dept_id").asLong())
        .map(
            unit -> {
              ObjectNode node = department(unit);
              return Answers.old(unit.code().isEmpty() ? node : node.put("code", unit.code()));
            })
        .orElseGet(() -> Answers.oldRefused(60003, "部门不存在"));
  }

  /** The answer of {@link Api#DEPARTMENTS} (API0081): one level, without codes. */
  static Reply departmentsBelow(Company company, JsonNode body) {
    ArrayNode result = NODES.arrayNode();
    company.below(body.path("dept_id").asLong(1)).forEach(unit -> result.add(department(unit)));
    return Answers.old(result);
  }

  /** The answer of {@link Api#ROSTER} (API0939). */
  static Reply roster(Company company, JsonNode body) {
    JsonNode userIds = body.path("userIdList");
    if (userIds.isEmpty() || userIds.size() > LARGEST_PAGE) {
      return Answers.refused(400, "invalidParameter", "参数错误");
    }
    ObjectNode answer = NODES.objectNode();
    ArrayNode result = answer.putArray("result");
    for (JsonNode userId : userIds) {
      ArrayNode fields =
          result.addObject().put("userId", userId.asText()).putArray("fieldDataList");
      company
          .joined(userId.asText())
          .ifPresent(
              joined -> {
                field(fields, "sys00-confirmJoinTime", "入职时间", joined.company());
                field(fields, "sys02-joinWorkingTime", "首次参加工作时间", joined.work());
              });
    }
    return Answers.ok(answer);
  }

  private static void field(ArrayNode fields, String code, String name, LocalDate day) {
    fields
        .addObject()
        .put("fieldCode", code)
        .put("fieldName", name)
        .put("groupId", code.substring(0, code.indexOf('-')))
        .putArray("fieldValueList")
        .addObject()
        .put("value", day.toString())
        .put("label", day.toString())
        .put("itemIndex", 0);
  }

  private static ObjectNode person(Company company, boolean thirdParty, Staff person) {
    ObjectNode node = NODES.objectNode();
    node.put("userid", person.userId());
    node.put("unionid", "union-" + person.userId());
    node.put("name", person.name());
    if (!person.jobNumber().isEmpty()) {
      node.put("job_number", person.jobNumber());
    }
    node.putArray("dept_id_list").add(person.departmentId());
    node.put("active", true);
    if (!thirdParty) {
      company
          .joined(person.userId())
          .ifPresent(
              joined ->
                  node.put(
                      "hired_date",
                      joined.company().atStartOfDay(CHINA).toInstant().toEpochMilli()));
    }
    return node;
  }

  private static ObjectNode department(Unit unit) {
    return NODES
        .objectNode()
        .put("dept_id", unit.id())
        .put("name", unit.name())
        .put("parent_id", unit.parentId());
  }
}
