package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;

/**
 * The content of the patrol queue: {@code {tick: true}}, as the schedule sends it, or {@code
 * {tenant}}.
 */
public final class PatrolWorkCodec implements JsonCodec<PatrolWork> {
  private static final String TICK = "tick";

  @Override
  public ObjectNode toJson(PatrolWork work) {
    return switch (work) {
      case PatrolWork.Tick tick -> Json.object().put(TICK, true);
      case PatrolWork.Round(Tenant tenant) -> Json.object().put("tenant", tenant.id());
    };
  }

  @Override
  public PatrolWork fromJson(JsonNode json) {
    return json.path(TICK).asBoolean(false)
        ? new PatrolWork.Tick()
        : new PatrolWork.Round(Tenant.verified(Json.text(json, "tenant")));
  }
}
