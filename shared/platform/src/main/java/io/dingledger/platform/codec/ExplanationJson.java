package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.voucher.Explanation;

/**
 * {@code {rule, ruleBookVersion, inputs: [{name, value, origin}], arithmetic, rounding, result}}.
 */
final class ExplanationJson {
  private ExplanationJson() {}

  static ObjectNode of(Explanation explanation) {
    ObjectNode json =
        Json.object()
            .put("rule", explanation.rule())
            .put("ruleBookVersion", explanation.ruleBookVersion());
    Json.putList(
        json,
        "inputs",
        explanation.inputs(),
        input ->
            Json.object()
                .put("name", input.name())
                .put("value", input.value())
                .put("origin", input.origin()));
    json.put("arithmetic", explanation.arithmetic()).put("rounding", explanation.rounding());
    json.set("result", Json.money(explanation.result()));
    return json;
  }

  static Explanation read(JsonNode json) {
    return new Explanation(
        Json.text(json, "rule"),
        Json.text(json, "ruleBookVersion"),
        Json.list(
            json,
            "inputs",
            input ->
                new Explanation.Input(
                    Json.text(input, "name"),
                    Json.text(input, "value"),
                    Json.text(input, "origin"))),
        Json.text(json, "arithmetic"),
        Json.text(json, "rounding"),
        Json.money(json, "result"));
  }
}
