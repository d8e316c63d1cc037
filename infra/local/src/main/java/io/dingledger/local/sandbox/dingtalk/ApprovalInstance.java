package io.dingledger.local.sandbox.dingtalk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An approval instance as the sandbox DingTalk holds it.
 *
 * @param id the process instance id
 * @param processCode the form's code
 * @param category {@code bizCategoryId} of the form, empty when it has none
 * @param businessId the approval number that people see
 * @param title its title
 * @param originatorUserId who started it
 * @param departmentId the originator's department, {@code -1} for the root
 * @param departmentName that department's name
 * @param createdAt when it was started
 * @param finishedAt when it ended
 * @param status {@code RUNNING}, {@code COMPLETED} or {@code TERMINATED}
 * @param result {@code agree}, {@code refuse} or empty
 * @param action {@code NONE}, {@code MODIFY} or {@code REVOKE}
 * @param mainInstanceId what it changes or withdraws, empty for {@code NONE}
 * @param components the form's components, in the answer's own shape
 */
public record ApprovalInstance(
    String id,
    String processCode,
    String category,
    String businessId,
    String title,
    String originatorUserId,
    String departmentId,
    String departmentName,
    Instant createdAt,
    Optional<Instant> finishedAt,
    String status,
    String result,
    String action,
    String mainInstanceId,
    ArrayNode components) {
  /** DingTalk prints wall time in China and calls it {@code Z}, which is wrong. */
  private static final DateTimeFormatter FALSE_UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'").withZone(ZoneId.of("Asia/Shanghai"));

  /**
   * The answer of {@link Api#INSTANCE}.
   *
   * @param attached the instances that change or withdraw this one
   */
  ObjectNode answer(List<String> attached) {
    return answer(status, result, finishedAt, attached);
  }

  /** The answer as long as the detail lags behind the event: still running. */
  ObjectNode laggingAnswer() {
    return answer("RUNNING", "", Optional.empty(), List.of());
  }

  /**
   * The business fields of {@code bpms_instance_change}.
   *
   * @param type {@code start}, {@code finish} or {@code terminate}
   */
  public ObjectNode change(String type) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("processInstanceId", id);
    node.put("processCode", processCode);
    node.put("bizCategoryId", category);
    node.put("businessId", businessId);
    node.put("businessType", "");
    node.put("type", type);
    if (type.equals("finish")) {
      node.put("result", result);
    }
    node.put("title", title);
    node.put("staffId", originatorUserId);
    node.put("createTime", createdAt.toEpochMilli());
    if (!type.equals("start")) {
      finishedAt.ifPresent(at -> node.put("finishTime", at.toEpochMilli()));
    }
    node.put("url", "https://aflow.dingtalk.com/sandbox/" + id);
    return node;
  }

  /**
   * What a third-party app is told of a change, as {@code biz_data} of biz types 245 and 247.
   *
   * @param type {@code start}, {@code finish} or {@code terminate}
   */
  ObjectNode broadcast(String type) {
    ObjectNode node = change(type);
    node.remove(List.of("bizCategoryId", "businessType"));
    return node.put("version", 1).put("remark", "");
  }

  private ObjectNode answer(
      String status, String result, Optional<Instant> finished, List<String> attached) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("success", true);
    ObjectNode node = answer.putObject("result");
    node.put("title", title);
    node.put("businessId", businessId);
    node.put("originatorUserId", originatorUserId);
    node.put("originatorDeptId", departmentId);
    node.put("originatorDeptName", departmentName);
    node.put("createTime", FALSE_UTC.format(createdAt));
    finished.ifPresent(at -> node.put("finishTime", FALSE_UTC.format(at)));
    node.put("status", status);
    node.put("result", result);
    node.putArray("approverUserIds");
    node.putArray("ccUserIds");
    node.put("bizAction", action);
    node.put("bizData", "");
    node.put("mainProcessInstanceId", mainInstanceId);
    ArrayNode children = node.putArray("attachedProcessInstanceIds");
    attached.forEach(children::add);
    node.set("operationRecords", operations(finished));
    node.set("tasks", tasks(status, finished));
    node.set("formComponentValues", components);
    return answer;
  }

  private ArrayNode operations(Optional<Instant> finished) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    operation(originatorUserId, createdAt, "START_PROCESS_INSTANCE", "NONE", operations);
    finished.ifPresent(
        at ->
            operation(
                "approver",
                at,
                "EXECUTE_TASK_NORMAL",
                result.equals("refuse") ? "REFUSE" : "AGREE",
                operations));
    return operations;
  }

  private static void operation(
      String user, Instant at, String type, String result, ArrayNode operations) {
    ObjectNode node = operations.addObject();
    node.put("userId", user);
    node.put("date", FALSE_UTC.format(at));
    node.put("type", type);
    node.put("result", result);
    node.put("remark", "");
    node.put("showName", "审批人");
    node.putArray("ccUserIds");
    node.putArray("attachments");
    node.putArray("images");
  }

  private ArrayNode tasks(String status, Optional<Instant> finished) {
    ArrayNode tasks = JsonNodeFactory.instance.arrayNode();
    ObjectNode task = tasks.addObject();
    task.put("taskId", 1);
    task.put("userId", "approver");
    task.put("status", status.equals("RUNNING") ? "RUNNING" : "COMPLETED");
    task.put("result", result.isEmpty() ? "NONE" : result.toUpperCase(Locale.ROOT));
    task.put("createTime", FALSE_UTC.format(createdAt));
    finished.ifPresent(at -> task.put("finishTime", FALSE_UTC.format(at)));
    task.put("processInstanceId", id);
    return tasks;
  }
}
