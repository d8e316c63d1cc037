package io.dingledger.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.local.sandbox.dingtalk.Staff;
import java.util.List;

/** A filled-in form in the shape of DingTalk's answer: values are texts, often with JSON inside. */
final class FilledForm {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ArrayNode components = JSON.arrayNode();

  /**
   * A cell of a table's row; without a value it is left out, as DingTalk does.
   *
   * @param type {@code DDSelectField} for a choice; otherwise it may be empty
   * @param key the id of the column
   * @param label the name of the column
   */
  record Cell(String type, String key, String label, String value) {}

  /** The components. */
  ArrayNode components() {
    return components;
  }

  FilledForm field(String type, String id, String name, String value) {
    add(type, id, name, "", value);
    return this;
  }

  FilledForm money(String id, String name, String value) {
    add("MoneyField", id, name, "", value)
        .put("extValue", JSON.objectNode().put("componentName", "MoneyField").toString());
    return this;
  }

  /** A component with an alias, as the extracted suites have. */
  FilledForm alias(String type, String alias, String name, String value) {
    add(type, type + "-" + alias, name, alias, value);
    return this;
  }

  FilledForm alias(String type, String alias, String name, String value, JsonNode extension) {
    add(type, type + "-" + alias, name, alias, value).put("extValue", extension.toString());
    return this;
  }

  FilledForm people(String alias, String name, Staff person) {
    ArrayNode named = JSON.arrayNode();
    named.addObject().put("emplId", person.userId()).put("name", person.name());
    return alias("InnerContactField", alias, name, person.name(), named);
  }

  /** The approval that this one refers to. */
  FilledForm relation(String id, String name, String instanceId) {
    ArrayNode list = JSON.arrayNode();
    list.addObject().put("procInstId", instanceId).put("businessId", instanceId);
    add("RelateField", id, name, "", instanceId)
        .put("extValue", JSON.objectNode().<ObjectNode>set("list", list).toString());
    return this;
  }

  FilledForm table(String id, String name, List<List<Cell>> rows) {
    add("TableField", id, name, "", rows(rows).toString());
    return this;
  }

  /** A suite: its components stand as JSON in one component's value. */
  FilledForm suite(String name, ArrayNode children) {
    add("DDBizSuite", "DDBizSuite-1", name, "", children.toString());
    return this;
  }

  /** The rows of a table as the value of its component holds them. */
  static ArrayNode rows(List<List<Cell>> rows) {
    ArrayNode table = JSON.arrayNode();
    for (List<Cell> row : rows) {
      ObjectNode node = table.addObject().put("rowNumber", "TableField_0_" + (table.size() + 1));
      ArrayNode cells = node.putArray("rowValue");
      row.stream().filter(cell -> !cell.value().isEmpty()).forEach(cell -> put(cells, cell));
    }
    return table;
  }

  private static void put(ArrayNode cells, Cell cell) {
    ObjectNode node =
        cells
            .addObject()
            .put("label", cell.label())
            .put("key", cell.key())
            .put("value", cell.value());
    if (cell.type().equals("DDSelectField")) {
      node.putObject("extendValue")
          .put("label", cell.value())
          .put("key", "option_" + Integer.toHexString(cell.value().hashCode()));
    } else if (!cell.type().isEmpty()) {
      node.put("componentType", cell.type());
    }
  }

  private ObjectNode add(String type, String id, String name, String alias, String value) {
    return components
        .addObject()
        .put("componentType", type)
        .put("id", id)
        .put("name", name)
        .put("bizAlias", alias)
        .put("value", value);
  }
}
