package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.Reason;

/** {@code {code, chinese, english}}. */
public final class ReasonCodec implements JsonCodec<Reason> {
  @Override
  public ObjectNode toJson(Reason reason) {
    return Json.object()
        .put("code", reason.code())
        .put("chinese", reason.chinese())
        .put("english", reason.english());
  }

  @Override
  public Reason fromJson(JsonNode json) {
    return new Reason(
        Json.text(json, "code"), Json.text(json, "chinese"), Json.text(json, "english"));
  }
}
