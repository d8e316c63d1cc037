package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.failure.Failure;
import io.dingledger.model.failure.FailureKind;
import java.time.Duration;

/** {@code {kind, system, code, detail, retryAfter?}}; the wait as an ISO 8601 duration. */
public final class FailureCodec implements JsonCodec<Failure> {
  @Override
  public ObjectNode toJson(Failure failure) {
    ObjectNode json =
        Json.object()
            .put("kind", failure.kind().name())
            .put("system", failure.system())
            .put("code", failure.code())
            .put("detail", failure.detail());
    Json.putOptional(json, "retryAfter", failure.retryAfter());
    return json;
  }

  @Override
  public Failure fromJson(JsonNode json) {
    return new Failure(
        Json.constant(json, "kind", FailureKind.class),
        Json.text(json, "system"),
        Json.text(json, "code"),
        Json.text(json, "detail"),
        Json.optionalText(json, "retryAfter").map(Duration::parse));
  }
}
