package io.dingledger.platform.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dingledger.model.event.EventSubject;

/** What an event said of an approval. */
public final class ApprovalCodec implements JsonCodec<EventSubject.Approval> {
  @Override
  public ObjectNode toJson(EventSubject.Approval approval) {
    ObjectNode json =
        Json.object()
            .put("instanceId", approval.instanceId())
            .put("processCode", approval.processCode())
            .put("category", approval.category())
            .put("businessId", approval.businessId())
            .put("phase", approval.phase().name());
    approval.result().ifPresent(result -> json.put("result", result.name()));
    json.put("originatorId", approval.originatorId()).put("title", approval.title());
    Json.putOptional(json, "finishedAt", approval.finishedAt());
    return json;
  }

  @Override
  public EventSubject.Approval fromJson(JsonNode json) {
    return new EventSubject.Approval(
        Json.text(json, "instanceId"),
        Json.text(json, "processCode"),
        Json.text(json, "category"),
        Json.text(json, "businessId"),
        Json.constant(json, "phase", EventSubject.Phase.class),
        Json.optional(
            json, "result", owner -> Json.constant(owner, "result", EventSubject.Result.class)),
        Json.text(json, "originatorId"),
        Json.text(json, "title"),
        Json.optionalInstant(json, "finishedAt"));
  }
}
