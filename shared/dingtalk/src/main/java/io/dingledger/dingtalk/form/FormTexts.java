package io.dingledger.dingtalk.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.dingledger.dingtalk.json.JsonTexts;

/** Reads texts of forms, where "nothing" has several spellings. */
final class FormTexts {
  private FormTexts() {}

  /** The text; empty for absent, null, {@code ""}, {@code "null"} and {@code "[]"}. */
  static String value(JsonNode node) {
    String text = JsonTexts.text(node);
    return text.equals("null") || text.equals("[]") ? "" : text;
  }
}
