package io.dingledger.dingtalk.form;

import static io.dingledger.dingtalk.json.JsonTexts.field;
import static io.dingledger.dingtalk.json.JsonTexts.scalar;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;
import io.dingledger.model.document.Form.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * What a value points to, from {@code extValue} (a text that holds JSON) or {@code extendValue}
 * (JSON itself): options {@code {key,label}}, people {@code {emplId,name}}, departments and
 * accounts {@code {id,name}}.
 */
final class References {
  private static final int MOST = 1_000;

  private References() {}

  /**
   * @param extension the extension value in either shape
   * @param text the component's value, the label of a single option that states only its key
   */
  static List<Reference> of(JsonNode extension, String text) {
    JsonNode content = JsonTexts.unwrapped(extension);
    List<Reference> found = new ArrayList<>();
    if (content.isObject()) {
      add(content, text, found);
    } else {
      for (JsonNode element : content) {
        add(element, "", found);
      }
    }
    return found;
  }

  private static void add(JsonNode element, String fallbackLabel, List<Reference> into) {
    String id =
        scalar(
                field(
                    element,
                    "emplId",
                    "userId",
                    "staffId",
                    "key",
                    "id",
                    "procInstId",
                    "processInstanceId"))
            .strip();
    String label = scalar(field(element, "label", "name", "value"));
    boolean isOption = element.hasNonNull("label") && !label.isEmpty();
    if ((id.isEmpty() && !isOption) || into.size() >= MOST) {
      return;
    }
    into.add(new Reference(id, label.isEmpty() ? fallbackLabel : label));
  }
}
