package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.progress.Turn;
import io.dingledger.model.progress.Wait;

/** {@code {attempts, dueAt?, waitsFor?, failure?, turn?: {at, waits}}}. */
public final class WaitCodec implements JsonCodec<Wait> {
  private final FailureCodec failures = new FailureCodec();

  @Override
  public ObjectNode toJson(Wait wait) {
    ObjectNode json = Json.object().put("attempts", wait.attempts()).put("inARow", wait.inARow());
    Json.putOptional(json, "dueAt", wait.dueAt());
    Json.putOptional(json, "waitsFor", wait.waitsFor());
    wait.failure().ifPresent(failure -> json.set("failure", failures.toJson(failure)));
    wait.turn()
        .ifPresent(
            turn ->
                json.putObject("turn").put("at", turn.at().toString()).put("waits", turn.waits()));
    return json;
  }

  @Override
  public Wait fromJson(JsonNode json) {
    return new Wait(
        Json.count(json, "attempts"),
        Json.count(json, "inARow"),
        Json.optionalInstant(json, "dueAt"),
        Json.optionalText(json, "waitsFor"),
        Json.optional(json, "failure", owner -> failures.fromJson(owner.get("failure"))),
        Json.optional(json, "turn", owner -> turn(owner.get("turn"))));
  }

  private static Turn turn(JsonNode json) {
    return new Turn(Json.instant(json, "at"), Json.count(json, "waits"));
  }
}
