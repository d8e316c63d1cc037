package io.dingledger.dingtalk.form;

import static io.dingledger.dingtalk.json.JsonTexts.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dingledger.dingtalk.json.JsonTexts;
import java.util.Locale;
import java.util.Map;

/** Reads texts of forms, where "nothing" has several spellings. */
final class FormTexts {
  private static final String VALUE = "value";

  private FormTexts() {}

  /** The text; empty for absent, null, {@code ""}, {@code "null"} and {@code "[]"}. */
  static String value(JsonNode node) {
    String text = JsonTexts.text(node);
    return text.equals("null") || text.equals("[]") ? "" : text;
  }

  /**
   * The value of a component. When it has none, but a key that is one sign away from {@code value},
   * the text of the whole component: something was said that can't be read, and that is not the
   * same as nothing.
   */
  static JsonNode valueOf(JsonNode component) {
    JsonNode value = field(component, VALUE);
    boolean garbled =
        value.isMissingNode()
            && component.properties().stream().map(Map.Entry::getKey).anyMatch(FormTexts::isNear)
            && component.properties().stream()
                .map(Map.Entry::getKey)
                .noneMatch(VALUE::equalsIgnoreCase);
    return garbled ? TextNode.valueOf(JsonTexts.render(component)) : value;
  }

  private static boolean isNear(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.length() != VALUE.length()) {
      return false;
    }
    int different = 0;
    for (int place = 0; place < lower.length(); place++) {
      different += lower.charAt(place) == VALUE.charAt(place) ? 0 : 1;
    }
    return different == 1;
  }
}
