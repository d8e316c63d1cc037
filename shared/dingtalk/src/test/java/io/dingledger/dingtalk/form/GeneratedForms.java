package io.dingledger.dingtalk.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes forms of every component type, nested as DingTalk nests them, in all its spellings. */
final class GeneratedForms {
  private static final String[] PLAIN = {
    "TextField",
    "TextareaField",
    "PhoneField",
    "IdCardField",
    "NumberField",
    "MoneyField",
    "CalculateField",
    "FormulaField",
    "DDSelectField",
    "DDMultiSelectField",
    "DDDateField",
    "DDDateRangeField",
    "DDHolidayField",
    "InnerContactField",
    "DepartmentField",
    "DDPhotoField",
    "DDAttachment",
    "SignatureField",
    "RecipientAccountField",
    "RelateField",
    "CascadeField",
    "InvoiceField",
    "AddressField",
    "TextNote",
    "DDOvertimeField",
    "NeverSeenField",
    ""
  };
  private static final String[] ALIASES = {
    "",
    "",
    "startTime",
    "finishTime",
    "duration",
    "type",
    "partner",
    "compensation",
    "itinerary",
    "everyDayDuration",
    "userCheckTime",
    "traveler",
    "applicant",
    "relief",
    "relieveDate"
  };
  private static final int DEEPEST = 4;

  private final Random random;
  private int marks;

  /** The texts that must be found again. */
  final List<String> leaves = new ArrayList<>();

  GeneratedForms(long seed) {
    this.random = new Random(seed);
  }

  /** A form, and anew the texts within it. */
  ArrayNode form() {
    leaves.clear();
    return components(1 + random.nextInt(8), 0, false);
  }

  private ArrayNode components(int count, int depth, boolean inSuite) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (int index = 0; index < count; index++) {
      all.add(component(depth, inSuite));
    }
    return all;
  }

  private ObjectNode component(int depth, boolean inSuite) {
    int choice = depth < DEEPEST ? random.nextInt(10) : 9;
    String type =
        switch (choice) {
          case 0 -> "DDBizSuite";
          case 1, 2 -> "TableField";
          default -> PLAIN[random.nextInt(PLAIN.length)];
        };
    ObjectNode entry = JsonTexts.object();
    name(entry, type, inSuite);
    switch (choice) {
      case 0 -> wrap(entry, components(1 + random.nextInt(5), depth + 1, true));
      case 1, 2 -> wrap(entry, table(depth));
      default -> plain(entry);
    }
    return entry;
  }

  private void name(ObjectNode entry, String type, boolean inSuite) {
    String id = type.isEmpty() ? "K" + marks : type + (random.nextBoolean() ? "-" : "_") + marks;
    if (inSuite) {
      entry.put("componentName", type);
      entry.putObject("props").put("id", id).put("label", label()).put("bizAlias", alias());
      return;
    }
    entry.put(random.nextBoolean() ? "componentType" : "component_type", type);
    entry.put("id", id).put("name", label()).put("bizAlias", alias());
  }

  private String label() {
    return random.nextInt(6) == 0 ? "[\"开始时间\",\"结束时间\"]" : "标签" + random.nextInt(99);
  }

  private String alias() {
    return ALIASES[random.nextInt(ALIASES.length)];
  }

  private ArrayNode table(int depth) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    boolean submitted = random.nextInt(4) == 0;
    for (int row = random.nextInt(4); row >= 0; row--) {
      ArrayNode cells = cells(depth);
      if (submitted) {
        rows.add(cells);
      } else {
        rows.addObject().put("rowNumber", "Row_" + row).set("rowValue", cells);
      }
    }
    return rows;
  }

  private ArrayNode cells(int depth) {
    ArrayNode cells = JsonNodeFactory.instance.arrayNode();
    for (int count = random.nextInt(4); count >= 0; count--) {
      if (depth + 1 < DEEPEST && random.nextInt(12) == 0) {
        ObjectNode nested = JsonTexts.object().put("key", "TableField-" + marks);
        nested.set("value", table(depth + 1));
        cells.add(nested);
      } else {
        ObjectNode cell = JsonTexts.object().put("label", label()).put("key", "Field-" + marks);
        plain(cell);
        cells.add(cell);
      }
    }
    return cells;
  }

  /** What DingTalk prints as JSON stands there as a text, or natively. */
  private void wrap(ObjectNode entry, JsonNode value) {
    if (random.nextInt(4) == 0) {
      entry.set("value", value);
    } else {
      entry.put("value", value.toString());
    }
  }

  private void plain(ObjectNode entry) {
    String value = leaf();
    switch (random.nextInt(5)) {
      case 0 -> entry.set("value", JsonNodeFactory.instance.arrayNode().add(value).add(leaf()));
      case 1 -> entry.put("value", "[\"" + value + "\",null]");
      default -> entry.put("value", value);
    }
    switch (random.nextInt(5)) {
      case 0 -> entry.put("extValue", "{\"key\":\"o1\",\"label\":\"" + leaf() + "\"}");
      case 1 -> entry.putArray("extendValue").addObject().put("emplId", leaf()).put("name", "甲");
      case 2 -> entry.put("ext_value", leaf());
      default -> entry.put("extValue", "null");
    }
  }

  private String leaf() {
    String leaf =
        switch (random.nextInt(5)) {
          case 0 -> "2024-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + " #" + ++marks;
          case 1 -> random.nextInt(100_000) + "." + ++marks;
          case 2 -> "引号 ‘’ 😀 #" + ++marks;
          case 3 -> "{x: [ #" + ++marks;
          default -> "文字#" + ++marks;
        };
    leaves.add(leaf);
    return leaf;
  }
}
