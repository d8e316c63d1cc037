package io.dingledger.dingtalk.form;

import static io.dingledger.dingtalk.json.JsonTexts.field;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The names of a component. Children of suites carry theirs in {@code props}, top-level components
 * beside the value, cells of tables as {@code key} and {@code label}.
 */
record ComponentNames(String bizAlias, String id, String label, String type) {
  static ComponentNames of(JsonNode entry) {
    JsonNode props = entry.path("props");
    return new ComponentNames(
        first(field(props, "bizAlias"), field(entry, "bizAlias")),
        first(field(props, "id"), field(entry, "id"), field(entry, "key")),
        first(field(props, "label"), field(entry, "name"), field(entry, "label")),
        first(
            field(entry, "componentType", "component_type"),
            field(entry, "componentName"),
            field(props, "componentName")));
  }

  private static String first(JsonNode... candidates) {
    for (JsonNode candidate : candidates) {
      String text = FormTexts.value(candidate);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
