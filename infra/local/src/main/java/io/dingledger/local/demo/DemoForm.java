package io.dingledger.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * The demo company's expense form: the one place that knows its components. The rule book {@code
 * demo/rule-book.yaml} reads the same ones.
 */
final class DemoForm {
  /** The form's code. */
  static final String PROCESS_CODE = "PROC-DEMO-EXPENSE";

  private static final String TABLE = "TableField-Items";
  private static final String AMOUNT = "MoneyField-Amount";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DemoForm() {}

  /**
   * A row of the table; empty texts are left out of the form, as DingTalk does.
   *
   * @param category the expense category (费用类型)
   * @param amount gross amount
   * @param tax VAT amount
   * @param invoice kind of invoice
   * @param date day of the expense, {@code 2026-03-02}
   * @param note remark
   */
  record Row(
      String category, String amount, String tax, String invoice, String date, String note) {}

  /** The components of a filled-in form, in the shape of DingTalk's answer. */
  static ArrayNode filled(String total, List<Row> rows) {
    ArrayNode components = JSON.arrayNode();
    component(components, "TextareaField", "TextareaField-Reason", "报销事由", "日常费用报销");
    component(components, "MoneyField", "MoneyField-Total", "总金额", total)
        .put("extValue", JSON.objectNode().put("componentName", "MoneyField").toString());
    component(components, "TableField", TABLE, "报销明细", table(rows).toString())
        .put("extValue", statistics(rows).toString());
    return components;
  }

  private static ObjectNode component(
      ArrayNode components, String type, String id, String name, String value) {
    return components
        .addObject()
        .put("componentType", type)
        .put("id", id)
        .put("name", name)
        .put("bizAlias", "")
        .put("value", value);
  }

  private static ArrayNode table(List<Row> rows) {
    ArrayNode table = JSON.arrayNode();
    for (Row row : rows) {
      ObjectNode node = table.addObject();
      node.put("rowNumber", "TableField_0_" + table.size());
      ArrayNode cells = node.putArray("rowValue");
      option(cells, "费用类型", "DDSelectField-Category", row.category());
      cell(cells, "金额", AMOUNT, row.amount()).put("componentType", "MoneyField");
      cell(cells, "税额", "MoneyField-Tax", row.tax());
      option(cells, "发票类型", "DDSelectField-Invoice", row.invoice());
      cell(cells, "日期", "DDDateField-Date", row.date());
      cell(cells, "说明", "TextField-Note", row.note());
    }
    return table;
  }

  private static void option(ArrayNode cells, String label, String key, String value) {
    if (!value.isEmpty()) {
      cell(cells, label, key, value)
          .putObject("extendValue")
          .put("label", value)
          .put("key", "option_" + Integer.toHexString(value.hashCode()));
    }
  }

  /** A cell that is left out when it has no value. */
  private static ObjectNode cell(ArrayNode cells, String label, String key, String value) {
    ObjectNode cell = JSON.objectNode().put("label", label).put("key", key).put("value", value);
    if (!value.isEmpty()) {
      cells.add(cell);
    }
    return cell;
  }

  private static ObjectNode statistics(List<Row> rows) {
    BigDecimal sum =
        rows.stream()
            .map(row -> new BigDecimal(row.amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    ObjectNode node = JSON.objectNode().put("componentName", "TableField");
    node.putArray("statValue").addObject().put("num", sum).put("id", AMOUNT).put("label", "金额");
    return node;
  }
}
