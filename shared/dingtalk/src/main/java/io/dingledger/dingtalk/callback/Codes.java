package io.dingledger.dingtalk.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes tickets, authorisation codes and permanent codes out of what is kept of a push. */
final class Codes {
  private static final Set<String> NAMES =
      Set.of("suiteticket", "authcode", "permanentcode", "chpermanentcode", "suitesecret");

  private static final Pattern IN_BROKEN_JSON =
      Pattern.compile(
          "((?:suite_?ticket|permanent_?code|auth_?code|suite_?secret)(?:\\\\|\"|:|\\s)+)"
              + "[^\"\\\\,}\\s]+",
          Pattern.CASE_INSENSITIVE);

  private static final TextNode HIDDEN = TextNode.valueOf("***");

  private Codes() {}

  /** The same tree without those values, also where a text holds more JSON, broken or whole. */
  static JsonNode hidden(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonTexts.object();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        boolean isCode = isCode(field.getKey()) && !field.getValue().isNull();
        object.set(field.getKey(), isCode ? HIDDEN : hidden(field.getValue()));
      }
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(hidden(element)));
      return array;
    }
    return node.isTextual() ? hiddenInText(node) : node;
  }

  private static JsonNode hiddenInText(JsonNode text) {
    JsonNode inner = JsonTexts.unwrapped(text);
    return TextNode.valueOf(
        inner.isContainerNode()
            ? JsonTexts.render(hidden(inner))
            : IN_BROKEN_JSON.matcher(text.textValue()).replaceAll("$1***"));
  }

  private static boolean isCode(String name) {
    return NAMES.contains(name.replace("_", "").toLowerCase(Locale.ROOT));
  }
}
