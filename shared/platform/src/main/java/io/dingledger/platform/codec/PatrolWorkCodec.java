package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.document.DocumentId;
import io.dingledger.model.tenant.Tenant;
import io.dingledger.model.work.PatrolWork;

/**
 * The content of the patrol queue: {@code {tick: true}}, as the schedule sends it, {@code {tenant}}
 * or {@code {tenant, document}}.
 */
public final class PatrolWorkCodec implements JsonCodec<PatrolWork> {
  private static final String TICK = "tick";
  private static final String DOCUMENT = "document";

  @Override
  public ObjectNode toJson(PatrolWork work) {
    return switch (work) {
      case PatrolWork.Tick tick -> Json.object().put(TICK, true);
      case PatrolWork.Round(Tenant tenant) -> Json.object().put("tenant", tenant.id());
      case PatrolWork.WriteBack(Tenant tenant, DocumentId document) ->
          Json.object().put("tenant", tenant.id()).put(DOCUMENT, document.value());
    };
  }

  @Override
  public PatrolWork fromJson(JsonNode json) {
    if (json.path(TICK).asBoolean(false)) {
      return new PatrolWork.Tick();
    }
    Tenant tenant = Tenant.verified(Json.text(json, "tenant"));
    return json.has(DOCUMENT)
        ? new PatrolWork.WriteBack(tenant, new DocumentId(Json.text(json, DOCUMENT)))
        : new PatrolWork.Round(tenant);
  }
}
