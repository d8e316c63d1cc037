package io.dingledger.local.torture.company;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.sandbox.dingtalk.ApprovalInstance;
import io.dingledger.local.sandbox.dingtalk.Staff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An expense claim that is approved during the torture.
 *
 * @param id its process instance id, unlike any other's
 * @param number from 0, in the order of the plan
 * @param rows the amounts of its rows
 * @param change what it does to an earlier claim, if it does
 * @param telling how DingTalk tells of it
 * @param at when it is approved, from the beginning
 * @param lagging how many reads still say that it runs
 */
public record Claim(
    Firm firm,
    String id,
    int number,
    List<BigDecimal> rows,
    Optional<Change> change,
    Telling telling,
    Duration at,
    int lagging) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** How DingTalk tells of a claim. */
  public enum Telling {
    /** One push, repeated until it is accepted or given up. */
    ONCE,
    /** Some pushes of the same event at once. */
    AT_ONCE,
    /** Another push of the same event later. */
    AGAIN_LATER,
    /** No push arrives; the list of failed pushes names it. */
    LISTED_AS_FAILED,
    /** Nothing tells of it; only a look through all approvals finds it. */
    NEVER
  }

  /**
   * What a claim does to an earlier one.
   *
   * @param withdraws whether it takes it back; otherwise it replaces it
   */
  public record Change(Claim earlier, boolean withdraws) {}

  /** What is to be booked for it. */
  public BigDecimal total() {
    return rows.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The identifier of the event that tells of its end. */
  public String eventId() {
    return id + "-finish";
  }

  /** The approval as DingTalk holds it, ended now. */
  public ApprovalInstance instance(Instant now) {
    Staff originator = Firm.PEOPLE.get(number % Firm.PEOPLE.size());
    return new ApprovalInstance(
        id,
        Firm.FORM,
        "",
        change.map(each -> each.earlier().businessId()).orElse(businessId()),
        originator.name() + "提交的报销",
        originator.userId(),
        String.valueOf(originator.departmentId()),
        Firm.DEPARTMENTS.get(1 + number % Firm.PEOPLE.size()).name(),
        now.minusSeconds(1),
        Optional.of(now),
        "COMPLETED",
        "agree",
        change.map(each -> each.withdraws() ? "REVOKE" : "MODIFY").orElse("NONE"),
        change.map(each -> each.earlier().id()).orElse(""),
        components());
  }

  private String businessId() {
    return "2026%017d".formatted(number);
  }

  private ArrayNode components() {
    ArrayNode components = JSON.arrayNode();
    component(components, "MoneyField", "MoneyField-Total", "总金额", total().toPlainString());
    ArrayNode table = JSON.arrayNode();
    for (BigDecimal row : rows) {
      ObjectNode line = table.addObject().put("rowNumber", "TableField_0_" + (table.size() + 1));
      ArrayNode cells = line.putArray("rowValue");
      cell(cells, "DDSelectField-Category", "费用类型", "办公用品");
      cell(cells, "MoneyField-Amount", "金额", row.toPlainString());
    }
    component(components, "TableField", "TableField-Items", "报销明细", table.toString());
    return components;
  }

  private static void component(
      ArrayNode components, String type, String id, String name, String value) {
    components
        .addObject()
        .put("componentType", type)
        .put("id", id)
        .put("name", name)
        .put("bizAlias", "")
        .put("value", value);
  }

  private static void cell(ArrayNode cells, String key, String label, String value) {
    cells.addObject().put("label", label).put("key", key).put("value", value);
  }
}
