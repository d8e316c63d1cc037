package io.dingledger.simulator.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * An approval instance at the simulated DingTalk, always approved in the end.
 *
 * @param id the process instance id
 * @param businessId the approval number; a change shares it with what it changes
 * @param createdAt when it was started
 * @param finishedAt when it was approved
 * @param amount the claim's total, for example {@code 545.00}
 * @param action {@code NONE}, {@code MODIFY} or {@code REVOKE}
 * @param main the instance that it changes or withdraws
 */
public record Instance(
    String id,
    String businessId,
    Instant createdAt,
    Instant finishedAt,
    String amount,
    String action,
    Optional<String> main) {
  public static final String FORM = "PROC-CLAIM";

  /** DingTalk prints wall time in China and calls it {@code Z}, which is wrong. */
  private static final DateTimeFormatter FALSE_UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'").withZone(ZoneId.of("Asia/Shanghai"));

  /** What its detail says at a time. */
  public String answer(boolean finished) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("success", true);
    ObjectNode result = answer.putObject("result");
    result.put("title", "claim " + id);
    result.put("businessId", businessId);
    result.put("originatorUserId", "u-1");
    result.put("originatorDeptId", "101");
    result.put("originatorDeptName", "Finance");
    result.put("createTime", FALSE_UTC.format(createdAt));
    if (finished) {
      result.put("finishTime", FALSE_UTC.format(finishedAt));
    }
    result.put("status", finished ? "COMPLETED" : "RUNNING");
    result.put("result", finished ? "agree" : "");
    result.put("bizAction", action);
    result.put("mainProcessInstanceId", main.orElse(""));
    ArrayNode components = result.putArray("formComponentValues");
    components.add(component("MoneyField-Total", "MoneyField", "total", amount));
    String row =
        "[{\"rowValue\":[{\"label\":\"category\",\"value\":\"train\",\"key\":\"category\"},"
            + "{\"label\":\"amount\",\"value\":\""
            + amount
            + "\",\"key\":\"amount\"}]}]";
    components.add(component("TableField-Rows", "TableField", "rows", row));
    return answer.toString();
  }

  private static ObjectNode component(String id, String type, String alias, String value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("bizAlias", alias)
        .put("name", alias)
        .put("componentType", type)
        .put("value", value);
  }

  /** The business fields of the event that it was started or finished. */
  ObjectNode change(String type) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("processInstanceId", id);
    fields.put("processCode", FORM);
    fields.put("businessId", businessId);
    fields.put("type", type);
    fields.put("title", "claim " + id);
    fields.put("staffId", "u-1");
    fields.put("createTime", createdAt.toEpochMilli());
    if (type.equals("finish")) {
      fields.put("result", "agree");
      fields.put("finishTime", finishedAt.toEpochMilli());
    }
    return fields;
  }
}
